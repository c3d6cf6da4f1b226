/// Answers to questions, and what follows them.
extension Conversation {
    /// A question to be answered.
    struct Answered {
        var intent: Intent
        var followUp: Int?
        var score: Int?
    }

    mutating func answer(_ winners: [Ranking.Candidate], _ line: Line) -> Turn {
        let known = winners.compactMap { winner in
            line.knowledge.intent(winner.intent).map {
                Answered(intent: $0, followUp: winner.followUp, score: min(winner.score, 1000))
            }
        }
        return answer(known, line)
    }

    /// Answers one or two questions; the questions of the last that has any begin.
    mutating func answer(_ questions: [Answered], _ line: Line) -> Turn {
        misses = 0
        haste = 0
        if let human = questions.first(where: { $0.intent.kind == .human }) {
            let topic = questions.first { $0.intent.kind != .human }
            return startMailOnWish(human, topic: topic, line)
        }
        var replies: [Reply] = []
        for (index, question) in questions.enumerated() {
            let isLast = index == questions.count - 1
            replies += isLast ? answerInFull(question, line) : [answerAlone(question, line)]
        }
        return Turn(replies: replies)
    }

    /// The answer's text: of a short question its own, else one of the intent's variants, none twice in a row.
    func answerText(_ intent: Intent, _ voice: Voice, followUp: Int? = nil) -> SafeText {
        if let followUp, intent.followUps.indices.contains(followUp) {
            return voice.render(intent.followUps[followUp].answer)
        }
        guard !intent.answers.isEmpty else { return SafeText() }
        let variant = (turns + Int(voice.environment.seed % 1024)) % intent.answers.count
        return voice.render(intent.answers[variant])
    }

    /// The answer without its questions.
    mutating func answerAlone(_ question: Answered, _ line: Line) -> Reply {
        note(question, line)
        let text = answerText(question.intent, line.voice, followUp: question.followUp)
        return stamped(
            line.voice.reply(.answer, [text], intent: question.intent.reported, score: question.score))
    }

    /// The answer and what follows: its first question, or whether it helped, or the e-mail.
    private mutating func answerInFull(_ question: Answered, _ line: Line) -> [Reply] {
        guard question.followUp == nil else { return [answerAlone(question, line)] }
        note(question, line)
        let intent = question.intent
        let voice = line.voice
        let text = answerText(intent, voice)
        if !intent.slots.isEmpty {
            var form = Form(owner: .intent(intent.id))
            prefill(&form, intent.slots, line)
            self.form = form
            if let prompt = advance(line.voice) {
                var reply = prompt
                reply.kind = .answer
                reply.text = voice.reply(.answer, [text, prompt.text]).text
                reply.intent = intent.reported
                reply.score = question.score
                return [stamped(reply)]
            }
            return conclude(intent, line.voice, after: text, score: question.score)
        }
        return closing(intent, voice, after: [text], score: question.score)
    }

    /// What follows an answer that leaves nothing to ask.
    mutating func closing(_ intent: Intent, _ voice: Voice, after parts: [SafeText], score: Int?) -> [Reply] {
        var parts = parts
        switch intent.solved {
        case .skip: break
        case .ask:
            parts.append(voice.say(.solvedAsk))
            solvedQuestion = intent.id
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

    /// Keeps what the user came for and what is being talked about.
    private mutating func note(_ question: Answered, _ line: Line) {
        let intent = question.intent
        live.removeAll { $0.intent == intent.id }
        live.append(
            LiveContext(intent: intent.id, lastTurn: turns + 6, end: line.environment.now.advanced(bySeconds: 15 * 60)))
        if live.count > 4 { live.removeFirst() }
        if intent.escalation != nil, question.followUp == nil, form?.owner != .email {
            concern = Concern(intent: intent.id, words: line.safe)
        }
    }
}
