import PCRE2
import Testing

@testable import PatternSet

@Suite("Patterns that are decided without PCRE2")
struct PlainFormTests {
    /// A match as the search found it and as the loop did, and whether it was decided from the places of the texts.
    private struct Finding: Equatable {
        var searched: Range<Int>?
        var looped: Range<Int>?
        var isDecided: Bool
    }

    private func find(_ pattern: String, in text: String) throws -> Finding {
        let set = PatternSet([try Pattern(pattern)])
        var scratch = MatchScratch()
        var budgets = (MatchBudget(), MatchBudget())
        var finding = Finding(isDecided: false)
        set.forEachMatch(in: text.utf8Span, using: &scratch, budget: &budgets.0) { finding.searched = $1.whole }
        set.tryEachPattern(in: text.utf8Span, using: &scratch, budget: &budgets.1) { finding.looped = $1.whole }
        finding.isDecided = budgets.0.decidedCount == 1
        return finding
    }

    @Test(
        "Texts, gaps and boundaries are decided from where the texts stand, with the match that PCRE2 finds",
        arguments: [
            ("账号.{0,4}被盗", "账号账号被盗", 0..<18), ("账号.{0,2}被盗", "账号一账号被盗被盗", 9..<27),
            ("账号.{0,1}被盗", "账号一二被盗账号被盗", 18..<30), ("fees?", "FEES", 0..<4), ("(?:fees|fee)", "feess", 0..<4),
            ("(?:fee|fees).{1,2}you", "fees you", 0..<8), ("(?:aaab|aaa).?(?:bcd|cde)", "aaabbcd", 0..<7),
            ("(?:abc|abcde)", "abcde", 0..<3), ("(?:abc|abcde)\\b", "abcde", 0..<5),
            ("\\bfee\\b.{0,9}\\bask\\b", "fees fee, ask", 5..<13), ("\\bfee\\b", "coffee fee", 7..<10),
            ("\\bfee\\b", "多fee了", 3..<6), ("fee\\b", "fees x fee", 7..<10), ("send|withdraw", "to withdraw", 3..<11),
            ("don't.{0,3}pay", "DON'T EVEN don't pay", 11..<20), ("a\\.b.{0,9}c-d", "xa.bc-dc-d", 1..<10),
            ("被盗.{0,70}被盗", String(repeating: "被盗", count: 40), 0..<222),
            ("^(?=.*(?:fee|charge))(?=.*send)", "send it, what charge", 0..<0),
        ])
    func decided(pattern: String, text: String, match: Range<Int>) throws {
        #expect(try find(pattern, in: text) == Finding(searched: match, looped: match, isDecided: true))
    }

    @Test(
        "What is not plain, or a text of which not all is known, is left to PCRE2",
        arguments: [
            // Groups that capture, lazy and possessive repeats, classes, texts of two letters, mixed preferences.
            ("(账号).{0,4}被盗", "账号被盗"), ("账号.{0,4}?被盗", "账号被盗被盗"), ("账号.{0,4}+盗了", "账号盗了"), ("账号.*盗了", "账号盗了"),
            ("fee[sx]", "fees"), ("(?:fee|fees)s?", "feess"), ("(?:abc|abcde)f?\\b", "abcde"), ("fees??", "fees"),
            ("ok.{0,3}fee", "ok fee"), ("(?:fee|fees|feed me|feed)", "feed me"),
            ("(?:fee)?.{0,3}ask", "ask"),
            (".{0,3}fees", "a fees"), ("fees.{0,3}", "fees a"), ("(?>fee|fees)s?", "feess"), ("(?i:fees)", "fees"),
            ("\\bfee|fees\\b", "fees"), ("fees\\d", "fees1"), ("(?:fees|x.y)", "xay"), ("\\Qfees\\E", "fees"),
            // Several lines, 128 characters, and a letter whose folded form has another length.
            ("fees.{0,9}ask", "fees\nfees ask"), ("被盗", String(repeating: "一", count: 126) + "被盗"),
            ("task", "Kelvin \u{212A} task"), ("^(?=.*fees)(?=.*send)", "send\nfees send"),
            // One text is the trigger and nothing else, so that nothing is left to be decided.
            ("^(?=.*fees)", "a fees"),
        ])
    func left(pattern: String, text: String) throws {
        let finding = try find(pattern, in: text)
        #expect(!finding.isDecided && finding.searched == finding.looped)
    }

    @Test(
        "A text that only nearly matches is ruled out",
        arguments: [
            ("账号.{1,2}被盗", "账号被盗"), ("账号.{0,2}被盗", "账号一二三被盗"), ("\\bfee\\b", "fees coffee"), ("fee\\b", "fee_ feed"),
            ("被盗.{0,2}账号", "账号被盗"), ("^(?=.*fees)(?=.*send)", "fees"),
        ])
    func ruledOut(pattern: String, text: String) throws {
        #expect(try find(pattern, in: text) == Finding(searched: nil, looped: nil, isDecided: false))
        let set = PatternSet([try Pattern(pattern)])
        var scratch = MatchScratch()
        var candidates: [Int] = []
        set.forEachCandidate(in: text.utf8Span, using: &scratch) { candidates.append($0) }
        #expect(candidates.isEmpty)
    }

    @Test("Which of several texts at one place is tried first is known where it is always the longer or the shorter")
    func preference() {
        func preference(_ members: [String]) -> LiteralSet.Preference? {
            var pool = LiteralPool()
            let sets = members.map { pool.set(of: Array($0.utf8), characters: $0.count) }
            return pool.union(sets).flatMap(pool.preference)
        }
        let many = (1...30).map { "word\(100 + $0)" }
        for others in [[], many] {
            #expect(preference(["ab", "cd"] + others) == .longer)
            #expect(preference(["abc", "ab", "x", "a"] + others) == .longer)
            #expect(preference(["a", "x", "ab", "abc"] + others) == .shorter)
            #expect(preference(["ab", "abc", "a"] + others) == nil)
            #expect(preference(["a", "ab", "xy", "x"] + others) == nil)
        }
    }
}
