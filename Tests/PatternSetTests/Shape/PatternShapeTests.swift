import PCRE2
import PatternSet
import Testing

@Suite("Pattern shape")
struct PatternShapeTests {
    private func shape(_ pattern: String) throws -> PatternShape { PatternShape(try Pattern(pattern)) }

    /// The clauses as text: literals joined by “|”, sorted clauses by “ & ”.
    private func clauses(_ pattern: String) throws -> String {
        try shape(pattern).clauses.map { $0.map(\.description).joined(separator: "|") }.sorted().joined(
            separator: " & ")
    }

    /// The items as text: literals joined by “|”, gaps as “{least,most}”.
    private func items(_ pattern: String) throws -> String {
        try shape(pattern).items.map { item in
            switch item {
            case .literals(let literals): literals.map(\.description).joined(separator: "|")
            case .gap(let width): "{\(width.minimum),\(width.maximum.map(String.init) ?? "")}"
            }
        }.joined(separator: " ")
    }

    @Test(
        "Text that every match needs becomes clauses",
        arguments: [
            ("Fee", "fee"),
            ("(币|资产).{0,4}(不见|没|少)了", "不见了|少了|没了 & 币|资产"),
            ("(?:reset|change) my (?:pin|password)", "change my password|change my pin|reset my password|reset my pin"),
            ("\\bfees?\\b", "fee|fees"),
            ("账[户号]", "账号|账户"),
            ("a(?:b|c.*d)", "a & b|c"),
            ("ab|c.*", "ab|c"),
            ("ab|.*", ""),
            ("(?:ab)*c", "c"),
            ("(?:ab)+c", "ab & c"),
            ("(?:ab){2}c", "ababc"),
            ("(?:ab){0}c", "c"),
            ("x(?=.*fee)y", "fee & xy"),
            ("x(?!.*fee)y", "xy"),
            ("(?<=a)b", "a & b"),
            ("(?<name>ab)\\k<name>c", "ab & c"),
            ("\\Qa.b\\E", "a.b"),
            ("\\Qab\\E+c", "a & b & c"),
            ("[ab]c", "ac|bc"),
            ("[a-b]c", "c"),
            ("[^a]c", "c"),
            ("[[:alpha:]]c", "c"),
            ("[]a]c", "]c|ac"),
            ("(?i)a(?-i)B", "ab"),
            ("^\\s*\\d{6}\\s*$", ""),
            ("", ""),
        ])
    func requiredText(pattern: String, expected: String) throws {
        #expect(try clauses(pattern) == expected)
    }

    @Test(
        "Text in other cases than ASCII's is folded as PCRE2 compares it",
        .enabled(if: LibraryVersion().unicode == CaseClasses.tableUnicodeVersion),
        arguments: [("\\x{212A}EY", "key"), ("Straẞe", "straße"), ("ΣΑΣ", "ςας"), ("[Éé]t", "ét")])
    func requiredTextInOtherCases(pattern: String, expected: String) throws {
        #expect(try clauses(pattern) == expected)
    }

    @Test(
        "Literals and gaps at the top level keep their order and distance",
        arguments: [
            ("(币|资产).{0,4}(不见|没)了", "币|资产 {0,4} 不见了|没了"),
            (".{3}a.{1,2}.{0,5}b.*", "a {1,7} b"),
            ("a\\s*b", "a {0,} b"),
            ("a(?:.{2}|c)b", "a {1,2} b"),
            ("a(?:b.{2}c)d", "a b {2,2} c d"),
            ("a(bc)?.b", "a|abc {1,1} b"),
            ("a.(?:bc)?.d", "a {2,4} d"),
            ("a(?:b+){2}c", "a {2,} c"),
            ("a\\Rb", "a {1,2} b"),
            ("a.*b|c", ""),
            ("\\d+", ""),
        ])
    func order(pattern: String, expected: String) throws {
        #expect(try items(pattern) == expected)
    }

    @Test(
        "All literals are listed, optional ones too, those that must not occur not",
        arguments: [
            ("(?:my )?fee.{0,3}(?:high)?", ["fee", "high", "my fee"]),
            ("a(?:b|c.*d)?", ["a", "b", "c", "d"]),
            ("x(?=fee)(?!free)(?<!old)", ["fee", "x"]),
            ("(?:AB)*.(?:c|d.){0}", ["ab", "c", "d"]),
            ("\\d", []),
        ])
    func allLiterals(pattern: String, expected: [String]) throws {
        #expect(try shape(pattern).literals.map(\.description) == expected)
    }

    @Test("Required literals are those of the clauses, each once")
    func requiredLiterals() throws {
        let shape = try shape("(b|a).(a|c).(?:opt)?")
        #expect(shape.requiredLiterals.map(\.description) == ["a", "b", "c"])
        #expect(!shape.isAlwaysCandidate)
        #expect(!shape.isOpaque)
    }

    @Test(
        "What could be read in two ways makes a pattern opaque, with a reason",
        arguments: [
            "a(*ACCEPT)b", "a(*SKIP)b", "a(*pla:b)", "(?(?=a)b|c)", "(a)?(?(1)b|c)", "(?(DEFINE)(?<d>a))b", "a(?#b)c",
            "(?x)a b", "(?xx)a b", "a(?-x)b", "a(?C1)b", "\\012", "a\\0b", "(a)(b)(c)(d)(e)(f)(g)(h)(i)(j)\\10", "\\cA",
            "\\o{141}", "a\\Eb", "a\\Q\\E+", "a{,3}", "{a", "a{x", "a(?*b)", "[ -[b]", "[[:<:]]a",
            "[\\Q]\\E]", "[\\012]", "\\N{U+61}", "\\x6", "\\g1(a)",
        ])
    func givingUp(pattern: String) throws {
        let shape = try shape(pattern)
        #expect(shape.isOpaque)
        #expect(shape.isAlwaysCandidate)
        #expect(shape.clauses.isEmpty && shape.items.isEmpty && shape.literals.isEmpty)
        #expect(!shape.isBounded)
        #expect(shape.opaqueReason?.hasSuffix(".") == true)
    }

    @Test("A pattern without literal text is opaque and still known to be bounded")
    func noLiterals() throws {
        let shape = try shape("^\\d{6}$")
        #expect(shape.opaqueReason == "The pattern holds no literal text.")
        #expect(shape.isBounded)
    }

    @Test("Groups nested deeper than the parser follows make a pattern opaque")
    func depth() throws {
        #expect(!(try shape(String(repeating: "(", count: 50) + "a" + String(repeating: ")", count: 50)).isOpaque))
        #expect(try shape(String(repeating: "(", count: 100) + "a" + String(repeating: ")", count: 100)).isOpaque)
    }

    @Test("Products of sets stay small: what would be too many is kept as two clauses")
    func products() throws {
        let set = "(?:" + (10..<40).map { "w\($0)" }.joined(separator: "|") + ")"
        let shape = try shape(set + set)
        #expect(shape.clauses.map(\.count) == [30, 30])
        #expect(shape.items.count == 2)
    }

    @Test("A large word set is one clause, too large a one is none")
    func largeSets() throws {
        let words = (0..<2_000).map { "w\($0)" }
        let large = try shape("(?:" + words.prefix(1_000).joined(separator: "|") + ")s?")
        #expect(large.clauses.map(\.count) == [1_000])
        let tooLarge = try shape("(?:" + words.joined(separator: "|") + ")")
        #expect(tooLarge.isAlwaysCandidate)
        #expect(tooLarge.literals.count == 2_000)
        #expect(!tooLarge.isOpaque)
    }

    @Test(
        "A pattern is bounded when it has few ways to match",
        arguments: [
            ("(币|资产).{0,8}(不见|没)了", true),
            ("a?b{2,5}[cd]{3}", true),
            ("(?:ab)?c", true),
            ("(?:ab){3}", true),
            ("a.*b", false),
            ("a+", false),
            ("(?:a|ab){1,9}", false),
            ("(a)\\1", false),
            ("(a)(?1)", false),
            (".{0,30}a.{0,30}b.{0,30}c", false),
        ])
    func boundedness(pattern: String, isBounded: Bool) throws {
        #expect(try shape(pattern).isBounded == isBounded)
    }
}
