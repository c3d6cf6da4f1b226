extension Ranker {
    /// How likely each intent is by the examples, the likeliest first; empty where the pack has nothing to learn from.
    func likenesses() -> [Resemblance.Likeness] {
        knowledge.experience.likenesses(of: text, in: knowledge.content)
    }

    /// The intent that the examples speak for, where no pattern found anything and none ruled anything out.
    ///
    /// The patterns are asked first: they are what an author can read and rely on.
    func resembled(_ result: Result) -> Ranking.Candidate? {
        guard !result.isUnderstood, let best = likenesses().first, best.share >= Resemblance.answerBar,
            let index = knowledge.indices[best.intent]
        else { return nil }
        return Ranking.Candidate(
            intent: best.intent, index: index, followUp: nil, band: knowledge.content.intents[index].band,
            score: best.share, origin: .examples, match: 0..<text.bytes.count,
            sentences: 0..<meaning.sentences.count, parts: Ranking.Parts(), verdict: .wins)
    }
}

extension Origin {
    /// What stands for a pattern where an intent was found by its examples.
    public static let examples = Origin(text: "its examples", place: "")
}

extension Ranking {
    /// Answers what the examples speak for.
    mutating func answer(resembled: Candidate) {
        candidates.removeAll { $0.intent == resembled.intent }
        candidates.insert(resembled, at: 0)
        decision = .answer([resembled])
    }
}
