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

    /// Fills a vacant slot: compiles the pattern, to machine code where that can be had.
    func fill(_ slot: Int, policy: EnginePolicy, isJITOffered: Bool) {
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
        if isJITOffered, code.compileToMachineCode() {
            slots[slot].state = .machineCode
        } else if policy == .interpreterAllowed, source.isBounded(at: number) {
            slots[slot].state = .byteCode
        } else {
            slots[slot].state = .noMachineCode
            return
        }
        slots[slot].size = UInt32(clamping: code.size)
        slots[slot].code = code.release()
        compiledCount += 1
        size += Int(slots[slot].size)
    }

    /// Frees the code of a pattern that has not run since the hand last came by (the second-chance rule of page
    /// replacement), but never that of `spared`: one walk at the least, two at the most.
    func evictOne(sparing spared: Int? = nil) {
        for _ in 0..<(2 * slots.count) where compiledCount > 0 {
            let number = hand
            hand = (hand + 1) % slots.count
            guard number != spared, let code = slots[number].code else { continue }
            guard !slots[number].isRecent else {
                slots[number].isRecent = false
                continue
            }
            pcre2_code_free_8(code)
            size -= Int(slots[number].size)
            slots[number] = CodeSlot()
            compiledCount -= 1
            return
        }
    }
}
