/// How many patterns an intent has of each kind.
struct PatternCounts: Sendable, Equatable {
    var triggers: Int
    var vetoes: Int
    /// Those of each of its short questions.
    var followUps: [Int]

    /// All of them.
    var total: Int { followUps.reduce(triggers + vetoes, +) }

    /// Counts the patterns of an intent.
    init(_ intent: Intent) {
        triggers = intent.triggers.count
        vetoes = intent.vetoes.count
        followUps = intent.followUps.map(\.triggers.count)
    }
}

extension PatternCounts: Encoded {
    func encode(to writer: inout StateWriter) {
        triggers.encode(to: &writer)
        vetoes.encode(to: &writer)
        followUps.encode(to: &writer)
    }

    init(from reader: inout StateReader) throws(StateError) {
        triggers = try Self.number(from: &reader)
        vetoes = try Self.number(from: &reader)
        followUps = try reader.readList { reader throws(StateError) in try Self.number(from: &reader) }
    }

    /// More than this is no pack, and would be memory spent for nothing.
    private static let limit = 1 << 20

    private static func number(from reader: inout StateReader) throws(StateError) -> Int {
        let number = try Int(from: &reader)
        guard (0...limit).contains(number) else { throw StateError("A number of patterns is absurd.") }
        return number
    }
}
