internal import Synchronization

/// The literals of one pattern, laid out at the first question: most patterns of a set never match.
final class LazyLiteralTable: Sendable {
    /// All literals of the pattern; one may stand in several sets.
    private let sets: [LiteralSet]
    private let table = Mutex<LiteralTable?>(nil)

    init(_ sets: [LiteralSet]) {
        self.sets = sets
    }

    /// Whether there is no literal.
    var isEmpty: Bool { sets.isEmpty }

    /// The table, made once.
    var value: LiteralTable {
        table.withLock { table in
            if let table { return table }
            let made = LiteralTable(Set(sets.lazy.flatMap(\.members).filter { !$0.bytes.isEmpty }))
            table = made
            return made
        }
    }
}
