import PCRE2
import PatternSet

/// One row of the table: a pack of some size, its messages, and both ways of matching them.
struct Comparison {
    private let patterns: [GeneratedPattern]
    private let messages: [[UInt8]]

    /// Loops take so long on large packs that they are given fewer messages, and no second pass.
    private static let loopBudget = 3_000_000

    static let columns = [
        "patterns", "loop µs", "ours µs", "times", "index µs", "PCRE2 µs", "p50", "p99", "p99.9", "worst",
        "allocations", "candidates",
        "matches", "load µs/p", "index B/p", "RSS MB",
    ]

    init(_ patterns: [GeneratedPattern]) {
        self.patterns = patterns
        messages = GeneratedMessages.make(20_000, for: patterns)
    }

    /// Measures both and checks that they answer alike.
    func row(capacity: Int) throws -> [String] {
        let start = threadTime()
        let compiled = try patterns.map { try Pattern($0.source) }
        let set = PatternSet(compiled)
        let load = Double(threadTime() - start) / 1_000 / Double(patterns.count)
        var scratch = MatchScratch(codes: CodeStore(capacity: capacity, memory: 1 << 30))
        var candidates = 0
        var tried = 0
        let ours = Measurement.of(messages, passes: patterns.count > 50_000 ? 5 : 9) { message in
            var budget = MatchBudget()
            var matches = 0
            set.forEachMatch(in: UTF8Span(unchecked: message.span), using: &scratch, budget: &budget) { _, _ in
                matches += 1
            }
            candidates += budget.candidateCount
            tried += 1
            return matches
        }
        let resident = residentBytes() >> 20
        guard ours.allocations == 0 || capacity < patterns.count else { throw Allocations(aMessage: ours.allocations) }
        let loop = try naive(set, &scratch)
        var sum = 0
        let index = Measurement.mean(of: messages, passes: 5) { message in
            set.forEachCandidate(in: UTF8Span(unchecked: message.span), using: &scratch) { sum &+= $0 }
        }
        return [
            "\(patterns.count)", loop.map { ($0.all / 1_000).written(1) } ?? "-", (ours.mean / 1_000).written(),
            loop.map { ($0.all / ours.mean).written(0) } ?? "-", (index / 1_000).written(),
            loop.map { ($0.matching / 1_000).written() } ?? "-", ours.quantile(0.5).microseconds,
            ours.quantile(0.99).microseconds, ours.quantile(0.999).microseconds, (ours.times.last ?? 0).microseconds,
            ours.allocations.written(4), (Double(candidates) / Double(tried)).written(), ours.matches.written(),
            load.written(1), "\(set.index.byteCount / patterns.count)", "\(resident)",
        ]
    }

    /// The mean time of the loop over all patterns, and over those alone that match.
    ///
    /// The second is what PCRE2 takes at the least, as nobody knows beforehand which ones match. Stops the program
    /// where the answers differ.
    private func naive(_ set: PatternSet, _ scratch: inout MatchScratch) throws -> (all: Double, matching: Double)? {
        guard let engine = NaiveEngine(patterns.map(\.source)) else { return nil }
        let few = Array(messages.prefix(max(Self.loopBudget / patterns.count, 20)))
        var found = [UInt32](repeating: 0, count: 4_096)
        for message in few {
            var ours: [UInt32] = []
            var budget = MatchBudget()
            set.forEachMatch(in: UTF8Span(unchecked: message.span), using: &scratch, budget: &budget) { number, _ in
                ours.append(UInt32(number))
            }
            let count = engine.match(message, into: &found)
            guard budget.isLimited || ours == Array(found.prefix(count)) else { throw Difference(message) }
        }
        var matches = 0
        let start = threadTime()
        for message in few { matches += engine.match(message, into: &found) }
        let all = Double(threadTime() - start) / Double(few.count)
        return (all, matchingAlone(engine, set, &scratch))
    }

    private func matchingAlone(_ engine: NaiveEngine, _ set: PatternSet, _ scratch: inout MatchScratch) -> Double {
        let matching = messages.map { message in
            var numbers: [Int] = []
            var budget = MatchBudget()
            set.forEachMatch(in: UTF8Span(unchecked: message.span), using: &scratch, budget: &budget) { number, _ in
                numbers.append(number)
            }
            return (message, numbers)
        }
        var count = 0
        return Measurement.mean(of: matching, passes: 5) { message, numbers in
            for number in numbers where engine.matches(number, message) { count &+= 1 }
        }
    }
}

/// The loop and the search do not answer alike.
struct Difference: Error {
    let message: String

    init(_ message: [UInt8]) { self.message = String(decoding: message, as: UTF8.self) }
}

/// The search asks for memory although everything was compiled.
struct Allocations: Error {
    let aMessage: Double
}
