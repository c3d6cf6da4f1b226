/// The one engine for questions, those of an intent and those of the e-mail: what is asked, in what order, and what
/// follows from the answers.
extension Conversation {
    /// The questions of a form; none where the pack has lost its intent.
    func slots(_ form: Form, _ knowledge: KnowledgeBase) -> [Slot] {
        switch form.owner {
        case .intent(let id): knowledge.intent(id)?.slots ?? []
        case .email: mailSlots(form, knowledge)
        }
    }

    /// All questions that a form may ever ask.
    func fields(of form: Form, _ knowledge: KnowledgeBase) -> [Slot] {
        form.owner == .email ? knowledge.content.email.slots : slots(form, knowledge)
    }

    /// The question that waits for its answer; a field of the mail that was not to be asked may still be changed.
    func currentSlot(_ form: Form, _ knowledge: KnowledgeBase) -> Slot? {
        fields(of: form, knowledge).first { $0.id == form.current }
    }

    /// Goes on to the next open question and words it; nil where there is none.
    mutating func advance(_ voice: Voice) -> Reply? {
        guard var form, let slot = slots(form, voice.knowledge).first(where: { form.wants($0) }) else { return nil }
        form.ask(slot.id)
        self.form = form
        return question(form, voice)
    }

    /// The pending question in words.
    ///
    /// - Parameter isAgain: whether the user has read it before, so that its shorter wording will do.
    func question(_ form: Form, _ voice: Voice, lead: SafeText = SafeText(), isAgain: Bool = false) -> Reply {
        switch form.stage {
        case .confirming: return preview(form, voice, lead: lead)
        case .choosingField: return fieldQuestion(form, voice, lead: lead)
        case .asking: break
        }
        guard let slot = currentSlot(form, voice.knowledge) else {
            return stamped(voice.reply(.notice, [lead, voice.say(.stateLost)]))
        }
        let wordings = [slot.prompt] + slot.retry
        let prompt = voice.render(
            wordings[min(max(form.tries, isAgain ? 1 : 0), wordings.count - 1)], form.values.mapValues(\.words))
        let hint = slot.id == "evidence" && form.owner == .email && !isAgain ? voice.say(voice.fileHint) : SafeText()
        var reply = voice.reply(.question, [lead, withProgress(prompt, form, voice), hint])
        reply.choices = choices(slot, voice)
        return stamped(reply)
    }

    /// What may be answered, as it is shown.
    private func choices(_ slot: Slot, _ voice: Voice) -> [SafeText] {
        switch slot.accept {
        case .choice(let options): options.map { voice.render($0.title) }
        case .set(let id):
            voice.knowledge.wordSet(id)?.entries.prefix(6).map { SafeText(trusting: $0.canonical) } ?? []
        default: []
        }
    }

    // MARK: - What follows

    /// The next question of the form, or its end.
    mutating func proceed(_ voice: Voice, lead: SafeText = SafeText()) -> Turn {
        guard let form else { return Turn(replies: []) }
        if form.isChange { return showPreview(voice, lead: lead) }
        if var reply = advance(voice) {
            if !lead.isEmpty { reply.text = voice.reply(reply.kind, [lead, reply.text]).text }
            return Turn(replies: [reply])
        }
        switch form.owner {
        case .email: return showPreview(voice, lead: lead)
        case .intent(let id):
            guard let intent = voice.knowledge.intent(id) else { return endForm(voice, [voice.say(.stateLost)]) }
            return Turn(replies: conclude(intent, voice, after: lead, score: nil)).appending(resume(voice))
        }
    }

    /// What follows from the answers of an intent's form.
    mutating func conclude(_ intent: Intent, _ voice: Voice, after text: SafeText, score: Int?) -> [Reply] {
        let ended = form
        let values = ended?.values ?? [:]
        if concern?.intent == intent.id { concern?.values = values }
        if let ended { closed = Closed(form: ended, turn: turns) }
        form = nil
        let words = ended.map { consequence(of: $0, intent, voice) } ?? SafeText()
        return closing(intent, voice, after: [text, words.isEmpty ? voice.say(.formDone) : words], score: score)
    }

    /// What the pack says about the answers: the first text whose conditions hold.
    func consequence(of form: Form, _ intent: Intent, _ voice: Voice) -> SafeText {
        let fitting = intent.consequences.first { form.satisfies($0.when) }
        return fitting.map { voice.render($0.text, form.values.mapValues(\.words)) } ?? SafeText()
    }

    /// Ends the form without a conclusion and returns to the one that it interrupted.
    mutating func endForm(_ voice: Voice, _ parts: [SafeText]) -> Turn {
        form = nil
        return Turn(replies: [voice.reply(.notice, parts)] + resume(voice))
    }

    /// The question of the form that was interrupted last.
    mutating func resume(_ voice: Voice) -> [Reply] {
        guard form == nil, let interrupted = suspended.popLast() else { return [] }
        form = interrupted
        if case .intent(let id) = interrupted.owner, concern?.intent != id, !interrupted.words.isEmpty {
            concern = Concern(intent: id, words: interrupted.words, values: interrupted.values)
        }
        if interrupted.isWaiting { return takeUpWaiting(interrupted, voice) }
        return [question(interrupted, voice, lead: voice.say(.resumed), isAgain: true)]
    }

    /// The question that was pending is no longer in the pack.
    mutating func lostQuestion(_ line: Line) -> Turn {
        form?.current = nil
        return proceed(line.voice, lead: line.voice.say(.stateLost))
    }
}

extension Form {
    /// Makes a question the pending one.
    mutating func ask(_ slot: SlotID) {
        current = slot
        tries = 0
        stage = .asking
        hasDoubted = false
        asked.removeAll { $0 == slot }
        asked.append(slot)
    }
}

extension Turn {
    /// The same turn with more to say.
    func appending(_ more: [Reply]) -> Turn {
        var turn = self
        if effect == nil { turn.replies += more }
        return turn
    }
}
