extension Ranker {
    /// The intents to offer where none is answered, at most three.
    ///
    /// Those that tie, else those that the examples speak for, unless another product is named and an `unless` rules
    /// them out; else, where a pack has nothing to learn from, those found too weakly and those whose title shares
    /// words with the message.
    func offers(_ result: Result) -> [IntentID] {
        if case .ask(let tied) = result.questions.decision { return tied.map(\.intent) }
        if result.isHurry { return [] }
        if knowledge.experience.isAny {
            let bar = result.isOtherProduct ? Resemblance.otherOfferBar : Resemblance.offerBar
            let likely = (result.likenesses ?? likenesses()).filter {
                $0.share >= bar && !(result.isOtherProduct && isRuledOut($0.intent, result))
            }
            return likely.prefix(RankingRule.choices).map(\.intent)
        }
        if result.isOtherProduct { return [] }
        var ids = result.questions.candidates.filter { $0.verdict == .belowBar && $0.score > 0 }.map(\.intent)
        for id in byTitle() where !ids.contains(id) { ids.append(id) }
        return Array(ids.prefix(RankingRule.choices))
    }

    /// The intents whose titles share words or pairs of Han characters with the message, most first.
    private func byTitle() -> [IntentID] { knowledge.topics.nearest(to: text) }
}
