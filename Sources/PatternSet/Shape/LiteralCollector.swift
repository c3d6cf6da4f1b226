/// Gathers every literal of a pattern, wherever it stands, except inside negative assertions.
struct LiteralCollector {
    /// What was gathered, as it was met; a literal may stand in several sets.
    private(set) var sets: [LiteralSet] = []

    /// How many negative assertions are open.
    var negations = 0

    mutating func collect(_ set: LiteralSet) {
        guard negations == 0, !set.isOnlyEmpty else { return }
        sets.append(set)
    }

    /// Gathers what a part of another pattern held.
    mutating func collect(_ sets: some Sequence<LiteralSet>) {
        guard negations == 0 else { return }
        self.sets += sets
    }
}
