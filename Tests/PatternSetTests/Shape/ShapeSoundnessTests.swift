import PCRE2
import PatternSet
import TestSupport
import Testing

@Suite("Pattern shapes are sound")
struct ShapeSoundnessTests {
    @Test(
        "Whatever PCRE2 matches meets every clause and the order of the items",
        arguments: [1, 2, 3, 4] as [UInt64])
    func soundness(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        var scratch = MatchScratch()
        var tally = Tally()
        while tally.patterns < 1_500 {
            let tree = RandomPattern.random(using: &random)
            guard let pattern = try? Pattern(tree.source, options: random.oneIn(8) ? [.caseSensitive] : .duplicateNames)
            else { continue }
            let set = PatternSet([pattern])
            tally.count(set.shape(at: 0))
            for _ in 0..<8 {
                let text = RandomText.near(tree, using: &random)
                guard set.match(0, in: text.utf8Span, using: &scratch).isMatch else { continue }
                tally.matches += 1
                let oracle = ShapeOracle(text)
                #expect(oracle.meetsClauses(of: set.shape(at: 0)), "seed \(seed): \(pattern.text) on \(text)")
                #expect(oracle.meetsItems(of: set.shape(at: 0)), "seed \(seed): \(pattern.text) on \(text)")
            }
        }
        // The test is worth something only while patterns match and most are analysed.
        #expect(tally.matches > 3_000)
        #expect(tally.withClauses > 700)
        #expect(tally.withItems > 150)
        #expect(tally.opaque > 20)
    }

    private struct Tally {
        var patterns = 0
        var matches = 0
        var withClauses = 0
        var withItems = 0
        var opaque = 0

        mutating func count(_ shape: PatternShape) {
            patterns += 1
            if !shape.clauses.isEmpty { withClauses += 1 }
            if shape.items.count > 1 { withItems += 1 }
            if shape.isOpaque { opaque += 1 }
        }
    }
}
