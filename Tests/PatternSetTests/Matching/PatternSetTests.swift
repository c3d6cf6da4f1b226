import PCRE2
import PatternSet
import Testing

@Suite("Pattern set")
struct PatternSetTests {
    private func set(_ patterns: [String], searched: Int? = nil) throws -> PatternSet {
        PatternSet(try patterns.map { try Pattern($0) }, searched: searched)
    }

    /// The matches of a text with their places.
    private func matches(
        _ set: PatternSet, _ text: String, using scratch: inout MatchScratch, budget: inout MatchBudget
    ) -> [Int: Range<Int>] {
        var found: [Int: Range<Int>] = [:]
        set.forEachMatch(in: text.utf8Span.span, using: &scratch, budget: &budget) { found[$0] = $1.whole }
        return found
    }

    @Test("Every pattern that matches is reported once, in ascending order, with its first match")
    func search() throws {
        let set = try set(["fees?", "账号", "never", "e", "^"])
        var scratch = MatchScratch()
        var budget = MatchBudget()
        var found: [Int] = []
        var places: [Range<Int>] = []
        set.forEachMatch(in: "账号 fees".utf8Span.span, using: &scratch, budget: &budget) { pattern, captures in
            found.append(pattern)
            places.append(captures.whole)
        }
        #expect(found == [0, 1, 3, 4])
        #expect(places == [7..<11, 0..<6, 8..<9, 0..<0])
        #expect(budget.candidateCount == 4)
        #expect(!budget.isLimited && !budget.isExhausted)
    }

    @Test("A pattern that is not wanted is neither tried nor charged, and what matched before may decide it")
    func notWanted() throws {
        let set = try set(["a", "b", "c", "d"])
        var scratch = MatchScratch()
        var budget = MatchBudget()
        var found: [Int] = []
        set.forEachMatch(in: "abcd".utf8Span, using: &scratch, budget: &budget) { number in
            number != 1 && (number != 3 || !found.contains(2))
        } _: { number, _ in
            found.append(number)
        }
        #expect(found == [0, 2])
        #expect(budget.candidateCount == 2)
        #expect(scratch.compiledCount == 2)
    }

    @Test("Patterns behind the searched ones are found by number only")
    func tail() throws {
        let set = try set(["a", "a", "(?<digits>\\d+)"], searched: 2)
        var scratch = MatchScratch()
        var budget = MatchBudget()
        #expect(matches(set, "a1", using: &scratch, budget: &budget).keys.sorted() == [0, 1])
        var digits: Range<Int>?
        let outcome = set.match(2, in: "a12".utf8Span.span, using: &scratch) { digits = $0["digits"] }
        #expect(outcome == .match(by: .jit))
        #expect(digits == 1..<3)
        #expect(set.match(2, in: "a".utf8Span.span, using: &scratch) == .noMatch(by: .jit))
    }

    @Test(
        "Nothing matches bytes that are no UTF-8",
        arguments: [[0xFF], [0x61, 0xE4], [0xED, 0xA0, 0x80], [0xC0, 0x80]])
    func invalidText(bytes: [UInt8]) throws {
        let set = try set([".*", "a"])
        var scratch = MatchScratch()
        var budget = MatchBudget()
        set.forEachMatch(in: bytes.span, using: &scratch, budget: &budget) { _, _ in Issue.record("matched") }
        #expect(set.match(0, in: bytes.span, using: &scratch) == .notRunnable(.invalidText))
    }

    @Test(
        "Where PCRE2's answer depends on where it begins, it begins where the loop does",
        arguments: [
            ("(?-i:.|.*k|kb+?){0}被盗", "X1被盗É"), ("(?'q'\\A)*+\\P{Lu}{1,2}\\币", "账x Ask币Ksß"),
            ("(?n:(?>(?|a++bb|\\A(?R)|[\\bk]ß{2,}){0}[a^]))(?P<p>\\\\)被盗", "AB^\\被盗"), ("\\Ga|xa", "xa"),
        ])
    func startOfMatching(pattern: String, text: String) throws {
        let set = try set([pattern])
        var scratch = MatchScratch()
        var budget = MatchBudget()
        func groups(_ search: (inout MatchScratch, inout MatchBudget, ([Range<Int>?]) -> Void) -> Void) -> [Range<
            Int
        >?]? {
            var found: [Range<Int>?]?
            search(&scratch, &budget) { found = $0 }
            return found
        }
        let searched = groups { scratch, budget, report in
            set.forEachMatch(in: text.utf8Span, using: &scratch, budget: &budget) { _, captures in
                report((0..<captures.count).map { captures[$0] })
            }
        }
        let looped = groups { scratch, budget, report in
            set.tryEachPattern(in: text.utf8Span, using: &scratch, budget: &budget) { _, captures in
                report((0..<captures.count).map { captures[$0] })
            }
        }
        #expect(searched == looped)
    }

    @Test("A pattern that hits a limit is recorded and passed over; the third hit ends the matching")
    func limits() throws {
        let evil = "(a+)+$"
        let text = String(repeating: "a", count: 40) + "!"
        var scratch = MatchScratch()
        var budget = MatchBudget()
        let twice = try set([evil, "a", evil, "!"])
        #expect(matches(twice, text, using: &scratch, budget: &budget).keys.sorted() == [1, 3])
        #expect(budget.limitedPatterns == [0, 2])
        #expect(budget.isLimited && !budget.isExhausted)

        budget = MatchBudget()
        let thrice = try set([evil, "a", evil, evil, "!"])
        #expect(matches(thrice, text, using: &scratch, budget: &budget).keys.sorted() == [1])
        #expect(budget.limitedPatterns == [0, 2, 3])
        #expect(budget.isExhausted)
    }

    @Test("One budget holds for all windows of a message")
    func sharedBudget() throws {
        let set = try set(["(a+)+$"])
        let text = String(repeating: "a", count: 40) + "!"
        var scratch = MatchScratch()
        var budget = MatchBudget()
        for _ in 0..<5 { _ = matches(set, text, using: &scratch, budget: &budget) }
        #expect(budget.limitedPatterns == [0, 0, 0])
    }

    @Test("A message has 1,024 candidates at most")
    func candidateLimit() throws {
        let set = PatternSet(Array(repeating: try Pattern("a"), count: 1_030))
        var scratch = MatchScratch()
        var budget = MatchBudget()
        #expect(matches(set, "a", using: &scratch, budget: &budget).keys.max() == 1_023)
        #expect(budget.isExhausted)
        #expect(matches(set, "a", using: &scratch, budget: &budget).isEmpty)
    }

    @Test("The tries of a message look through 512 KB at most")
    func scanLimit() throws {
        let set = PatternSet(Array(repeating: try Pattern("a"), count: 1_000))
        var scratch = MatchScratch()
        var budget = MatchBudget()
        let text = String(repeating: "a", count: 1_000)
        #expect(matches(set, text, using: &scratch, budget: &budget).keys.max() == 524)
        #expect(budget.isExhausted)
        #expect(budget.scannedCount == 525_000)
    }

    @Test("A pattern without machine code is counted as not run")
    func notRun() throws {
        let codes = CodeStore(
            limits: MatchLimits(), policy: .interpreterAllowed, capacity: 10, sourceLimit: 2, isJITOffered: false)
        var scratch = MatchScratch(codes: codes)
        var budget = MatchBudget()
        let set = try set(["a.{0,3}b", "a.*b"])
        #expect(matches(set, "acb", using: &scratch, budget: &budget) == [0: 0..<3])
        #expect(budget.unrunCount == 1)
    }

    @Test("Two sets share a scratch, and a forgotten one gives its code back")
    func scratchOfTwoSets() throws {
        let first = try set(["a", "b"])
        let second = try set(["c"])
        var scratch = MatchScratch()
        var budget = MatchBudget()
        #expect(matches(first, "abc", using: &scratch, budget: &budget).count == 2)
        #expect(matches(second, "abc", using: &scratch, budget: &budget).count == 1)
        #expect(scratch.compiledCount == 3)
        scratch.forget(first)
        #expect(scratch.compiledCount == 1)
    }

    @Test("A number of searched patterns beyond the set is the whole set")
    func searchedCount() throws {
        #expect(try set(["a"], searched: 5).searchedCount == 1)
        #expect(try set(["a"], searched: -1).searchedCount == 0)
        #expect(try set([]).patternCount == 0)
    }

    @Test("A long text is searched window by window, and places count from the window's start")
    func longText() throws {
        let set = try set(["^账号", "被盗"])
        let text = "被盗" + String(repeating: "账号没有问题。", count: 90) + "账号被盗"
        var scratch = MatchScratch()
        var budget = MatchBudget()
        var found: [[Int: Range<Int>]] = []
        for window in MatchWindows(of: text.utf8Span.span) {
            var inWindow: [Int: Range<Int>] = [:]
            let part = text.utf8Span.span.extracting(window)
            set.forEachMatch(in: part, using: &scratch, budget: &budget) { inWindow[$0] = $1.whole }
            found.append(inWindow)
        }
        #expect(found.count == 2)
        #expect(found[0][0] == 0..<6)
        #expect(found[0][1]?.count == 6)
        #expect(found[1] == [1: 0..<6])
    }

    @Test("Loops with scratches of their own share a set")
    func manyLoops() async throws {
        let set = try set((0..<200).map { "(x\($0)).{0,4}y" })
        let counts = await withTaskGroup(of: Int.self) { group in
            for loop in 0..<4 {
                group.addTask {
                    var scratch = MatchScratch()
                    var count = 0
                    for number in 0..<200 {
                        var budget = MatchBudget()
                        let text = "x\((number + loop * 50) % 200) y"
                        set.forEachMatch(in: text.utf8Span, using: &scratch, budget: &budget) { _, captures in
                            count += captures[1]?.count ?? 0
                        }
                    }
                    return count
                }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(Set(counts).count == 1)
        #expect(counts.allSatisfy { $0 > 200 })
    }
}
