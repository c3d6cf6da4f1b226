internal import CPCRE2

/// The compiled code of one source, which the shelf keeps alive.
final class CodeShelf {
    let source: any PatternSource

    /// One slot a pattern, at a fixed address for as long as the shelf lives.
    let slots: UnsafeMutableBufferPointer<CodeSlot>

    private(set) var compiledCount = 0
    private var hand = 0

    init(_ source: any PatternSource) {
        self.source = source
        slots = .allocate(capacity: source.patternCount)
        slots.initialize(repeating: CodeSlot())
    }

    deinit {
        for slot in slots { pcre2_code_free_8(slot.code) }
        slots.deallocate()
    }

    /// Fills a vacant slot: compiles the pattern, to machine code where that can be had.
    func fill(_ number: Int, policy: EnginePolicy, isJITOffered: Bool) {
        let pattern = source.pattern(at: number)
        guard let code = try? CompiledCode(pattern.text, options: pattern.options) else {
            slots[number].state = .failed
            return
        }
        if isJITOffered, code.compileToMachineCode() {
            slots[number].state = .machineCode
        } else if policy == .interpreterAllowed, source.isBounded(at: number) {
            slots[number].state = .byteCode
        } else {
            slots[number].state = .noMachineCode
            return
        }
        slots[number].code = code.release()
        compiledCount += 1
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
