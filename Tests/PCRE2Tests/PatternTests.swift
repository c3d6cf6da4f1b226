import PCRE2
import Testing

@Suite("Pattern")
struct PatternTests {
    @Test(
        "What PCRE2 cannot compile is an error with the place and PCRE2's message",
        arguments: [
            ("(", 1, "missing closing parenthesis"),
            ("a)b", 1, "unmatched closing parenthesis"),
            ("账户(", 7, "missing closing parenthesis"),
            ("[z-a]", 3, "range out of order in character class"),
            ("*", 0, "quantifier does not follow a repeatable item"),
            ("(?<n>a)(?<n>b)", 12, "two named subpatterns have the same name (PCRE2_DUPNAMES not set)"),
        ])
    func faults(text: String, offset: Int, message: String) {
        let error = #expect(throws: PatternError.self) { try Pattern(text) }
        #expect(error?.offset == offset)
        #expect(error?.message == message)
        #expect(error?.pattern == text)
        #expect((error?.code.rawValue ?? 0) > 0)
    }

    @Test("An error says in one sentence what is wrong and where")
    func description() {
        let inside = #expect(throws: PatternError.self) { try Pattern("a)b") }
        #expect(inside?.description == "The pattern “a)b” is not valid at byte 1: unmatched closing parenthesis.")
        let atEnd = #expect(throws: PatternError.self) { try Pattern("(") }
        #expect(atEnd?.description == "The pattern “(” is not valid at its end: missing closing parenthesis.")
    }

    @Test(
        "A pattern that starts with (* is refused, whatever follows",
        arguments: [
            "(*UTF)a", "(*UCP)a", "(*NO_JIT)a", "(*LIMIT_MATCH=1)a", "(*LIMIT_HEAP=0)a", "(*NOTEMPTY)a", "(*CRLF)a",
            "(*COMMIT)a", "(*F)", "(*pla:a)b", "(*", "(*nonsense)",
        ])
    func leadingOptions(text: String) {
        let error = #expect(throws: PatternError.self) { try Pattern(text) }
        #expect(error?.code == .leadingOption)
        #expect(error?.offset == 0)
    }

    @Test("\\C, which cuts characters in two, is refused")
    func singleCodeUnit() {
        #expect(throws: PatternError.self) { try Pattern("a\\Cb") }
    }

    @Test("A pattern knows its groups, their names and the length of its shortest match")
    func facts() throws {
        let pattern = try Pattern("(?<asset>BTC|ETH).{2,6}(?<when>昨天|今天)(x)?")
        #expect(pattern.captureCount == 3)
        #expect(pattern.names.all == ["asset", "when"])
        #expect(pattern.names.numbers(of: "when") == [2])
        #expect(pattern.names.numbers(of: "nobody").isEmpty)
        #expect(pattern.minimumLength == 7)
        #expect(!pattern.matchesEmpty)
        #expect(try Pattern("a*").matchesEmpty)
    }

    @Test(
        "A name may stand for several groups",
        arguments: [
            ("(?J)(?<n>a)|(?<n>b)", Pattern.Options()),
            ("(?<n>a)|(?<n>b)", .duplicateNames),
        ])
    func duplicateNames(text: String, options: Pattern.Options) throws {
        let pattern = try Pattern(text, options: options)
        #expect(pattern.names.all == ["n"])
        #expect(pattern.names.numbers(of: "n") == [1, 2])
    }

    @Test("Patterns are equal when text and options are")
    func equality() throws {
        #expect(try Pattern("a") == Pattern("a"))
        #expect(try Pattern("a") != Pattern("a", options: .caseSensitive))
        #expect(try Set([Pattern("a"), Pattern("a"), Pattern("b")]).count == 2)
    }

    @Test("Patterns that only differ in how a letter is composed are different")
    func canonicalEquivalence() throws {
        #expect(try Pattern("\u{E9}") != Pattern("e\u{301}"))
    }

    @Test("A zero character is part of a pattern")
    func zeroCharacter() throws {
        #expect(try Pattern("a\0b").minimumLength == 3)
    }

    @Test("The linked library says which it is")
    func libraryVersion() {
        let library = LibraryVersion()
        #expect(library.version.hasPrefix("10."))
        #expect(library.unicode.contains("."))
        #expect(library.description.hasPrefix("PCRE2 10."))
        #expect(!library.isJITAvailable || library.jitTarget != nil)
    }
}
