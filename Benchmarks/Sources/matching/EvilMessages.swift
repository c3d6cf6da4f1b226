import PCRE2
import PatternSet

/// The longest that one message takes on patterns that were written to take long.
enum EvilMessages {
    static let columns = ["pattern", "message", "ms", "cut off"]

    private static let cases: [(pattern: String, unit: String, tail: String)] = [
        ("(a+)+$", "a", "!"), ("(\\w+\\s?)*$", "word ", "!"), ("(\\p{L}+\\p{Han}*)+！", "账户", "x"),
        ("([\\s\\S]*?[\\s\\S]*?)*?\\z(?!)", "账户", ""), ("^\\w*\\w*\\w*[!?]", "a", ""), ("\\w*\\w*[!?]", "a", ""),
        ("(?:(?!\\w*\\w*[!?])\\w)+[!?]", "a", ""), ("(.*)*x", "a", "x"), ("(x+x+)+y", "x", "y"),
        ("a.*a.*a.*a.*a.*a.*c", "a ", ""), ("a.*a.*a.*a.*a.*a.*c", "a ", "\nc"),
    ]

    /// Each case on the longest window, compiled beforehand.
    static func rows() throws -> [[String]] {
        try cases.map { evil in
            let set = PatternSet([try Pattern(evil.pattern)])
            // What the pattern needs stands first, so that no look at the text's words spares the work.
            var text = "xyc！!? \n"
            text += String(repeating: evil.unit, count: 500 / evil.unit.unicodeScalars.count) + evil.tail
            text.makeContiguousUTF8()
            var scratch = MatchScratch()
            var worst: UInt64 = 0
            var hits = 0
            for pass in 0..<5 {
                var budget = MatchBudget()
                let start = threadTime()
                set.forEachMatch(in: text.utf8Span, using: &scratch, budget: &budget) { _, _ in }
                if pass > 0 { worst = max(worst, threadTime() - start) }
                hits = budget.limitedPatterns.count
            }
            return [
                "`\(evil.pattern)`", "`\(evil.unit)`…\(evil.tail == "\nc" ? "\\nc" : evil.tail)",
                (Double(worst) / 1_000_000).written(3),
                hits > 0 ? "yes" : "no",
            ]
        }
    }
}
