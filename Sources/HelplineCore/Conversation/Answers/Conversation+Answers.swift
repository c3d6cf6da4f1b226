/// Answers to questions, and what follows them.
extension Conversation {
    /// A question to be answered.
    struct Answered {
        var intent: Intent
        var followUp: Int?
        var score: Int?
        /// What was told before, and its questions need not ask.
        var values: [SlotID: SlotValue] = [:]

        /// Whether it cannot wait.
        var isUrgent: Bool { followUp == nil && intent.escalation?.urgency == .high }
        /// Whether it has questions of its own.
        var asks: Bool { followUp == nil && !intent.slots.isEmpty }
    }

    /// The questions that a line was found to ask.
    func answered(_ winners: [Ranking.Candidate], _ line: Line) -> [Answered] {
        winners.compactMap { winner in
            line.knowledge.intent(winner.intent).map {
                Answered(intent: $0, followUp: winner.followUp, score: min(winner.score, 1000))
            }
        }
    }

    mutating func answer(_ winners: [Ranking.Candidate], _ line: Line) -> Turn {
        answer(answered(winners, line), line)
    }

    /// Answers one or two questions: what cannot wait first, the others in the order of the message.
    mutating func answer(_ questions: [Answered], _ line: Line) -> Turn {
        misses = 0
        haste = 0
        aftermath = nil
        if offered != line.knowledge.menu { offered = [] }
        if let human = questions.first(where: { $0.intent.kind == .human }) {
            let topic = questions.first { $0.intent.kind != .human }
            return startMailOnWish(human, topic: topic, line)
        }
        var replies = answerAll(questions, line)
        if let repair = line.ranked.repair, !replies.isEmpty {
            let words = SafeText(trusting: repair.words.joined(separator: " "))
            let lead = line.voice.say(.mended, ["list": words])
            replies[0].text = line.voice.reply(.answer, [lead, replies[0].text]).text
        }
        if line.ranked.questions.hasMore {
            replies.insert(stamped(line.voice.reply(.notice, [line.voice.say(.moreQuestions)])), at: 0)
        }
        return Turn(replies: replies)
    }

    /// The answers in order, and what follows one of them: the first that is urgent, else the last that has questions.
    private mutating func answerAll(_ questions: [Answered], _ line: Line) -> [Reply] {
        var ordered = questions.filter(\.isUrgent) + questions.filter { !$0.isUrgent }
        let chosen = ordered.firstIndex(where: \.isUrgent) ?? ordered.lastIndex(where: \.asks) ?? ordered.count - 1
        guard ordered.indices.contains(chosen) else { return [] }
        let main = ordered.remove(at: chosen)
        let others = ordered.map { answerAlone($0, line) }
        guard chosen < others.count else { return others + answerInFull(main, line) }
        // It is noted after the others, so that a mail would be about it.
        let isKnown = wasTold(main.intent.id, line.voice)
        var replies = others
        replies.insert(answerAlone(main, line), at: chosen)
        return replies + follow(main, after: [], isKnown, line).compactMap(\.asQuestion)
    }

    /// The answer without its questions.
    mutating func answerAlone(_ question: Answered, _ line: Line) -> Reply {
        note(question, line)
        let text = answerText(question.intent, line.voice, followUp: question.followUp)
        return stamped(
            line.voice.reply(.answer, [text], intent: question.intent.reported, score: question.score))
    }

    /// The answer and what follows it.
    private mutating func answerInFull(_ question: Answered, _ line: Line) -> [Reply] {
        guard question.followUp == nil else { return [answerAlone(question, line)] }
        note(question, line)
        let isKnown = wasTold(question.intent.id, line.voice)
        return follow(question, after: [answerText(question.intent, line.voice)], isKnown, line)
    }

    /// What follows an answer: its first question, or whether it helped, or the e-mail.
    ///
    /// - Parameter isKnown: whether the answer was given before.
    private mutating func follow(
        _ question: Answered, after text: [SafeText], _ isKnown: Bool, _ line: Line
    ) -> [Reply] {
        let intent = question.intent
        let voice = line.voice
        guard !intent.slots.isEmpty, !(isKnown && wasConcluded(intent.id)) else {
            // Whoever was already asked whether it helped is not asked again.
            return isKnown
                ? [stamped(voice.reply(.answer, text, intent: intent.reported, score: question.score))]
                : closing(intent, voice, after: text, score: question.score)
        }
        var form = Form(owner: .intent(intent.id))
        form.words = line.safe
        form.values = question.values
        let known = intent.slots.filter { question.values[$0.id] != nil } + open(&form, line)
        self.form = form
        let parts = (text + [notedText(known, voice)]).filter { !$0.isEmpty }
        guard var reply = advance(voice) else {
            return conclude(intent, voice, after: parts.joined(separator: "\n"), score: question.score)
        }
        reply.kind = .answer
        reply.text = voice.reply(.answer, parts + [reply.text]).text
        reply.intent = intent.reported
        reply.score = question.score
        return [stamped(reply)]
    }

    /// Takes what the line that begins a form says already; the answers to its own questions.
    ///
    /// What only the e-mail will ask is kept without a word.
    func open(_ form: inout Form, _ line: Line) -> [Slot] {
        let own = slots(form, line.knowledge)
        let known = prefill(&form, line.ranked.isAsking ? own : tellable(form, line.knowledge), line)
        return known.filter { slot in own.contains { $0.id == slot.id } }
    }

    /// What follows an answer that leaves nothing to ask: related questions, and whether it helped, or the e-mail.
    mutating func closing(_ intent: Intent, _ voice: Voice, after parts: [SafeText], score: Int?) -> [Reply] {
        var parts = parts
        switch intent.solved {
        // The question of the form that was interrupted comes next, and one question is enough.
        case .skip where !suspended.isEmpty, .ask where !suspended.isEmpty: break
        case .skip: parts.append(related(to: intent, voice))
        case .ask:
            parts.append(related(to: intent, voice))
            parts.append(voice.say(.solvedAsk))
            aftermath = .helped(intent.id)
        case .escalate:
            let turn = startMail(topic: intent.id, intro: SafeText(), kind: .answer, voice)
            if var reply = turn.replies.first {
                reply.text = voice.reply(.answer, parts + [reply.text]).text
                reply.intent = intent.reported
                reply.score = score
                return [stamped(reply)]
            }
        }
        return [stamped(voice.reply(.answer, parts, intent: intent.reported, score: score))]
    }

    /// The related questions by number, those left out that were answered already.
    private mutating func related(to intent: Intent, _ voice: Voice) -> SafeText {
        let topics = intent.seeAlso.filter { id in
            voice.knowledge.intent(id)?.title.isEmpty == false && !told.contains { $0.intent == id }
        }.prefix(RankingRule.choices)
        guard !topics.isEmpty, form == nil else { return SafeText() }
        offered = Array(topics)
        let titles = topics.enumerated().map { SafeText(trusting: "\($0.offset + 1). ") + voice.title($0.element) }
        return voice.say(.seeAlso) + SafeText(trusting: " ") + titles.joined(separator: "  ")
    }

    /// Keeps what the user came for and what is being talked about.
    private mutating func note(_ question: Answered, _ line: Line) {
        let intent = question.intent
        keepLive(intent.id, line.environment)
        // A side question does not replace the matter that the pending questions are about.
        guard intent.escalation != nil, question.followUp == nil, form == nil || isOwn(intent.id) else { return }
        guard form?.owner != .email else { return }
        // Who comes back to the same question has not lost what was told of it.
        let values = concern?.intent == intent.id ? concern?.values ?? [:] : [:]
        concern = Concern(intent: intent.id, words: line.safe, values: values)
    }

    /// Makes an intent the one that is being talked about, for some turns and minutes.
    mutating func keepLive(_ intent: IntentID, _ environment: Environment) {
        live.removeAll { $0.intent == intent }
        live.append(
            LiveContext(intent: intent, lastTurn: turns + 6, end: environment.now.advanced(bySeconds: 15 * 60)))
        if live.count > 4 { live.removeFirst() }
    }
}

extension Reply {
    /// What follows an answer that was given before; nil where nothing does.
    fileprivate var asQuestion: Reply? {
        guard !text.isEmpty else { return nil }
        var reply = self
        if reply.kind == .answer { reply.kind = .question }
        (reply.intent, reply.score) = (nil, nil)
        return reply
    }
}
