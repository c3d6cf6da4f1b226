import PCRE2
import Testing

@Suite("Code store")
struct CodeStoreTests {
    /// Matches one pattern on one text and takes the ranges out.
    private func match(
        _ pattern: String, _ text: String, options: Pattern.Options = [], limits: MatchLimits = MatchLimits()
    ) throws -> (outcome: MatchOutcome, groups: [Range<Int>?]) {
        var store = CodeStore(limits: limits)
        let source = try PatternList(pattern, options: options)
        let outcome = store.match(0, of: source, in: text.utf8Span)
        return (outcome, store.withCaptures { captures in (0..<captures.count).map { captures[$0] } })
    }

    @Test("A match reports its place and its groups in bytes")
    func groups() throws {
        let (outcome, groups) = try match("(账号).{0,4}(被盗)(了)?", "我的账号昨天被盗")
        #expect(outcome == .match(by: .jit))
        #expect(groups == [6..<24, 6..<12, 18..<24])
    }

    @Test("A group that took no part is nil, also before the last one that did, also one that does not exist")
    func unsetGroups() throws {
        var store = CodeStore()
        let source = try PatternList("(a)|(b)(c)?|(d)")
        #expect(store.match(0, of: source, in: "b".utf8Span).isMatch)
        store.withCaptures { captures in
            #expect(captures[1] == nil)
            #expect(captures[2] == 0..<1)
            #expect(captures[3] == nil)
            #expect(captures[4] == nil)
            #expect(captures[5] == nil)
            #expect(captures[-1] == nil)
        }
    }

    @Test("A match that is looked for at a place starts there, and sees what stands before it")
    func atOnePlace() throws {
        var store = CodeStore()
        let source = try PatternList(["(?<!x)a(b)?", "^a"])
        let text = "xa ab".utf8Span
        #expect(store.match(0, of: source, in: text, at: 1) == .noMatch(by: .jit))
        #expect(store.match(0, of: source, in: text, at: 2) == .noMatch(by: .jit))
        #expect(store.match(0, of: source, in: text, at: 3).isMatch)
        store.withCaptures { #expect($0.whole == 3..<5 && $0[1] == 4..<5) }
        #expect(store.match(1, of: source, in: text, at: 3) == .noMatch(by: .jit))
        #expect(store.match(0, of: source, in: text).isMatch)
        #expect(store.compiledCount == 3)
    }

    @Test(
        "Machine code does not give up a repeat that it gave up in another alternative",
        arguments: [
            ("(?:ab abs|ab).*a", "ab abs  x", 0..<4), ("(?:ab abs|ab)[^z]{2,}b", "ab abs  x", 0..<5),
            ("(1|)b*1", "1", 0..<1),
            ("i(k*+)(?1)", "Bikka", 1..<4),
        ])
    func noEarlyFail(pattern: String, text: String, place: Range<Int>) throws {
        let (outcome, groups) = try match(pattern, text)
        #expect(outcome == .match(by: .jit))
        #expect(groups.first == place)
    }

    @Test("Groups of an earlier match do not shine through")
    func staleGroups() throws {
        var store = CodeStore()
        let source = try PatternList(["(a)(b)(c)(d)", "(a)", "(x)?a(y)?"])
        #expect(store.match(0, of: source, in: "abcd".utf8Span).isMatch)
        #expect(store.match(2, of: source, in: "abcd".utf8Span).isMatch)
        store.withCaptures { captures in
            #expect(captures.whole == 0..<1)
            #expect(captures[1] == nil)
            #expect(captures[2] == nil)
            #expect(captures[3] == nil)
        }
    }

    @Test("Without a match there is nothing to capture")
    func noCaptures() throws {
        var store = CodeStore()
        let source = try PatternList(["(a)", "(b)"])
        #expect(store.match(0, of: source, in: "a".utf8Span).isMatch)
        #expect(store.match(1, of: source, in: "a".utf8Span) == .noMatch(by: .jit))
        store.withCaptures { captures in
            #expect(captures.count == 0)
            #expect(captures[0] == nil)
            #expect(captures.whole.isEmpty)
        }
    }

    @Test("A name gives the first of its groups that took part")
    func duplicateNames() throws {
        var store = CodeStore()
        let source = try PatternList("(?J)(?:(?<coin>BTC)|(?<coin>比特币)).*(?<when>昨天)?")
        #expect(store.match(0, of: source, in: "比特币丢了".utf8Span).isMatch)
        store.withCaptures { captures in
            #expect(captures["coin"] == 0..<9)
            #expect(captures["when"] == nil)
            #expect(captures["nobody"] == nil)
        }
    }

    @Test("A match whose start is set behind its end is empty, at its start")
    func startBehindEnd() throws {
        let (outcome, groups) = try match("(?(DEFINE)(?<skip>ab\\K))(?=(?&skip))", "ab")
        #expect(outcome.isMatch)
        #expect(groups[0] == 2..<2)
    }

    @Test(
        "An empty text is matched like any other",
        arguments: [("^$", true), ("a?", true), ("a", false), ("\\A\\z", true)])
    func emptyText(pattern: String, isMatch: Bool) throws {
        #expect(try match(pattern, "").outcome == (isMatch ? .match(by: .jit) : .noMatch(by: .jit)))
        var store = CodeStore()
        let bytes: [UInt8] = []
        let text = try UTF8Span(validating: bytes.span)
        #expect(store.match(0, of: try PatternList(pattern), in: text).isMatch == isMatch)
    }

    @Test(
        "Case is ignored unless asked for, beyond ASCII too, and Han characters are no word characters",
        arguments: [
            ("RESET", "reset", [], true),
            ("RESET", "reset", .caseSensitive, false),
            ("ärger", "ÄRGER", [], true),
            ("k", "\u{212A}", [], true),
            ("ss", "ß", [], false),
            ("\\breset\\b", "我要reset密码", [], true),
            ("\\d", "１", [], false),
            ("^.$", "币", [], true),
            ("a.b", "a\nb", [], false),
            ("a.b", "a\rb", [], true),
        ] as [(String, String, Pattern.Options, Bool)])
    func options(pattern: String, text: String, options: Pattern.Options, isMatch: Bool) throws {
        #expect(try match(pattern, text, options: options).outcome.isMatch == isMatch)
    }

    @Test("A pattern that hits the match limit is a limit and not a miss")
    func stepLimit() throws {
        let text = String(repeating: "a", count: 40) + "!"
        #expect(try match("(a+)+$", text).outcome == .limit(.steps))
        #expect(try match("(a+)+!", text).outcome == .match(by: .jit))
    }

    @Test("A pattern that needs more stack than there is is a limit and not a miss")
    func stackLimit() throws {
        let text = String(repeating: "ab", count: 4_000)
        #expect(try match("^(?:(a)|(b))+$", text, limits: MatchLimits(steps: 1_000_000)).outcome == .limit(.stack))
    }

    @Test("Room for the groups grows with the source")
    func manyGroups() throws {
        let text = String(repeating: "x", count: 100)
        let (outcome, groups) = try match(String(repeating: "(x)", count: 100), text)
        #expect(outcome.isMatch)
        #expect(groups.count == 101)
        #expect(groups[100] == 99..<100)
    }
}
