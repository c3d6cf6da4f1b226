extension Ranker {
    /// How likely each intent is by the examples, the likeliest first; empty where the pack has nothing to learn from.
    func likenesses() -> [Resemblance.Likeness] {
        knowledge.experience.likenesses(of: text, in: knowledge.content)
    }

    /// What the message means when the examples are heard too.
    ///
    /// The patterns are asked first, since they are what an author can read and rely on; where one covers the message well
    /// nothing else is asked. The examples speak where no pattern found anything, decide between patterns that tie, and
    /// overrule one that explains little of the message where they are nearly sure of something else.
    func secondOpinion(on result: Result) -> Result {
        guard knowledge.experience.isAny, !result.isHurry, result.care.decision == .none else { return result }
        switch result.questions.decision {
        case .answer(let winners):
            guard winners.count == 1, let winner = winners.first, winner.score < RankingRule.highBar,
                winner.parts.context == 0
            else { return result }
            return overruled(winner, result)
        case .ask(let tied): return decided(between: tied, result)
        case .none:
            guard result.smalltalk.decision == .none else { return result }
            return resembled(result)
        }
    }

    private func resembled(_ result: Result) -> Result {
        guard text.bytes.count >= Resemblance.leastLength else { return result }
        let bar = result.isOtherProduct ? Resemblance.otherProductBar : Resemblance.answerBar
        guard let best = likenesses().first, best.share >= bar, !isRuledOut(best.intent, result) else { return result }
        return result.answered(candidate(best))
    }

    private func overruled(_ winner: Ranking.Candidate, _ result: Result) -> Result {
        let likenesses = likenesses()
        let own = likenesses.first { $0.intent == winner.intent }?.share ?? 0
        guard let best = likenesses.first, own <= Resemblance.doubtBar else { return result }
        if best.share >= Resemblance.overrulingBar, !isRuledOut(best.intent, result) {
            return result.answered(candidate(best))
        }
        let none = 1000 - likenesses.reduce(0) { $0 + $1.share }
        return none >= Resemblance.strangerBar ? result.answered(nil) : result
    }

    private func decided(between tied: [Ranking.Candidate], _ result: Result) -> Result {
        guard let best = likenesses().first, best.share >= Resemblance.tieBar,
            tied.contains(where: { $0.intent == best.intent })
        else { return result }
        return result.answered(candidate(best))
    }

    private func isRuledOut(_ intent: IntentID, _ result: Result) -> Bool {
        knowledge.indices[intent].map { result.vetoed.contains($0) } ?? true
    }

    private func candidate(_ likeness: Resemblance.Likeness) -> Ranking.Candidate? {
        guard let index = knowledge.indices[likeness.intent] else { return nil }
        return Ranking.Candidate(
            intent: likeness.intent, index: index, followUp: nil, band: knowledge.content.intents[index].band,
            score: likeness.share, origin: .examples, match: 0..<text.bytes.count,
            sentences: 0..<meaning.sentences.count, parts: Ranking.Parts(), verdict: .wins)
    }
}

extension Ranker.Result {
    /// Answers what the examples speak for, or nothing; what the patterns found loses.
    fileprivate func answered(_ resembled: Ranking.Candidate?) -> Ranker.Result {
        var result = self
        for index in questions.candidates.indices where questions.candidates[index].verdict.isOpen {
            result.questions.candidates[index].verdict = .loses
        }
        guard let resembled else {
            result.questions.decision = .none
            return result
        }
        result.questions.candidates.removeAll { $0.intent == resembled.intent }
        result.questions.candidates.insert(resembled, at: 0)
        result.questions.decision = .answer([resembled])
        result.isOtherProduct = false
        return result
    }
}

extension Ranking.Candidate.Verdict {
    fileprivate var isOpen: Bool { self == .wins || self == .ties }
}

extension Ranking {
    /// Whether patterns alone decide, as one of them covers the message well.
    public var isPlain: Bool {
        guard case .answer(let winners) = decision else { return false }
        return winners.allSatisfy { $0.origin != .examples && (winners.count > 1 || $0.score >= RankingRule.highBar) }
    }
}

extension Origin {
    /// What stands for a pattern where an intent was found by its examples.
    public static let examples = Origin(text: "its examples", place: "")
}
