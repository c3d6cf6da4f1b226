internal import PatternSet

/// The order in which a line is understood: a command that is the whole line, the pending question, the questions of the
/// pack, talk beside the matter, the ladder of fallback.
extension Conversation {
    mutating func reply(to line: Line, using scratch: inout MatchScratch) -> Turn {
        var turn = understand(line, using: &scratch)
        if line.revealsSecret, turn.effect == nil {
            turn.replies.insert(stamped(line.voice.reply(.notice, [line.voice.say(.secretSeen)])), at: 0)
        }
        return turn
    }

    private mutating func understand(_ line: Line, using scratch: inout MatchScratch) -> Turn {
        if let turn = askAboutKey(line) { return turn }
        if line.text.isEmpty { return say(.notice, line.voice.say(.emptyLine), line.voice) }
        if let turn = obey(line) { return turn }
        if let form { return answer(form, line, using: &scratch) }
        if let turn = obeyLightly(line) { return turn }
        if let topic = chosenTopic(line) { return answerTopic(topic, line) }
        return respond(line)
    }

    /// Answers what the line means as a question, or takes a step on the ladder of fallback.
    mutating func respond(_ line: Line) -> Turn {
        solvedQuestion = nil
        switch line.ranked.questions.decision {
        case .answer(let winners): return answer(winners, line)
        case .ask(let tied): return offer(tied.map(\.intent), .didYouMean, .choices, line)
        case .none: return aside(line) ?? missed(line)
        }
    }

    /// The reply to talk beside the matter, to haste and to other people's products; nil where it is none of these.
    func aside(_ line: Line) -> SafeText? {
        if case .answer(let winners) = line.ranked.smalltalk.decision, let winner = winners.first,
            let intent = line.knowledge.intent(winner.intent)
        {
            return answerText(intent, line.voice)
        }
        if line.ranked.isOtherProduct { return line.voice.say(.otherProduct) }
        return nil
    }

    private mutating func aside(_ line: Line) -> Turn? {
        if let text: SafeText = aside(line) {
            haste = 0
            return say(.smalltalk, text, line.voice)
        }
        guard line.ranked.isHurry || line.saysNothing else { return nil }
        return say(.smalltalk, hurryText(line), line.voice)
    }

    /// What to say to a line that only shows haste: each one in a row another variant.
    mutating func hurryText(_ line: Line) -> SafeText {
        defer { haste += 1 }
        return line.voice.say(.hurry, variant: haste)
    }

    /// The ladder: first another way to say it and the nearest titles, then the e-mail.
    private mutating func missed(_ line: Line) -> Turn {
        // What is said of a secret is answer enough.
        if line.revealsSecret { return Turn(replies: []) }
        misses += 1
        haste = 0
        if concern?.intent == nil { concern = Concern(intent: nil, words: line.safe) }
        if misses.isMultiple(of: 2) {
            return startMail(topic: nil, intro: line.voice.say(.fallbackOffer), kind: .fallback, line.voice)
        }
        let ranker = Ranker(
            knowledge: line.knowledge, text: line.text, meaning: Meaning(line.text, in: line.knowledge),
            locale: line.voice.locale, live: [])
        let nearest = ranker.offers(line.ranked)
        if nearest.isEmpty { return say(.fallback, line.voice.say(.fallbackFirst), line.voice) }
        return offer(nearest, .nearest, .fallback, line, intro: line.voice.say(.fallbackFirst))
    }

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

    /// The topic of those last shown that the line names by number or by title.
    private func chosenTopic(_ line: Line) -> IntentID? {
        if let number = line.text.wholeNumber, offered.indices.contains(number - 1) { return offered[number - 1] }
        let key = line.text.bytes[line.text.bytes.trimmedRange(0..<line.text.bytes.count)].map(\.lowercasedASCII)
        return offered.first { id in
            line.knowledge.intent(id)?.title.texts.values.contains { title in
                let bytes = NormalizedText(title.source).bytes
                return bytes[bytes.trimmedRange(0..<bytes.count)].map(\.lowercasedASCII) == key
            } ?? false
        }
    }

    private mutating func answerTopic(_ id: IntentID, _ line: Line) -> Turn {
        guard let intent = line.knowledge.intent(id) else { return missed(line) }
        return answer([Answered(intent: intent, followUp: nil, score: nil)], line)
    }

    /// In a group only answers are given, and how to go on in private.
    func replyInGroup(_ line: Line) -> Turn {
        let voice = line.voice
        guard case .answer(let winners) = line.ranked.questions.decision else {
            let text: SafeText = aside(line) ?? voice.say(.groupOnly)
            return Turn(replies: [voice.reply(.notice, [text])])
        }
        let replies = winners.compactMap { winner -> Reply? in
            guard let intent = line.knowledge.intent(winner.intent), intent.kind == .faq else { return nil }
            let parts = [answerText(intent, voice, followUp: winner.followUp), voice.say(.groupOnly)]
            return voice.reply(.answer, parts, intent: intent.reported, score: min(winner.score, 1000))
        }
        return Turn(replies: replies.isEmpty ? [voice.reply(.notice, [voice.say(.groupOnly)])] : replies)
    }

    // MARK: - Replies

    /// One reply, followed by the pending question where there is one.
    func say(_ kind: Reply.Kind, _ text: SafeText, _ voice: Voice) -> Turn {
        Turn(replies: [stamped(voice.reply(kind, [text]))])
    }

    /// The reply with what the conversation waits for after it.
    func stamped(_ reply: Reply) -> Reply {
        var reply = reply
        guard let form else { return reply }
        reply.state = form.stage == .confirming ? .confirm : .form
        reply.slot = form.stage == .asking ? form.current : nil
        return reply
    }
}

extension NormalizedText {
    /// The number that the whole line is, punctuation aside: `1`, `2.`, `(3)`, `第1个` is left to the recogniser.
    var wholeNumber: Int? {
        let digits = bytes.filter { $0 != 0x20 && $0 != 0x2E && $0 != 0x28 && $0 != 0x29 && $0 != 0x23 }
        guard !digits.isEmpty, digits.count <= 3, digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }
}
