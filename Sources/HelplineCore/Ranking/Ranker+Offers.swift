extension Ranker {
    /// The intents to offer where none is answered, at most three.
    ///
    /// Those that tie, else those that the examples speak for, unless another product is named and an `unless` rules them
    /// out; else, where a pack has nothing to learn from, those found too weakly and those whose title shares words with
    /// the message.
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
    private func byTitle() -> [IntentID] { knowledge.nearest(to: text) }
}

extension KnowledgeBase {
    /// The intents whose titles share words or pairs of Han characters with a text, most first.
    func nearest(to text: String) -> [IntentID] { nearest(to: NormalizedText(text)) }

    fileprivate func nearest(to text: NormalizedText) -> [IntentID] {
        let words = Self.features(text, stopWords: stopWords)
        guard !words.isEmpty else { return [] }
        var scored: [(id: IntentID, shared: Int)] = []
        for intent in content.intents where intent.kind == .faq {
            let shared =
                intent.title.texts.values.map { title in
                    Self.features(NormalizedText(title.source), stopWords: stopWords).intersection(words)
                        .count
                }.max() ?? 0
            if shared > 0 { scored.append((intent.id, shared)) }
        }
        return scored.sorted { ($0.shared, $1.id) > ($1.shared, $0.id) }.map(\.id)
    }

    /// The Latin words and the pairs of neighbouring Han characters of a text, without stop words.
    private static func features(_ text: NormalizedText, stopWords: Lexicon) -> Set<[UInt8]> {
        var features: Set<[UInt8]> = []
        var word: [UInt8] = []
        var lastHan: [UInt8] = []
        var offset = 0
        func closeWord() {
            if word.count > 2 { features.insert(word) }
            word = []
        }
        while offset < text.bytes.count {
            let stop = stopWords.length(at: offset, in: text.bytes)
            let (scalar, length) = text.bytes.scalar(at: offset)
            let bytes = text.bytes[offset..<offset + max(stop, length)].map(\.lowercasedASCII)
            if stop > 0 {
                closeWord()
                lastHan = []
            } else if scalar.isHan {
                closeWord()
                if !lastHan.isEmpty { features.insert(lastHan + bytes) }
                lastHan = bytes
            } else {
                lastHan = []
                if scalar.isMeaningful { word += bytes } else { closeWord() }
            }
            offset += max(stop, length)
        }
        closeWord()
        return features
    }
}
