public import PCRE2

extension PatternSet {
    /// Reports every searched pattern that matches the text, once, with its first match, in ascending number.
    ///
    /// The text is normalised, and one window of at most 512 characters. It MUST be valid UTF-8; nothing matches a text
    /// that is not. A pattern that hits a limit is recorded in the budget and counts as not matched; when the budget is
    /// exhausted the search ends. Only the patterns whose literals occur in the text are tried, and each of them is
    /// charged as a candidate. The captures are lent for the call of `body` only. Once the patterns are compiled, a
    /// search allocates nothing.
    public func forEachMatch(
        in text: Span<UInt8>, using scratch: inout MatchScratch, budget: inout MatchBudget,
        _ body: (_ pattern: Int, _ captures: borrowing Captures) -> Void
    ) {
        guard let text = try? UTF8Span(validating: text) else { return }
        forEachMatch(in: text, using: &scratch, budget: &budget, body)
    }

    /// Reports every searched pattern that matches the text, without a check that the type has made already.
    public func forEachMatch(
        in text: UTF8Span, using scratch: inout MatchScratch, budget: inout MatchBudget,
        _ body: (_ pattern: Int, _ captures: borrowing Captures) -> Void
    ) {
        forEachMatch(in: text, using: &scratch, budget: &budget, where: { _ in true }, body)
    }

    /// Reports every searched pattern that matches the text and that the caller asks for when its turn comes.
    ///
    /// What is not asked for is neither tried nor charged. The turns come in ascending number, after `body` was called
    /// for what matched before.
    public func forEachMatch(
        in text: UTF8Span, using scratch: inout MatchScratch, budget: inout MatchBudget,
        where isWanted: (_ pattern: Int) -> Bool, _ body: (_ pattern: Int, _ captures: borrowing Captures) -> Void
    ) {
        scratch.candidates.find(text.span, in: index.tables)
        while let candidate = scratch.candidates.popCandidate() {
            guard isWanted(candidate.pattern) else { continue }
            if let match = candidate.starts.match {
                guard budget.admitDecided() else { return }
                Captures.lend(match, of: candidate.pattern, in: self) { body(candidate.pattern, $0) }
                continue
            }
            guard budget.admitCandidate(on: text.count - candidate.starts.first) else { return }
            let outcome = attempt(candidate, in: text, using: &scratch)
            if outcome.isMatch {
                scratch.codes.withCaptures { body(candidate.pattern, $0) }
            } else {
                budget.record(outcome, of: candidate.pattern)
            }
        }
    }

    /// Tries a candidate where it may match; an attempt that is cut off is the last.
    @inline(__always)
    private func attempt(
        _ candidate: CandidateBits.Candidate, in text: UTF8Span, using scratch: inout MatchScratch
    ) -> MatchOutcome {
        let (number, starts) = (candidate.pattern, candidate.starts)
        guard starts.count > 0 else {
            return scratch.codes.match(number, of: self, in: text, from: starts.first)
        }
        var outcome = scratch.codes.match(number, of: self, in: text, at: starts.first)
        var index: UInt8 = 1
        while index < starts.count, outcome.isNoMatch {
            outcome = scratch.codes.match(number, of: self, in: text, at: starts[index])
            index &+= 1
        }
        return outcome
    }

    /// Reports the patterns that a search would try on the text, in ascending number, and runs none of them.
    ///
    /// What an author wants to know of a pattern, and a test of the index; the text MUST be valid UTF-8.
    public func forEachCandidate(
        in text: UTF8Span, using scratch: inout MatchScratch, _ body: (_ pattern: Int) -> Void
    ) {
        scratch.candidates.find(text.span, in: index.tables)
        while let candidate = scratch.candidates.popCandidate() { body(candidate.pattern) }
    }

    /// Answers by trying every pattern in turn; whatever else answers the same question is compared with this.
    ///
    /// It rules nothing out beforehand, so it cannot tell candidates from the rest: a pattern that matches is charged
    /// as one, a pattern that does not is free.
    public func tryEachPattern(
        in text: UTF8Span, using scratch: inout MatchScratch, budget: inout MatchBudget,
        _ body: (_ pattern: Int, _ captures: borrowing Captures) -> Void
    ) {
        for number in 0..<searchedCount where !budget.isExhausted {
            let outcome = scratch.codes.match(number, of: self, in: text)
            if outcome.isMatch {
                guard budget.admitCandidate(on: text.count) else { return }
                scratch.codes.withCaptures { body(number, $0) }
            } else {
                budget.record(outcome, of: number)
            }
        }
    }

    /// Tries one pattern, searched or not, and lends its captures when it matches.
    ///
    /// The number MUST be one of the set's. Costs a check of the text and a call of PCRE2.
    @discardableResult
    public func match(
        _ number: Int, in text: Span<UInt8>, using scratch: inout MatchScratch,
        _ body: (_ captures: borrowing Captures) -> Void = { _ in }
    ) -> MatchOutcome {
        guard let text = try? UTF8Span(validating: text) else { return .notRunnable(.invalidText) }
        return match(number, in: text, using: &scratch, body)
    }

    /// Tries one pattern without a check of the text that the type has made already.
    @discardableResult
    public func match(
        _ number: Int, in text: UTF8Span, using scratch: inout MatchScratch,
        _ body: (_ captures: borrowing Captures) -> Void = { _ in }
    ) -> MatchOutcome {
        let outcome = scratch.codes.match(number, of: self, in: text)
        if outcome.isMatch { scratch.codes.withCaptures { body($0) } }
        return outcome
    }
}
