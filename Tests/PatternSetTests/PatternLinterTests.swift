import PCRE2
import PatternSet
import Testing

@Suite("Patterns that can take very long")
struct PatternLinterTests {
    private func worst(_ pattern: String) throws -> PatternRisk? {
        PatternLinter.risks(of: try Pattern(pattern)).first
    }

    /// Twenty patterns that no pack should have, and all that is found in each: how bad, the part to blame, and a text
    /// on which it shows.
    private static let badPatterns: [(String, String)] = [
        ("(a+)+$", "exponential (a+)+ on \"aaaaaaaaaaaa\\u{01}\""),
        ("(?:a|a)*b", "exponential (?:a|a)* on \"aaaaaaaaaaaa\""),
        ("(\\w+\\s?)*$", "exponential (\\w+\\s?)* on \"aaaaaaaaaaaa\\u{01}\""),
        ("^(?:账+户?)+$", "exponential (?:账+户?)+ on \"账账账账账账账账账账账账\\u{01}\""),
        ("(?:\\d+)*x", "exponential (?:\\d+)* on \"000000000000\""),
        ("([a-z]+)*@", "exponential ([a-z]+)* on \"aaaaaaaaaaaa\""),
        ("(?:fee|fees|s)+!", "exponential (?:fee|fees|s)+ on \"feesfeesfeesfeesfeesfeesfeesfeesfeesfeesfeesfees\""),
        ("^(?:.*,)*x$", "exponential (?:.*,)* on \",,,,,,,,,,,,\""),
        ("(?:a|ab|b)*c", "exponential (?:a|ab|b)* on \"abababababababababababab\""),
        ("费用(?:.+)+$", "exponential (?:.+)+ on \"费用费用费用费用费用费用费用费用费用费用费用费用\\n\\u{01}\""),
        ("\\w*\\w*\\w*[!?]", "polynomial(degree: 2) \\w* on \"aaaaaaaaaaaa\""),
        ("\\w*\\w*[!?]", "overlapping \\w*\\w*"),
        ("a.*a.*a.*a.*a.*a.*c", "polynomial(degree: 6) .* on \"aaaaaaaaaaaa\""),
        ("\\s*\\s*$", "polynomial(degree: 2) \\s* on \"            \\u{01}\""),
        ("费.*费.*费.*x", "polynomial(degree: 3) .* on \"费费费费费费费费费费费费\""),
        (
            "fee.*(?:high|low).*(?:why|how)x",
            "polynomial(degree: 2) .* on \"feehighhighhighhighhighhighhighhighhighhighhighhigh\""
        ),
        ("(?:\\w{0,9}-?){0,30}x", "exponential (?:\\w{0,9}-?){0,30}x on \"aaaaaaaaaaaa\""),
        (
            "(?:(?!\\w*\\w*[!?])\\w)+[!?]",
            "polynomial(degree: 2) (?:(?!\\w*\\w*[!?])\\w)+ on \"aaaaaaaaaaaa\""
        ),
        ("\\b账户", "edgeBesideHan \\b账"),
        ("密码\\b", "edgeBesideHan 码\\b"),
    ]

    @Test("Twenty bad patterns are found, with the part that makes them so and a text on which it shows")
    func badPatterns() throws {
        #expect(Self.badPatterns.count == 20)
        for (pattern, findings) in Self.badPatterns {
            let risks = PatternLinter.risks(of: try Pattern(pattern))
            let found = risks.map {
                "\($0.kind) \($0.part)\($0.example.isEmpty ? "" : " on " + $0.example.debugDescription)"
            }
            #expect(found.joined(separator: "; ") == findings, "\(pattern)")
        }
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
