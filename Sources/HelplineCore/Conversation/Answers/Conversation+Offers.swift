/// Topics offered by number, and the words in which one is chosen.
extension Conversation {
    /// Offers topics by number.
    mutating func offer(
        _ topics: [IntentID], _ key: TextKey, _ kind: Reply.Kind, _ line: Line, intro: SafeText = SafeText()
    ) -> Turn {
        let voice = line.voice
        offered = topics
        let titles = topics.map { voice.title($0) }
        let parts = [intro, voice.say(key), voice.numbered(titles), voice.say(.chooseNumber)]
        return Turn(replies: [stamped(voice.reply(kind, parts, choices: titles))])
    }

    /// Answers the offered topic that the line names by number, by title, by its first letters or as "the second one".
    mutating func answerOffered(_ line: Line) -> Turn? {
        if !offered.isEmpty, offered != line.knowledge.menu, let found = line.command {
            if offered.count == 1, found.means(.yes) { return answerTopic(offered[0], line) }
            if found.means(.no) {
                offered = []
                return say(.fallback, line.voice.say(.rephrase), line.voice)
            }
        }
        guard line.command == nil else { return nil }
        if let topic = chosen(line, isWhole: true) { return answerTopic(topic, line) }
        guard line.text.wholeNumber != nil else { return nil }
        return say(.notice, line.voice.say(.choiceInvalid), line.voice)
    }

    /// A longer line is not looked at for being a title as a whole.
    private static let longestTitle = 80

    /// Answers the only offered topic of which a longer line has a word.
    mutating func answerMentioned(_ line: Line) -> Turn? {
        chosen(line, isWhole: false).map { answerTopic($0, line) }
    }

    private func chosen(_ line: Line, isWhole: Bool) -> IntentID? {
        guard !offered.isEmpty, !isWhole || line.text.scalarCount <= Self.longestTitle else { return nil }
        let options = offered.compactMap { id in
            line.knowledge.indices[id].map {
                Accept.Choice(id: id.name, title: line.knowledge.content.intents[$0].title)
            }
        }
        let text = ScalarText(line.text.bytes)
        guard let found = line.knowledge.readers.reader(of: options).read(text) else { return nil }
        let core = text.bytes(text.core)
        let isNumber = line.text.wholeNumber != nil
        // One letter is no title, and a title inside a longer line waits until nothing else is understood.
        guard isWhole ? found.range == core && (isNumber || core.count > 2) : found.range != core else { return nil }
        return IntentID(found.canonical)
    }

    private mutating func answerTopic(_ id: IntentID, _ line: Line) -> Turn {
        guard let intent = line.knowledge.intent(id) else { return missed(line) }
        aftermath = nil
        return answer([Answered(intent: intent, followUp: nil, score: nil)], line)
    }
}

extension NormalizedText {
    /// The number that the whole line is, punctuation aside: `1`, `2.`, `(3)`.
    var wholeNumber: Int? {
        let digits = bytes.filter { $0 != 0x20 && $0 != 0x2E && $0 != 0x28 && $0 != 0x29 && $0 != 0x23 }
        guard !digits.isEmpty, digits.count <= 3, digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }
}
