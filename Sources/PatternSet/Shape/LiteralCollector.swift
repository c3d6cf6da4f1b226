/// Gathers every literal of a pattern, wherever it stands, except inside negative assertions.
struct LiteralCollector {
    /// Where all literals lie that the parser has made, those of negative assertions and of joined texts too.
    var pool: LiteralPool

    /// What was gathered, as it was met; a literal may stand in several sets.
    private(set) var sets: [LiteralSet] = []

    /// How many negative assertions are open.
    var negations = 0

    init(_ pool: LiteralPool) {
        self.pool = pool
        sets.reserveCapacity(4)
    }

    mutating func collect(_ set: LiteralSet) {
        guard negations == 0, !set.isOnlyEmpty else { return }
        sets.append(set)
    }

    /// Takes in the literals of a group of another pattern, and gathers what was gathered there; how much further on
    /// the literals now stand.
    mutating func collect(_ part: LiteralPool.Part, _ sets: [LiteralSet]) -> Int {
        let distance = pool.append(part)
        if negations == 0 {
            for set in sets { self.sets.append(set.moved(by: distance)) }
        }
        return distance
    }
}
