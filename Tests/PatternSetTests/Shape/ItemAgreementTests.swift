import PCRE2
import PatternSet
import Testing

@Suite("The parser asks PCRE2 where the items of a pattern start")
struct ItemAgreementTests {
    @Test(
        "What both divide alike is analysed as without the question",
        arguments: [
            "(币|资产).{0,4}(?:不见|没)了", "\\bfees?\\b", "(?i)a(?-i:B)|c", "\\Qa.b\\E+c", "(?<name>[^]a]{2,}?)\\k<name>x",
            "\\p{Han}账\\X\\R", "(?|(a)|(b)){3}c", "x(?<=x)(?!y)z*+", "\\x{212A}\\x41\\tk",
        ])
    func agreement(pattern: String) throws {
        let pattern = try Pattern(pattern)
        let asked = PatternShape(pattern, dropping: nil, asksLibrary: true)
        let unasked = PatternShape(pattern, dropping: nil, asksLibrary: false)
        #expect(!asked.isOpaque)
        #expect(asked.clauses == unasked.clauses && asked.items == unasked.items)
    }

    @Test(
        "A parser that takes for text what PCRE2 does not is found out, and claims nothing",
        arguments: [
            ("(?x)a b", .extendedSyntaxGivesUp), ("a(?#no)b", .commentsGiveUp),
        ] as [(String, ShapeRule)])
    func disagreement(pattern: String, rule: ShapeRule) throws {
        let pattern = try Pattern(pattern)
        #expect(!PatternShape(pattern, dropping: rule).isOpaque, "the rule is dropped")
        let shape = PatternShape(pattern, dropping: rule, asksLibrary: true)
        #expect(shape.isOpaque && shape.clauses.isEmpty)
        #expect(shape.opaqueReason == "The linked PCRE2 divides it otherwise than the analysis does.")
    }
}
