internal import PatternSet

/// The order in which a line is understood: a command that is the whole line, a second thought about an answer, the
/// pending question, the questions of the pack, talk beside the matter, the ladder of fallback.
extension Conversation {
    /// - Parameter text: the line as it came, where it may name a file.
    mutating func reply(to line: Line, typed text: String = "", using scratch: inout MatchScratch) -> Turn {
        if let turn = settleIdentity(line, using: &scratch) ?? refusePath(line, typed: text) { return turn }
        if let turn = askAboutKey(line) { return turn }
        if line.text.isEmpty { return say(.notice, inKnownLanguage(.emptyLine, line.voice), line.voice) }
        if let turn = changeSeveral(line) ?? obey(line) ?? changeMatter(line) ?? correct(line) { return turn }
        if let form { return answer(form, line, using: &scratch) }
        if let turn = settleAftermath(line) ?? answerOffered(line) ?? obeyLightly(line) ?? takeHash(line) {
            return turn
        }
        return respond(line)
    }

    /// Answers what the line means as a question, or takes a step on the ladder of fallback.
    mutating func respond(_ line: Line) -> Turn {
        var line = line
        line.ranked = line.ranker.secondOpinion(on: line.ranked)
        if line.ranked.isHurry, let turn = replyToHaste(line) { return turn }
        switch line.ranked.questions.decision {
        case .answer(let winners): return answer(winners, line)
        case .ask(let tied):
            misses = 0
            return answerMentioned(line) ?? offer(tied.map(\.intent), .didYouMean, .choices, line)
        case .none where line.care != nil: return missed(line)
        case .none:
            return answerMentioned(line) ?? aside(line) ?? mendCommand(line) ?? missed(line)
        }
    }

    /// The ladder: first another way to say it and the nearest titles, then the e-mail.
    mutating func missed(_ line: Line) -> Turn {
        // What is said of a secret, to somebody in danger, or of a draft that is gone, is answer enough.
        if line.revealsSecret || line.care != nil || draftIsGone { return Turn(replies: []) }
        keepDescription(line)
        misses += 1
        haste = 0
        if misses.isMultiple(of: 2) {
            return startMail(topic: nil, intro: line.voice.say(.fallbackOffer), kind: .fallback, line.voice)
        }
        let nearest = line.ranker.offers(line.ranked)
        if nearest.isEmpty { return say(.fallback, line.voice.say(.fallbackFirst), line.voice) }
        return offer(nearest, .nearest, .fallback, line, intro: line.voice.say(.fallbackFirst))
    }

    /// Bytes up to which lines in a row are gathered.
    private static let longestDescription = 2000

    /// Keeps what was not understood as the problem of a mail; what was told in several lines in a row belongs together.
    private mutating func keepDescription(_ line: Line) {
        guard concern?.intent == nil else { return }
        var told = [line.safe]
        if misses > 0, let before = concern, before.words.string.utf8.count < Self.longestDescription,
            describesProblem(before, line.knowledge)
        {
            told.insert(before.words, at: 0)
        }
        let words = told.joined(separator: "\n")
        concern = Concern(intent: nil, words: words)
    }

    /// In a group only answers are given, how to go on in private, and at once what a secret means that was shown to
    /// all.
    mutating func replyInGroup(_ line: Line) -> Turn {
        if let turn = askAboutKey(line) { return turn }
        var turn = answerInGroup(line)
        // What is said of a secret, or to somebody in danger, is answer enough.
        if line.revealsSecret || line.care != nil { turn.replies.removeAll { $0.kind == .notice } }
        return turn
    }

    private mutating func answerInGroup(_ line: Line) -> Turn {
        let voice = line.voice
        let ranked = line.ranker.secondOpinion(on: line.ranked)
        guard case .answer(let winners) = ranked.questions.decision else {
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

    /// One reply.
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
