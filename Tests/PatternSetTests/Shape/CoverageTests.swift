import PCRE2
import PatternSet
import TestSupport
import Testing

@Suite("Coverage of a match by the pattern's own words")
struct CoverageTests {
    /// The covered parts of the whole match, as text.
    private func covered(_ pattern: String, _ text: String) throws -> [String] {
        let set = PatternSet([try Pattern(pattern)])
        var scratch = MatchScratch()
        var ranges: [Range<Int>] = []
        set.match(0, in: text.utf8Span, using: &scratch) { captures in
            set.shape(at: 0).findCovered(in: text.utf8Span.span, match: captures.whole, into: &ranges)
        }
        let bytes = Array(text.utf8)
        return ranges.map { String(decoding: bytes[$0], as: UTF8.self) }
    }

    @Test(
        "Occurrences of any literal inside the match are covered, gaps are not",
        arguments: [
            ("(币|资产).{0,4}(不见|没)了", "我的资产昨天不见了吗", ["资产", "不见了"]),
            ("fees?.{0,20}(?:too )?high", "FEES are much Too HIGH here", ["FEES", "Too HIGH"]),
            ("key.*lost", "\u{212A}ey was lo\u{17F}t", ["\u{212A}ey", "lo\u{17F}t"]),
            ("账号|账号被盗", "账号被盗", ["账号"]),
            ("(?:账号|号被)+盗", "账号号被盗", ["账号号被盗"]),
            ("\\d+", "123", []),
        ])
    func occurrences(pattern: String, text: String, expected: [String]) throws {
        #expect(try covered(pattern, text) == expected)
    }

    @Test(
        "A single ASCII letter or digit covers only as a word of its own",
        arguments: [
            ("u.*s", "u lost coins s", ["u", "s"]),
            ("u.*s", "u used this", ["u"]),
            ("a.*b", "xaabbx", []),
            ("2.*币", "2个币", ["2", "币"]),
        ])
    func singleLetters(pattern: String, text: String, expected: [String]) throws {
        #expect(try covered(pattern, text) == expected)
    }

    @Test("An occurrence that reaches out of the match does not count")
    func matchEdges() throws {
        let shape = PatternShape(try Pattern("forgotten|forgot|got"))
        let text = "forgotten"
        var ranges: [Range<Int>] = []
        shape.findCovered(in: text.utf8Span.span, match: 0..<6, into: &ranges)
        #expect(ranges == [0..<6])
        shape.findCovered(in: text.utf8Span.span, match: 1..<6, into: &ranges)
        #expect(ranges == [3..<6])
        shape.findCovered(in: text.utf8Span.span, match: 4..<4, into: &ranges)
        #expect(ranges.isEmpty)
    }

    @Test("An opaque shape covers nothing, and what was in the buffer is gone")
    func opaqueShape() throws {
        let shape = PatternShape(try Pattern("fee(*ACCEPT)s"))
        var ranges = [0..<1]
        shape.findCovered(in: "fees".utf8Span.span, match: 0..<4, into: &ranges)
        #expect(ranges.isEmpty)
    }

    @Test("Random texts are covered as by looking for every literal at every place", arguments: [11, 12] as [UInt64])
    func againstDirectSearch(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let words = ["币", "币种", "账号", "号被盗", "fee", "fees", "ees", "free", "st", "被"]
        var rangesFound = 0
        for _ in 0..<400 {
            let chosen = (0..<4).map { _ in random.pick(words) }
            let shape = PatternShape(try Pattern(chosen.joined(separator: "|")))
            let text = (0..<12).map { _ in random.pick(words + ["的", "x", " ", "\u{17F}T"]) }.joined()
            let characters = Array(text.unicodeScalars)
            let from = Int.random(in: 0...characters.count, using: &random)
            let to = Int.random(in: from...characters.count, using: &random)
            let width = { (count: Int) in characters[..<count].reduce(0) { $0 + UTF8.width($1) } }
            var ranges: [Range<Int>] = []
            shape.findCovered(in: text.utf8Span.span, match: width(from)..<width(to), into: &ranges)
            rangesFound += ranges.count
            var expected = Set<Int>()
            for start in from..<to {
                for literal in shape.literals where start + literal.characterCount <= to {
                    let end = start + literal.characterCount
                    let part = String(String.UnicodeScalarView(characters[start..<end]))
                    if CaseClasses.folded(part) == literal.bytes { expected.formUnion(width(start)..<width(end)) }
                }
            }
            #expect(Set(ranges.joined()) == expected, "\(chosen) in \(text)")
            #expect(zip(ranges, ranges.dropFirst()).allSatisfy { $0.upperBound < $1.lowerBound })
        }
        #expect(rangesFound > 200)
    }
}
