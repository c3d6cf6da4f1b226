internal import Dispatch
internal import PCRE2
internal import PatternSet
internal import Synchronization
internal import TestSupport

/// Loops that search one set at the same time, each with a scratch of its own, as event loops do.
///
/// Under the thread sanitizer it shows that what loops share may be shared, and under the address sanitizer that nobody
/// reads what another has freed: each loop forgets its code again and again. How often two searches really ran at the
/// same time is counted.
package struct OverlappingLoops: Sendable {
    /// What the loops have seen.
    package struct Tally: Sendable {
        /// Searches of all loops.
        package var searches = 0
        /// Searches that began while another was under way.
        package var overlapping = 0
        /// Searches whose answer was not that of a loop alone.
        package var differences = 0
    }

    private static let patternCount = 200
    private static let textCount = 100

    private let patterns: [Pattern]
    private let texts: [String]
    private let expected: [[Int]]

    /// Makes patterns and texts, and the answers of a loop alone.
    package init(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        var trees: [RandomPattern] = []
        var patterns: [Pattern] = []
        while patterns.count < Self.patternCount {
            let tree = RandomPattern.random(using: &random)
            guard let pattern = try? Pattern(tree.source, options: .duplicateNames) else { continue }
            trees.append(tree)
            patterns.append(pattern)
        }
        self.patterns = patterns
        texts = (0..<Self.textCount).map { _ in RandomText.near(random.pick(trees), using: &random) }
        let set = PatternSet(patterns)
        var scratch = MatchScratch()
        expected = texts.map { Self.matches($0, in: set, &scratch) }
    }

    /// Runs so many loops over all texts, so many times each.
    package func run(loops: Int, rounds: Int) -> Tally {
        // The shapes of a set with an index of its own are made when a loop first asks for them.
        let set = PatternSet(patterns, index: PatternSet(patterns).index)
        let inside = Atomic(0)
        let total = Mutex(Tally())
        DispatchQueue.concurrentPerform(iterations: loops) { loop in
            var tally = Tally()
            var scratch = MatchScratch(codes: CodeStore(capacity: 64 + loop))
            for round in 0..<rounds {
                for number in texts.indices {
                    let text = (number + loop * 7 + round) % texts.count
                    if inside.add(1, ordering: .relaxed).oldValue > 0 { tally.overlapping += 1 }
                    let found = Self.matches(texts[text], in: set, &scratch)
                    inside.subtract(1, ordering: .relaxed)
                    tally.searches += 1
                    if found != expected[text] { tally.differences += 1 }
                }
                if round % 4 == loop % 4 { scratch.forget(set) }
            }
            total.withLock { $0.add(tally) }
        }
        return total.withLock { $0 }
    }

    private static func matches(_ text: String, in set: PatternSet, _ scratch: inout MatchScratch) -> [Int] {
        var found: [Int] = []
        var budget = MatchBudget()
        var covered: [Range<Int>] = []
        set.forEachMatch(in: text.utf8Span, using: &scratch, budget: &budget) { number, captures in
            found.append(number)
            set.shape(at: number).findCovered(in: text.utf8Span.span, match: captures.whole, into: &covered)
        }
        return found
    }
}

extension OverlappingLoops.Tally: CustomStringConvertible {
    /// One line of figures.
    package var description: String {
        "\(searches) searches, \(overlapping) of them while another was under way, \(differences) differences"
    }

    /// Adds what another loop has seen.
    fileprivate mutating func add(_ other: Self) {
        searches += other.searches
        overlapping += other.overlapping
        differences += other.differences
    }
}
