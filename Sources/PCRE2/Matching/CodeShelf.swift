internal import CPCRE2

/// The compiled code of one source, which the shelf keeps alive.
final class CodeShelf {
    let source: any PatternSource

    /// Two slots a pattern, one for each way to anchor it, at a fixed address for as long as the shelf lives.
    let slots: UnsafeMutableBufferPointer<CodeSlot>

    private(set) var compiledCount = 0
    private var hand = 0

    init(_ source: any PatternSource) {
        self.source = source
        slots = .allocate(capacity: 2 * source.patternCount)
        slots.initialize(repeating: CodeSlot())
    }

    /// The slot of a pattern; none of them where there is no such pattern.
    @inline(__always)
    static func slot(of number: Int, _ anchoring: CompiledCode.Anchoring) -> Int {
        2 &* number &+ (anchoring == .atStart ? 1 : 0)
    }

    deinit {
        for slot in slots { pcre2_code_free_8(slot.code) }
        slots.deallocate()
    }

    /// Fills a vacant slot: compiles the pattern, and goes on with ``settle(_:policy:isJITOffered:)`` unless it may be
    /// tried by the interpreter first.
    func fill(_ slot: Int, policy: EnginePolicy, isJITOffered: Bool, isTrialOffered: Bool) {
        let number = slot / 2
        let pattern = source.pattern(at: number)
        let anchoring: CompiledCode.Anchoring = slot % 2 == 1 ? .atStart : .anywhere
        let asWritten = anchoring == .anywhere && pattern.mayRepeatWithoutEnd
        guard
            let code = try? CompiledCode(
                pattern.text, options: pattern.options, anchoring: anchoring, asWritten: asWritten)
        else {
            slots[slot].state = .failed
            return
        }
        slots[slot].code = code.release()
        compiledCount += 1
        if isTrialOffered, source.isBounded(at: number) {
            slots[slot].state = .onTrial
        } else {
            settle(slot, policy: policy, isJITOffered: isJITOffered)
        }
    }

    /// Makes machine code of what was compiled, or says how to do without.
    func settle(_ slot: Int, policy: EnginePolicy, isJITOffered: Bool) {
        guard let code = slots[slot].code else { return }
        if isJITOffered, CompiledCode.compileToMachineCode(code) {
            slots[slot].state = .machineCode
        } else if policy == .interpreterAllowed, source.isBounded(at: slot / 2) {
            slots[slot].state = .byteCode
        } else {
            pcre2_code_free_8(code)
            slots[slot].code = nil
            slots[slot].state = .noMachineCode
            compiledCount -= 1
        }
    }

    /// Frees the code of a pattern that has not run since the hand last came by (the second-chance rule of page
    /// replacement): one walk at the least, two at the most.
    func evictOne() {
        for _ in 0..<(2 * slots.count) where compiledCount > 0 {
            let number = hand
            hand = (hand + 1) % slots.count
            guard let code = slots[number].code else { continue }
            guard !slots[number].isRecent else {
                slots[number].isRecent = false
                continue
            }
            pcre2_code_free_8(code)
            slots[number] = CodeSlot()
            compiledCount -= 1
            return
        }
    }
}
