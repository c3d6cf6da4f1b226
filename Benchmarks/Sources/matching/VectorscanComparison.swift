import PCRE2
import PatternSet

/// One row of the table beside Vectorscan: the same pack and messages, matched in both ways in turn.
struct VectorscanComparison {
    /// Beyond this many patterns Vectorscan takes minutes to compile them.
    static let patternLimit = 1_000

    static let columns = [
        "patterns", "Vectorscan + PCRE2 µs", "ours µs", "times", "its candidates", "ours", "its compilation s",
        "its B/p",
    ]

    private let patterns: [GeneratedPattern]
    private let messages: [[UInt8]]

    init(_ patterns: [GeneratedPattern]) {
        self.patterns = patterns
        messages = GeneratedMessages.make(20_000, for: patterns)
    }

    /// Measures both and checks that they answer alike; nil where Vectorscan is not installed.
    func row() throws -> [String]? {
        guard let engine = VectorscanEngine(patterns.map(\.source)) else { return nil }
        let set = PatternSet(try patterns.map { try Pattern($0.source) })
        var scratch = MatchScratch()
        var found = [UInt32](repeating: 0, count: 4_096)
        var counts = (theirs: 0, ours: 0)
        for message in messages {
            let theirs = engine.match(message, into: &found)
            var ours: [UInt32] = []
            counts.ours += search(message, set, &scratch) { ours.append(UInt32($0)) }
            counts.theirs += theirs.candidates
            guard ours == found.prefix(theirs.matches).sorted() else { throw Difference(message) }
        }
        var means = (theirs: [Double](), ours: [Double]())
        var sum = 0
        for _ in 0..<7 {
            means.theirs.append(mean { sum &+= engine.match($0, into: &found).matches })
            means.ours.append(mean { sum &+= search($0, set, &scratch) { _ in } })
        }
        let (theirs, ours) = (means.theirs.sorted()[3], means.ours.sorted()[3])
        let count = Double(messages.count)
        return [
            "\(patterns.count)", (theirs / 1_000).written(), (ours / 1_000).written(), (theirs / ours).written(1),
            (Double(counts.theirs) / count).written(), (Double(counts.ours) / count).written(),
            engine.compileSeconds.written(1), "\(engine.byteCount / patterns.count)",
        ]
    }

    /// Reports every match, and gives how many patterns were tried.
    private func search(
        _ message: [UInt8], _ set: PatternSet, _ scratch: inout MatchScratch, _ body: (Int) -> Void
    ) -> Int {
        var budget = MatchBudget()
        set.forEachMatch(in: UTF8Span(unchecked: message.span), using: &scratch, budget: &budget) { number, _ in
            body(number)
        }
        return budget.candidateCount
    }

    /// Nanoseconds a message.
    private func mean(_ body: ([UInt8]) -> Void) -> Double {
        let start = threadTime()
        for message in messages { body(message) }
        return Double(threadTime() - start) / Double(messages.count)
    }
}
