internal import PatternSet

extension KnowledgeBase {
    /// Ranks a message, and ranks it once more with its slips of the keyboard mended where nothing explains it as it
    /// is.
    ///
    /// What a mended message may mean is answered where the repair is plain and the score far above the bar, else it is
    /// asked.
    func understand(
        _ text: NormalizedText, _ meaning: Meaning, locale: LocaleID, live: [IntentID],
        using scratch: inout MatchScratch
    ) -> Ranker.Result {
        let ranker = Ranker(knowledge: self, text: text, meaning: meaning, locale: locale, live: live)
        let plain = ranker.rank(using: &scratch)
        guard !plain.isUnderstood, let repair = TypoRepair(words).mend(text),
            commands.find(in: repair.text) == nil
        else { return plain }
        let mended = Ranker(
            knowledge: self, text: repair.text, meaning: Meaning(repair.text, in: self), locale: locale, live: live)
        var result = mended.rank(using: &scratch)
        guard result.questions.decision != .none || result.smalltalk.decision != .none else { return plain }
        result.repair = repair
        if case .answer(let winners) = result.questions.decision,
            repair.isDoubtful || winners.contains(where: { $0.score < RankingRule.repairBar })
        {
            result.questions.ask(winners)
        }
        return result
    }
}

extension Ranking {
    /// Makes an offer of what would have been answered.
    fileprivate mutating func ask(_ winners: [Candidate]) {
        for index in candidates.indices where candidates[index].verdict == .wins { candidates[index].verdict = .ties }
        decision = .ask(winners)
    }
}
