/// "Did that help?": yes closes; no asks why in a word, and goes on to other topics or to the e-mail.
extension Conversation {
    /// Takes the answer to what was asked after an answer; nil where the line is something else.
    mutating func settleAftermath(_ line: Line) -> Turn? {
        guard let asked = aftermath else { return nil }
        aftermath = nil
        let turn =
            switch asked {
            case .helped(let intent): takeVerdict(on: intent, line)
            case .reason(let intent): takeReason(against: intent, line)
            }
        // Talk and haste answer nothing, and the question stays open.
        if turn == nil, line.isOnlyTalk || line.ranked.isHurry || line.saysNothing { aftermath = asked }
        return turn
    }

    private mutating func takeVerdict(on intent: IntentID, _ line: Line) -> Turn? {
        guard let found = line.command else { return nil }
        let voice = line.voice
        if found.means(.yes) {
            offered = []
            return say(.smalltalk, voice.say(.solvedYes), voice)
        }
        guard found.means(.no) else { return nil }
        aftermath = .reason(intent)
        offered = []
        let reasons = Reason.allCases.map { voice.say($0.key) }
        let reply = voice.reply(.question, [voice.say(.whyNot), voice.numbered(reasons)], choices: reasons)
        return Turn(replies: [reply])
    }

    /// Why an answer did not help.
    private enum Reason: String, CaseIterable {
        case unrelated, failed, other

        var key: TextKey {
            switch self {
            case .unrelated: .whyUnrelated
            case .failed: .whyFailed
            case .other: .whyOther
            }
        }
    }

    private mutating func takeReason(against intent: IntentID, _ line: Line) -> Turn? {
        let options = Reason.allCases.map { reason in
            let words = line.knowledge.content.texts[reason.key, default: []].flatMap { $0.texts.values.map(\.source) }
            return Accept.Choice(id: reason.rawValue, title: LocalizedText(), words: words)
        }
        let reader = line.knowledge.readers.reader(of: options)
        let chosen = reader.read(ScalarText(line.text.bytes)).flatMap { Reason(rawValue: $0.canonical) }
        switch chosen {
        case .unrelated: return offerOthers(than: intent, line)
        case .failed:
            let words = line.voice.say(.whyFailed)
            if concern?.intent == intent { concern?.values["tried"] = SlotValue(canonical: words, words: words) }
            return startMail(topic: intent, intro: SafeText(), kind: .question, line.voice)
        case .other: return startMail(topic: intent, intro: SafeText(), kind: .question, line.voice)
        case nil:
            guard let found = line.command, found.means(.no) || found.means(.neither) else { return nil }
            return startMail(topic: intent, intro: SafeText(), kind: .question, line.voice)
        }
    }

    /// Other topics than the one that was answered: its relatives, and those whose titles are near the user's words.
    private mutating func offerOthers(than intent: IntentID, _ line: Line) -> Turn {
        let words = concern?.words.string ?? ""
        concern = nil
        let near = line.knowledge.topics.nearest(to: NormalizedText(words))
        let related = line.knowledge.intent(intent)?.seeAlso ?? []
        var topics: [IntentID] = []
        for id in near + related where id != intent && !topics.contains(id) && line.knowledge.intent(id) != nil {
            topics.append(id)
        }
        guard !topics.isEmpty else {
            misses = 1
            return say(.fallback, line.voice.say(.rephrase), line.voice)
        }
        return offer(Array(topics.prefix(RankingRule.choices)), .nearest, .choices, line)
    }
}
