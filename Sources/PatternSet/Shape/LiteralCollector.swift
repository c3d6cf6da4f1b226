/// Gathers every literal of a pattern, wherever it stands, except inside negative assertions.
struct LiteralCollector {
    /// What was gathered, the empty text never.
    private(set) var literals: Set<PatternShape.Literal> = []

    /// How many negative assertions are open.
    var negations = 0

    mutating func collect(_ set: LiteralSet) {
        guard negations == 0 else { return }
        for literal in set.members where !literal.bytes.isEmpty { literals.insert(literal) }
    }
}
