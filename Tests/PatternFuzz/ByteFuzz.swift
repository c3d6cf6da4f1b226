internal import PCRE2
internal import PatternSet

/// Compares the search with PCRE2 on a pattern and a text made of any bytes, as libFuzzer makes them up.
package enum ByteFuzz {
    /// Takes what stands before the first zero byte for the pattern, and what stands behind for the text.
    ///
    /// - Returns: what is wrong, nil when nothing is.
    package static func fault(of bytes: UnsafeRawBufferPointer) -> String? {
        let parts = bytes.prefix(400).split(separator: 0, maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, let source = String(validating: parts[0], as: UTF8.self),
            let text = String(validating: parts[1], as: UTF8.self), let pattern = try? Pattern(source)
        else { return nil }
        let set = PatternSet([pattern])
        var scratch = MatchScratch()
        var budgets = (MatchBudget(), MatchBudget())
        var searched: Range<Int>?
        var looped: Range<Int>?
        set.forEachMatch(in: text.utf8Span, using: &scratch, budget: &budgets.0) { searched = $1.whole }
        set.tryEachPattern(in: text.utf8Span, using: &scratch, budget: &budgets.1) { looped = $1.whole }
        guard !budgets.0.isLimited, !budgets.1.isLimited, searched != looped else { return nil }
        return
            "“\(source)” on “\(text)”: the search says \(String(describing: searched)), the loop \(String(describing: looped))"
    }
}
