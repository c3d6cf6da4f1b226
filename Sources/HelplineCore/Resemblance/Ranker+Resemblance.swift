extension Ranker {
    /// How likely each intent is by the examples, the likeliest first; empty where the pack has nothing to learn from.
    func likenesses() -> [Resemblance.Likeness] {
        knowledge.experience.likenesses(of: text)
    }

    /// What the message means when the examples are heard too.
    ///
    /// The patterns are asked first, since they are what an author can read and rely on; where one covers the message
    /// well nothing else is asked. Else the examples are asked how likely each intent is, and what a pattern found
    /// counts as so much evidence more for its intent.
    func secondOpinion(on result: Result) -> Result {
        guard knowledge.experience.isAny, !result.isHurry, result.care.decision == .none else { return result }
        switch result.questions.decision {
        case .answer(let winners):
            guard winners.count == 1, let winner = winners.first, winner.score < RankingRule.plainBar,
                winner.parts.context == 0
            else { return result }
            let isStrong = winner.score >= RankingRule.highBar
            return weighed(winners, isStrong ? Resemblance.worthOfStrongPattern : Resemblance.worthOfPattern, result)
        case .ask(let tied): return weighed(tied, Resemblance.worthOfTie, result)
        case .none:
            guard result.smalltalk.decision == .none, text.bytes.count >= Resemblance.leastLength else { return result }
            return weighed([], 1, result)
        }
    }

    /// Decides by the examples, for whom each of the intents that patterns found is so many times as likely.
    private func weighed(_ found: [Ranking.Candidate], _ worth: Int, _ result: Result) -> Result {
        var likenesses = likenesses()
        var result = result
        var total = 1000
        for index in likenesses.indices where found.contains(where: { $0.intent == likenesses[index].intent }) {
            total += (worth - 1) * likenesses[index].share
            likenesses[index].share *= worth
        }
        for index in likenesses.indices { likenesses[index].share = 1000 * likenesses[index].share / total }
        likenesses.sort { ($0.share, $1.intent) > ($1.share, $0.intent) }
        result.likenesses = likenesses
        let bar = result.isOtherProduct ? Resemblance.otherProductBar : Resemblance.answerBar
        guard let best = likenesses.first, best.share >= bar, !isRuledOut(best.intent, result) else {
            // What ties is asked, and what is doubtful is offered.
            return found.count == 1 ? result.answered(nil) : result
        }
        if found.count == 1, found[0].intent == best.intent { return result }
        return result.answered(candidate(best, best.share))
    }

    /// Whether a pattern of its `unless` rules an intent out.
    func isRuledOut(_ intent: IntentID, _ result: Result) -> Bool {
        knowledge.indices[intent].map { result.vetoed.contains($0) } ?? true
    }

    private func candidate(_ likeness: Resemblance.Likeness, _ score: Int) -> Ranking.Candidate? {
        guard let index = knowledge.indices[likeness.intent] else { return nil }
        return Ranking.Candidate(
            intent: likeness.intent, index: index, followUp: nil, band: knowledge.content.intents[index].band,
            score: score, origin: .examples, match: 0..<text.bytes.count,
            sentences: 0..<meaning.sentences.count, parts: Ranking.Parts(), verdict: .wins)
    }
}

extension Ranker.Result {
    /// Answers what the examples speak for, or nothing; what the patterns found loses.
    fileprivate func answered(_ resembled: Ranking.Candidate?) -> Ranker.Result {
        var result = self
        for index in questions.candidates.indices where questions.candidates[index].verdict.isOpen {
            result.questions.candidates[index].verdict = resembled == nil ? .doubtful : .loses
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
        return winners.allSatisfy { $0.origin != .examples && (winners.count > 1 || $0.score >= RankingRule.plainBar) }
    }
}

extension Origin {
    /// What stands for a pattern where an intent was found by its examples.
    public static let examples = Origin(text: "its examples", place: "")
}
