public import PatternSet

/// What a message means without a conversation around it: the work of `helpline match` and `explain`.
public struct Classification: Sendable {
    /// The normalised text.
    public var text: NormalizedText
    /// The language of the message.
    public var locale: LocaleID
    /// The questions found, best first.
    public var ranking: Ranking
    /// Talk beside the matter, where no question was found.
    public var smalltalk: Ranking
    /// What is said before anything else to somebody who may be in danger.
    public var care: Ranking
    /// The intent that is answered, as replies name it; nil where none is, or two tie.
    public var intent: IntentID?
    /// Its score in thousandths, at most 1000.
    public var score: Int
    /// The best of the others, and its score.
    public var runnerUp: (intent: IntentID, score: Int)?
    /// What the user would be offered instead, at most three.
    public var choices: [IntentID]
    /// Whether the line speaks of somebody else's product.
    public var isOtherProduct: Bool
    /// Whether the line is only in a hurry.
    public var isHurry: Bool
    /// The words of the pack that took the place of slips, in order.
    public var mended: [String]
}

extension KnowledgeBase {
    /// Ranks a message by itself.
    ///
    /// - Parameters:
    ///   - message: the user's words.
    ///   - locale: their language where it is known; else the message tells.
    ///   - offers: whether to look for titles to offer where nothing is answered, which costs a look at each.
    ///   - scratch: the caller's loop's own.
    public func classify(
        _ message: String, locale: LocaleID? = nil, offers: Bool = true, using scratch: inout MatchScratch
    ) -> Classification {
        let text = NormalizedText(message)
        let meaning = Meaning(text, in: self)
        let language = locale.map { content.locales.nearest(to: $0) } ?? meaning.language ?? content.locales.standard
        let ranker = Ranker(knowledge: self, text: text, meaning: meaning, locale: language, live: [])
        let result = ranker.secondOpinion(
            on: understand(text, meaning, locale: language, live: [], using: &scratch))
        let winner: Ranking.Candidate? =
            result.questions.candidates.first { $0.verdict == .wins }
        let answered = winner.flatMap { intent($0.intent)?.reported }
        let other = result.questions.candidates.first { $0.intent != winner?.intent }
        return Classification(
            text: text, locale: language, ranking: result.questions, smalltalk: result.smalltalk, care: result.care,
            intent: answered,
            score: min(winner?.score ?? result.questions.candidates.first?.score ?? 0, 1000),
            runnerUp: other.map { (intent($0.intent)?.reported ?? $0.intent, min($0.score, 1000)) },
            choices: winner == nil && offers ? choices(result, ranker) : [], isOtherProduct: result.isOtherProduct,
            isHurry: result.isHurry, mended: result.repair?.words ?? [])
    }

    /// The ids that would be offered for a message without an answer, as replies name them.
    private func choices(_ result: Ranker.Result, _ ranker: Ranker) -> [IntentID] {
        var names: [IntentID] = []
        for id in ranker.offers(result) {
            let name = intent(id)?.reported ?? id
            if !names.contains(name) { names.append(name) }
        }
        return names
    }
}

extension Meaning {
    /// The language that most of the words are in; nil where there are no words.
    var language: LocaleID? {
        if han == 0, latinWords == 0 { return nil }
        return han >= latinWords ? "zh" : "en"
    }
}
