import PCRE2
import PatternFuzz
import PatternSet
import TestSupport
import Testing

/// Long groups are read once for all patterns of a set.
@Suite("Groups that stand in several patterns")
struct ShapeMemoTests {
    /// Patterns around random groups, each group long enough to be remembered, alone, negated, repeated and in another.
    private func patterns(seed: UInt64) -> [Pattern] {
        var random = SeededGenerator(seed: seed)
        var patterns: [Pattern] = []
        for _ in 0..<120 {
            var group = "(?:withdraw|deposit|transfer|exchange|verify|unlock|freeze"
            for _ in 0..<3 { group += "|" + RandomPattern.random(depth: 2, using: &random).source }
            group += ")"
            let wraps = [
                group, "ab\(group)", "\(group).{0,4}fee", "(?!\(group))xy",
                "(?:\(group)|quite some other words here).*z", "x\(group)?y", "(?=\(group))c", "(?:\(group)){2}",
                "[ab]\(group)[cd]", "k.{2}\(group)s\(group)",
            ]
            patterns += wraps.compactMap { try? Pattern($0) }
        }
        return patterns
    }

    @Test("A group that was read before means what it means where it is read first", arguments: [7, 8, 9] as [UInt64])
    func known(seed: UInt64) {
        let patterns = patterns(seed: seed)
        #expect(patterns.count > 300)
        for (shape, pattern) in zip(PatternShape.all(of: patterns), patterns) {
            let alone = PatternShape(pattern)
            #expect(shape.clauses == alone.clauses, "\(pattern.text)")
            #expect(shape.items == alone.items, "\(pattern.text)")
            #expect(shape.literals == alone.literals, "\(pattern.text)")
            #expect(shape.isBounded == alone.isBounded && shape.opaqueReason == alone.opaqueReason, "\(pattern.text)")
        }
    }

    @Test("The index is the same where pieces of the analysis know groups of their own")
    func spread() {
        let patterns = patterns(seed: 10)
        let pieces = PatternSet(patterns) { count, piece in
            for number in (0..<count).reversed() { piece(number) }
        }
        #expect(PatternSet(patterns).index.bytes == pieces.index.bytes)
    }
}
