import PCRE2
import PatternSet
import Testing

@Suite("Patterns that can take very long")
struct PatternLinterTests {
    private func worst(_ pattern: String) throws -> PatternRisk? {
        PatternLinter.risks(of: try Pattern(pattern)).first
    }

    @Test(
        "Twenty bad patterns are found, with the part that makes them so",
        arguments: [
            ("(a+)+$", .exponential, "(a+)+"),
            ("(?:a|a)*b", .exponential, "(?:a|a)*"),
            ("(\\w+\\s?)*$", .exponential, "(\\w+\\s?)*"),
            ("^(?:账+户?)+$", .exponential, "(?:账+户?)+"),
            ("(?:\\d+)*x", .exponential, "(?:\\d+)*"),
            ("([a-z]+)*@", .exponential, "([a-z]+)*"),
            ("(?:fee|fees|s)+!", .exponential, "(?:fee|fees|s)+"),
            ("^(?:.*,)*x$", .exponential, "(?:.*,)*"),
            ("(?:a|ab|b)*c", .exponential, "(?:a|ab|b)*"),
            ("费用(?:.+)+$", .exponential, "(?:.+)+"),
            ("\\w*\\w*\\w*[!?]", .polynomial(degree: 2), nil),
            ("\\w*\\w*[!?]", .overlapping, "\\w*\\w*"),
            ("a.*a.*a.*a.*a.*a.*c", nil, nil),
            ("\\s*\\s*$", .polynomial(degree: 2), nil),
            ("费.*费.*费.*x", .polynomial(degree: 3), nil),
            ("fee.*(?:high|low).*(?:why|how)x", nil, nil),
            ("(?:\\w{0,9}-?){0,30}x", nil, nil),
            ("(?:(?!\\w*\\w*[!?])\\w)+[!?]", nil, nil),
            ("\\b账户", .edgeBesideHan, "\\b账"),
            ("密码\\b", .edgeBesideHan, "码\\b"),
        ] as [(String, PatternRisk.Kind?, String?)])
    func badPatterns(pattern: String, kind: PatternRisk.Kind?, part: String?) throws {
        let risk = try #require(try worst(pattern))
        if let kind { #expect(risk.kind == kind, "\(risk)") }
        if let part { #expect(risk.part == part) }
    }

    @Test(
        "Patterns as authors should write them are not suspected",
        arguments: [
            "(?:手续费|账户).{0,8}(?:怎么|如何)", "\\bfees?\\b.{0,12}\\bhigh\\b", "\\d+", "0x[0-9a-f]{64}",
            "(?<email>[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+)", "^\\s*(?<code>\\d{6})\\s*$", "我要reset\\b密码", "a+b+c+",
            "^(?:\\w+,)*x", "",
        ])
    func goodPatterns(pattern: String) throws {
        #expect(try worst(pattern) == nil)
    }

    @Test("What is found is the same each time, and takes steps and not seconds")
    func repeatable() throws {
        let pattern = try Pattern("(\\w+\\s?)*$")
        #expect(PatternLinter.risks(of: pattern) == PatternLinter.risks(of: pattern))
    }
}
