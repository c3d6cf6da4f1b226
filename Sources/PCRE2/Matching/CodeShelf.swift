internal import CPCRE2

/// The compiled code of one source, which the shelf keeps alive.
final class CodeShelf {
    let source: any PatternSource

    /// Two slots a pattern, one for each way to anchor it, at a fixed address for as long as the shelf lives.
    let slots: UnsafeMutableBufferPointer<CodeSlot>

    private(set) var compiledCount = 0
    /// The bytes that the compiled code takes.
    private(set) var size = 0
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
        weigh(slot)
        // An answer must not depend on how often a pattern has run.
        if isTrialOffered, pattern.isAnsweredAlike, source.isBounded(at: number) {
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
            weigh(slot)
        } else if policy == .interpreterAllowed, source.isBounded(at: slot / 2) {
            slots[slot].state = .byteCode
        } else {
            free(slot)
            slots[slot].state = .noMachineCode
        }
    }

    /// Counts what the code of a slot takes now.
    private func weigh(_ slot: Int) {
        let weight = slots[slot].code.map { UInt32(clamping: CompiledCode.size($0)) } ?? 0
        size += Int(weight) - Int(slots[slot].size)
        slots[slot].size = weight
    }

    /// Frees the code of a slot, which then is vacant.
    private func free(_ slot: Int) {
        pcre2_code_free_8(slots[slot].code)
        size -= Int(slots[slot].size)
        slots[slot] = CodeSlot()
        compiledCount -= 1
    }

    /// Frees the code of a pattern that has not run since the hand last came by (the second-chance rule of page
    /// replacement), but never that of `spared`: one walk at the least, two at the most.
    func evictOne(sparing spared: Int? = nil) {
        for _ in 0..<(2 * slots.count) where compiledCount > 0 {
            let number = hand
            hand = (hand + 1) % slots.count
            guard number != spared, slots[number].code != nil else { continue }
            guard !slots[number].isRecent else {
                slots[number].isRecent = false
                continue
            }
            return free(number)
        }
    }
}
