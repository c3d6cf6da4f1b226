/// The compiled code, match data and match context of one loop.
///
/// Code is compiled at the first touch of a pattern, to machine instructions where the system allows it, and found
/// again by the identity of its ``PatternSource`` and the pattern's number. Nothing is shared and nothing is atomic:
/// each loop has a store of its own, and because a store cannot be copied, the compiler refuses to share it. Once a
/// pattern is compiled, matching it allocates nothing.
///
/// ```swift
/// var store = CodeStore()
/// if store.match(3, of: patterns, in: line.utf8Span).isMatch {
///     let range = store.withCaptures { $0["asset"] }
/// }
/// ```
///
/// Memory: about 3 KB a compiled pattern, at most ``capacity`` of them, and 32 bytes a pattern of every source kept.
public struct CodeStore: ~Copyable {
    /// What one call may spend.
    public let limits: MatchLimits

    /// Which engines may run.
    public let policy: EnginePolicy

    /// How many compiled patterns are kept at most.
    public let capacity: Int

    /// How many sources are kept at most; the one that has not been used for longest goes first.
    public let sourceLimit: Int

    /// How often a bounded pattern is run by the interpreter before machine code is made of it.
    ///
    /// Making machine code takes as long as some forty runs by the interpreter, and 50 KB for a pattern with large word
    /// sets: a loop that sees few messages, or many patterns once each, is better off without. What a trial does not
    /// settle within its steps is run by machine code at once, so the outcomes are those of machine code.
    public let trials: Int

    /// So many trials take about as long as it takes to make machine code.
    public static let breakEven = 32

    /// The steps of a trial, for each position at which a match may start.
    private static let trialSteps: UInt32 = 1_000

    /// False only in tests of what happens where there is no machine code.
    private let isJITOffered: Bool

    /// Most recently used first.
    private var shelves: [CodeShelf] = []
    private var registers: MatchRegisters

    // The first shelf once more: the way of a match must not count references.
    private var currentSource: ObjectIdentifier?
    private var currentSlots: UnsafeMutableBufferPointer<CodeSlot>

    /// How many groups the last call matched, and in which pattern; nil when it did not match.
    private var lastMatch: (number: Int, groups: Int)?

    /// Makes an empty store; the defaults suit a loop that serves one set of patterns and replaces it now and then.
    public init(
        limits: MatchLimits = MatchLimits(), policy: EnginePolicy = .jitOnly, capacity: Int = 10_000,
        sourceLimit: Int = 2, trials: Int = 0
    ) {
        self.init(
            limits: limits, policy: policy, capacity: capacity, sourceLimit: sourceLimit, trials: trials,
            isJITOffered: true)
    }

    package init(
        limits: MatchLimits, policy: EnginePolicy, capacity: Int, sourceLimit: Int, trials: Int = 0, isJITOffered: Bool
    ) {
        self.limits = limits
        self.policy = policy
        self.capacity = max(capacity, 1)
        self.sourceLimit = max(sourceLimit, 1)
        self.trials = min(max(trials, 0), Int(UInt8.max))
        self.isJITOffered = isJITOffered
        registers = MatchRegisters(pairs: 8, limits: limits)
        currentSlots = UnsafeMutableBufferPointer(start: nil, count: 0)
    }

    /// How many compiled patterns the store holds now.
    public var compiledCount: Int { shelves.reduce(0) { $0 + $1.compiledCount } }

    /// Tries one pattern on a text.
    ///
    /// The number MUST be one of the source's. The text counts as a whole: `^` and `$` are its ends, and what stands
    /// before `start` can be looked back at. A match is looked for from `start` on, which MUST be the first byte of a
    /// character or the end of the text.
    public mutating func match(
        _ number: Int, of source: any PatternSource, in text: UTF8Span, from start: Int = 0
    ) -> MatchOutcome {
        match(number, .anywhere, of: source, in: text, from: start)
    }

    /// Tries one pattern at one place of a text: a match MUST start there, at the first byte of a character or the end.
    ///
    /// The pattern is compiled once more for this, so a pattern that is tried in both ways is kept twice.
    public mutating func match(
        _ number: Int, of source: any PatternSource, in text: UTF8Span, at start: Int
    ) -> MatchOutcome {
        match(number, .atStart, of: source, in: text, from: start)
    }

    private mutating func match(
        _ number: Int, _ anchoring: CompiledCode.Anchoring, of source: any PatternSource, in text: UTF8Span,
        from start: Int
    ) -> MatchOutcome {
        if currentSource != ObjectIdentifier(source) { open(source) }
        lastMatch = nil
        let place = CodeShelf.slot(of: number, anchoring)
        precondition(currentSlots.indices.contains(place), "the source has no pattern \(number)")
        guard registers.isReady else { return .notRunnable(.outOfMemory) }
        if currentSlots[place].state.isUnsettled, let outcome = settle(place, in: text, from: start) { return outcome }
        let slot = currentSlots[place]
        guard let code = slot.code else {
            return .notRunnable(slot.state == .failed ? .outOfMemory : .noMachineCode)
        }
        currentSlots[place].isRecent = true
        return run(code, number: number, by: slot.state == .machineCode ? .jit : .interpreter, on: text, from: start)
    }

    /// Lends the places of the last match; without one, captures that hold nothing.
    public func withCaptures<Value>(_ body: (borrowing Captures) -> Value) -> Value {
        guard let lastMatch, let shelf = shelves.first else {
            return body(Captures())
        }
        let captures = Captures(
            offsets: registers.offsets, count: lastMatch.groups, of: lastMatch.number, in: shelf.source)
        return withExtendedLifetime(shelf) { body(captures) }
    }

    /// Forgets a source and frees its code; does nothing when the store does not know it.
    public mutating func forget(_ source: any PatternSource) {
        shelves.removeAll { $0.source === source }
        openFirst()
    }

    private mutating func run(
        _ code: OpaquePointer, number: Int, by engine: MatchOutcome.Engine, on text: UTF8Span, from start: Int
    ) -> MatchOutcome {
        let result = text.span.withUnsafeBufferPointer { bytes in
            engine == .jit
                ? registers.runMachineCode(code, on: bytes, from: start)
                : registers.interpret(code, on: bytes, from: start)
        }
        note(result, of: number)
        return MatchOutcome(result: result, by: engine)
    }

    /// Remembers how many groups were matched.
    private mutating func note(_ result: Int32, of number: Int) {
        guard result >= 0 else { return }
        // Zero groups would mean that the vector was too small: it is sized for the source, but be safe.
        lastMatch = (number, result == 0 ? registers.pairs : Int(result))
    }

    /// Readies a slot of the current source; the outcome where a trial has settled it already.
    private mutating func settle(_ slot: Int, in text: UTF8Span, from start: Int) -> MatchOutcome? {
        if currentSlots[slot].state == .vacant { fill(slot) }
        guard currentSlots[slot].state == .onTrial else { return nil }
        if let outcome = tryOut(slot, in: text, from: start) { return outcome }
        shelves[0].settle(slot, policy: policy, isJITOffered: isJITOffered)
        return nil
    }

    /// Lets the interpreter run a pattern that is on trial; nil where that settles nothing or was done often enough.
    private mutating func tryOut(_ slot: Int, in text: UTF8Span, from start: Int) -> MatchOutcome? {
        guard currentSlots[slot].trials < trials, let code = currentSlots[slot].code else { return nil }
        currentSlots[slot].trials += 1
        currentSlots[slot].isRecent = true
        let result = text.span.withUnsafeBufferPointer {
            registers.interpret(code, on: $0, from: start, steps: Self.trialSteps)
        }
        let outcome = MatchOutcome(result: result, by: .interpreter)
        guard outcome.isMatch || outcome.isNoMatch else { return nil }
        note(result, of: slot / 2)
        return outcome
    }

    /// Compiles the pattern of a slot of the current source, after making room for it.
    private mutating func fill(_ slot: Int) {
        while compiledCount >= capacity {
            if shelves.count > 1 { shelves.removeLast() } else { shelves[0].evictOne() }
        }
        shelves[0].fill(
            slot, policy: policy, isJITOffered: isJITOffered, isTrialOffered: isJITOffered && trials > 0)
    }

    /// Makes a source the current one, with room for its groups.
    private mutating func open(_ source: any PatternSource) {
        if let index = shelves.firstIndex(where: { $0.source === source }) {
            shelves.insert(shelves.remove(at: index), at: 0)
        } else {
            if shelves.count >= sourceLimit { shelves.removeLast() }
            shelves.insert(CodeShelf(source), at: 0)
        }
        let pairs = source.largestCaptureCount + 1
        if pairs > registers.pairs { registers = MatchRegisters(pairs: pairs, limits: limits) }
        openFirst()
    }

    private mutating func openFirst() {
        lastMatch = nil
        currentSource = shelves.first.map { ObjectIdentifier($0.source) }
        currentSlots = shelves.first?.slots ?? UnsafeMutableBufferPointer(start: nil, count: 0)
    }
}

@available(*, unavailable)
extension CodeStore: Sendable {}
