/// The e-mail: consent, what is missing, the preview, send or change, the receipt.
extension Conversation {
    // MARK: - The beginning

    /// Begins the e-mail about what the user came for, at the question of consent.
    mutating func startMail(topic: IntentID?, intro: SafeText, kind: Reply.Kind, _ voice: Voice) -> Turn {
        var form = Form(owner: .email)
        form.topic = topic ?? concern?.intent
        if let concern {
            if describesProblem(concern, voice.knowledge) {
                form.values["problem"] = SlotValue(canonical: concern.words, words: concern.words)
            }
            adopt(concern.values, into: &form, voice)
        }
        if let interrupted = self.form, interrupted.owner != .email { adopt(interrupted.values, into: &form, voice) }
        if let address = voice.environment.user.email, Recognizer.isMailbox(address) {
            let text = SafeText(trusting: address)
            form.values["contact"] = SlotValue(canonical: text, words: text)
        }
        suspended = []
        solvedQuestion = nil
        offered = []
        self.form = form
        return proceedFromStart(intro, kind, voice)
    }

    /// Whether the words tell what happened: those of a question about a case, or a longer line that was not understood.
    ///
    /// Behind "what are the fees?" there is a problem still to be told.
    func describesProblem(_ concern: Concern, _ knowledge: KnowledgeBase) -> Bool {
        guard let id = concern.intent else {
            let meaningful = concern.words.string.unicodeScalars.reduce(0) {
                $0 + ($1.isHan ? 3 : $1.isMeaningful ? 1 : 0)
            }
            return meaningful >= 18
        }
        return knowledge.intent(id).map { !$0.slots.isEmpty } ?? true
    }

    private mutating func proceedFromStart(_ intro: SafeText, _ kind: Reply.Kind, _ voice: Voice) -> Turn {
        var turn = proceed(voice, lead: intro)
        if !turn.replies.isEmpty, turn.replies[0].kind == .question { turn.replies[0].kind = kind }
        return turn
    }

    /// Begins the e-mail on a command such as 转人工.
    mutating func startMailFromWords(_ line: Line) -> Turn {
        startMail(topic: nil, intro: line.voice.say(.mailIntro), kind: .question, line.voice)
    }

    /// Begins the e-mail on a wish inside a longer line; the question beside it becomes the topic.
    mutating func startMailOnWish(_ wish: Answered, topic: Answered?, _ line: Line) -> Turn {
        if let topic {
            concern = Concern(intent: topic.intent.id, words: line.safe, values: concern?.values ?? [:])
        }
        let lead = answerText(wish.intent, line.voice)
        let intro = lead.isEmpty ? line.voice.say(.mailIntro) : lead
        var turn = startMail(topic: topic?.intent.id, intro: intro, kind: .question, line.voice)
        if !turn.replies.isEmpty {
            turn.replies[0].intent = wish.intent.reported
            turn.replies[0].score = wish.score
        }
        return turn
    }

    /// Takes over what the questions of the topic were answered with.
    private func adopt(_ values: [SlotID: SlotValue], into form: inout Form, _ voice: Voice) {
        form.values.merge(values) { _, given in given }
    }

    // MARK: - The questions

    /// The questions of the e-mail in this case: consent, problem and contact always, of the others what the topic
    /// requires, at most as many as the form allows.
    func mailSlots(_ form: Form, _ knowledge: KnowledgeBase) -> [Slot] {
        let email = knowledge.content.email
        let required = form.topic.flatMap { knowledge.intent($0)?.escalation?.require } ?? []
        var room = email.maximumQuestions - 1
        return email.slots.filter { slot in
            if slot.id == "consent" || slot.id == "contact" { return true }
            if form.values[slot.id] != nil || form.skipped.contains(slot.id) { return counted(slot, form, &room) }
            guard slot.id == "problem" || required.isEmpty || required.contains(slot.id) else { return false }
            return counted(slot, form, &room)
        }
    }

    /// Whether there is room for a question; those answered without being asked take none.
    private func counted(_ slot: Slot, _ form: Form, _ room: inout Int) -> Bool {
        if form.values[slot.id] != nil, !form.asked.contains(slot.id) { return true }
        room -= 1
        return room >= 0
    }

    /// `(2/4) `: which question this is, of how many.
    func mailCounter(_ form: Form, _ knowledge: KnowledgeBase) -> SafeText {
        guard form.current != "consent", !form.isChange else { return SafeText() }
        let slots = mailSlots(form, knowledge).map(\.id).filter { $0 != "consent" }
        let done = slots.filter { form.asked.contains($0) && $0 != form.current }.count
        let open = slots.filter { form.values[$0] == nil && !form.skipped.contains($0) && !form.asked.contains($0) }
            .count
        return SafeText(trusting: "(\(done + 1)/\(done + 1 + open)) ")
    }

    mutating func consented(_ value: SlotValue, _ line: Line) -> Turn {
        let voice = line.voice
        guard value.canonical.string == "yes" else { return declineMail(voice) }
        return proceed(voice, lead: known(voice))
    }

    mutating func declineMail(_ voice: Voice) -> Turn {
        form = nil
        return say(.notice, voice.say(.offerDeclined), voice)
    }

    /// What is known already, so that nobody wonders why it is not asked.
    private func known(_ voice: Voice) -> SafeText {
        guard let form else { return SafeText() }
        let items = voice.knowledge.content.email.slots.compactMap { slot -> SafeText? in
            guard slot.id != "consent", let value = form.values[slot.id] else { return nil }
            return voice.label(slot) + SafeText(trusting: ": ") + value.words
        }
        guard !items.isEmpty else { return SafeText() }
        return voice.say(.mailKnown, ["list": items.joined(separator: "; ")])
    }

    /// A mail begun without a topic gets that of the problem, where the words tell it; with it comes the category.
    mutating func learnTopic(_ line: Line) {
        guard form?.owner == .email, form?.topic == nil, case .answer(let winners) = line.ranked.questions.decision,
            let intent = line.knowledge.intent(winners[0].intent), intent.kind == .faq, intent.escalation != nil
        else { return }
        form?.topic = intent.id
    }

    // MARK: - The preview

    mutating func showPreview(_ voice: Voice, lead: SafeText = SafeText()) -> Turn {
        form?.stage = .confirming
        form?.isChange = false
        form?.current = nil
        guard let form else { return Turn(replies: []) }
        return Turn(replies: [preview(form, voice, lead: lead)])
    }

    func preview(_ form: Form, _ voice: Voice, lead: SafeText = SafeText()) -> Reply {
        let letter = letter(form, voice)
        let blank = SafeText(trusting: "[HL-____-____] ")
        let name = letter.transcript.map { [$0.name] } ?? []
        let draft = Reply.Draft(
            to: SafeText(trusting: letter.recipient), replyTo: letter.replyTo, subject: blank + letter.subject,
            body: letter.body, attachments: name, redactions: letter.redactions)
        var parts = [
            lead, voice.say(.previewHead), voice.say(.previewTo, ["to": draft.to]),
            letter.replyTo.map { voice.say(.previewReplyTo, ["address": $0]) } ?? voice.say(.previewNoReply),
            voice.say(.previewSubject, ["subject": draft.subject]), letter.body,
        ]
        if letter.redactions > 0 {
            parts.append(voice.say(.previewRedacted, ["count": SafeText(trusting: String(letter.redactions))]))
        }
        if voice.environment.mailbox.isTrial { parts.append(voice.say(.trial)) }
        parts.append(voice.say(.previewFoot))
        var reply = voice.reply(.preview, parts)
        reply.draft = draft
        return stamped(reply)
    }

    /// A word on the preview.
    mutating func confirm(_ form: Form, _ line: Line) -> Turn {
        let voice = line.voice
        if let found = line.command {
            if found.means(.send) { return submit(form, voice) }
            if found.means(.selfSend) { return sendSelf(form, voice) }
        }
        if case .answer(let winners) = line.ranked.questions.decision, winners[0].score >= RankingRule.highBar,
            let intent = line.knowledge.intent(winners[0].intent), intent.kind == .faq
        {
            let reply = answerAlone(Answered(intent: intent, score: min(winners[0].score, 1000)), line)
            return Turn(replies: [reply, stamped(voice.reply(.notice, [voice.say(.previewFoot)]))])
        }
        return say(.notice, voice.say(.previewUnclear), voice)
    }

    private func letter(_ form: Form, _ voice: Voice) -> Letter {
        Letter(form, history: history, redactions: redactions, voice: voice)
    }

    private func submit(_ form: Form, _ voice: Voice) -> Turn {
        Turn(effect: .submit(letter(form, voice).escalation(form, voice)))
    }

    /// Shows address and text for the user's own mail program, and sends nothing.
    private mutating func sendSelf(_ form: Form, _ voice: Voice) -> Turn {
        let letter = letter(form, voice)
        self.form = nil
        let parts = [
            voice.say(.selfSend, ["to": SafeText(trusting: letter.recipient), "subject": letter.subject]), letter.body,
        ]
        return Turn(replies: [voice.reply(.notice, parts)])
    }

    // MARK: - Changes

    /// `change`, `change the time`, `改 时间 昨晚十点`.
    mutating func change(_ argument: Range<Int>, _ line: Line) -> Turn {
        guard let form else { return Turn(replies: []) }
        guard form.owner == .email || !form.values.isEmpty else { return repeatQuestion(line.voice) }
        guard form.current != "consent" else { return repeatQuestion(line.voice) }
        if argument.isEmpty { return askForField(line.voice) }
        guard let (slot, rest) = field(in: argument, of: form, line) else {
            return askForField(line.voice, lead: line.voice.say(.changeUnknown))
        }
        return change(slot, to: rest, line)
    }

    /// Sets the field where a new value follows its name, asks for one where none does.
    private mutating func change(_ slot: Slot, to rest: Range<Int>, _ line: Line) -> Turn {
        guard var pending = form else { return Turn(replies: []) }
        // Before the preview a question is pending, and it comes back after the change.
        let wasConfirming = pending.owner == .email && pending.current == nil
        if let value = newValue(for: slot, in: rest, line) {
            pending.values[slot.id] = value
            pending.skipped.removeAll { $0 == slot.id }
            form = pending
            let lead = line.voice.say(.changed, ["field": line.voice.label(slot)])
            if wasConfirming { return showPreview(line.voice, lead: lead) }
            return leaveChoice(of: pending, line.voice, lead: lead)
        }
        pending.stage = .asking
        pending.isChange = wasConfirming
        pending.current = slot.id
        pending.tries = 0
        form = pending
        return Turn(replies: [question(pending, line.voice)])
    }

    private func newValue(for slot: Slot, in rest: Range<Int>, _ line: Line) -> SlotValue? {
        guard !rest.isEmpty else { return nil }
        let words = line.redaction.text(in: line.text.sourceRange(of: rest))
        if case .text = slot.accept { return SlotValue(canonical: words, words: words) }
        guard line.redaction.findings.isEmpty else { return nil }
        let part = NormalizedText(line.text.quote(of: rest))
        guard
            let found = Recognizer.recognize(
                slot.accept, in: part, environment: line.environment, knowledge: line.knowledge)
        else { return nil }
        return SlotValue(canonical: SafeText(trusting: found.canonical), words: words)
    }

    private mutating func askForField(_ voice: Voice, lead: SafeText = SafeText()) -> Turn {
        form?.stage = .choosingField
        guard let form else { return Turn(replies: []) }
        return Turn(replies: [fieldQuestion(form, voice, lead: lead)])
    }

    /// "Change what?", with the fields by number.
    func fieldQuestion(_ form: Form, _ voice: Voice, lead: SafeText = SafeText()) -> Reply {
        let titles = changeable(form, voice.knowledge).map { voice.label($0) }
        return stamped(
            voice.reply(.question, [lead, voice.say(.changeWhat), voice.numbered(titles)], choices: titles))
    }

    mutating func chooseField(_ form: Form, _ line: Line) -> Turn {
        let fields = changeable(form, line.knowledge)
        if let number = line.text.wholeNumber, fields.indices.contains(number - 1) {
            return change(fields[number - 1], to: 0..<0, line)
        }
        if let (slot, rest) = field(in: line.text.bytes.trimmedRange(0..<line.text.bytes.count), of: form, line) {
            return change(slot, to: rest, line)
        }
        if let found = line.command, found.means(.no) || found.means(.send) || found.means(.neither) {
            return leaveChoice(of: form, line.voice)
        }
        var pending = form
        pending.tries += 1
        self.form = pending
        if pending.tries >= 2 { return leaveChoice(of: pending, line.voice, lead: line.voice.say(.changeUnknown)) }
        return Turn(replies: [fieldQuestion(pending, line.voice, lead: line.voice.say(.changeUnknown))])
    }

    /// Back from "change what?" to where it was asked: the preview, or the pending question.
    private mutating func leaveChoice(of form: Form, _ voice: Voice, lead: SafeText = SafeText()) -> Turn {
        if form.owner == .email, form.current == nil { return showPreview(voice, lead: lead) }
        var pending = form
        pending.stage = .asking
        pending.tries = 0
        self.form = pending
        return Turn(replies: [question(pending, voice, lead: lead)])
    }

    private func changeable(_ form: Form, _ knowledge: KnowledgeBase) -> [Slot] {
        let all = form.owner == .email ? knowledge.content.email.slots : slots(form, knowledge)
        return all.filter { $0.id != "consent" }
    }

    /// The field that a text names at its beginning, and what follows the name.
    func field(in range: Range<Int>, of form: Form, _ line: Line) -> (Slot, Range<Int>)? {
        let bytes = line.text.bytes
        var range = range
        for lead in ["the", "my", "我的", "一下"] where bytes[range].startsWithWord(lead) {
            range = bytes.trimmedRange(range.lowerBound + lead.utf8.count..<range.upperBound)
        }
        for slot in changeable(form, line.knowledge) {
            let names = slot.label.texts.values.map(\.source) + [slot.id.name]
            for name in names {
                let word = NormalizedText(name).bytes
                guard bytes[range].startsWithWord(name), range.lowerBound + word.count <= range.upperBound else {
                    continue
                }
                var rest = bytes.trimmedRange(range.lowerBound + word.count..<range.upperBound)
                for joint in ["to", "为", "成", "到", "改成", "改为", "是"] where bytes[rest].startsWithWord(joint) {
                    rest = bytes.trimmedRange(rest.lowerBound + joint.utf8.count..<rest.upperBound)
                }
                return (slot, rest)
            }
        }
        return nil
    }

    // MARK: - What became of it

    mutating func accepted(_ reference: Reference, _ dispatch: Dispatch, _ voice: Voice) -> Turn {
        if let form {
            let hash = letter(form, voice).contentHash
            mails.append(SentMail(reference: reference, contentHash: hash))
            if mails.count > 8 { mails.removeFirst() }
        }
        form = nil
        concern = nil
        misses = 0
        let name: [SlotID: SafeText] = ["reference": SafeText(trusting: reference.description)]
        let key: TextKey =
            switch dispatch {
            case .written: .receiptWritten
            case .stored: .receiptStored
            case .queued: .receiptQueued
            }
        let trial = voice.environment.mailbox.isTrial ? voice.say(.trial) : SafeText()
        var reply = voice.reply(.receipt, [trial, voice.say(key, name), voice.say(.receiptStatusHint, name)])
        reply.state = .sent
        reply.email = Reply.Email(reference: reference, status: dispatch.rawValue)
        return Turn(replies: [reply])
    }

    mutating func duplicate(of reference: Reference, _ voice: Voice) -> Turn {
        form = nil
        concern = nil
        var reply = voice.reply(
            .notice, [voice.say(.duplicate, ["reference": SafeText(trusting: reference.description)])])
        reply.email = Reply.Email(reference: reference, status: "duplicate")
        return Turn(replies: [reply])
    }

    /// The mail was not accepted: the draft stays as it is.
    func refused(_ text: SafeText, _ voice: Voice) -> Turn {
        say(.notice, text, voice)
    }

    func told(_ status: MailStatus?, _ voice: Voice) -> Turn {
        guard let status else { return say(.notice, voice.say(.statusUnknown), voice) }
        let isOpen = [.ready, .sending, .held].contains(status.state)
        let key: TextKey =
            switch status.state {
            case .ready, .sending, .held: .statusQueued
            case .sent: status.isWrittenOnly ? .statusWritten : .statusSent
            case .failed: .statusFailed
            case .cancelled: .statusCancelled
            }
        return say(.notice, voice.say(key, ["time": voice.clock(isOpen ? status.created : status.moment)]), voice)
    }
}

extension Voice {
    /// A field's name in a summary.
    func label(_ slot: Slot) -> SafeText {
        render(slot.label.isEmpty ? slot.prompt : slot.label)
    }
}

extension ArraySlice<UInt8> {
    /// Whether this begins with a word, ASCII case aside; a Latin word must end there.
    fileprivate func startsWithWord(_ word: String) -> Bool {
        let bytes = NormalizedText(word).bytes
        guard count >= bytes.count else { return false }
        for (one, other) in zip(self, bytes) where one.lowercasedASCII != other.lowercasedASCII { return false }
        guard let last = bytes.last, last.isASCIIAlphanumeric, count > bytes.count else { return !bytes.isEmpty }
        return !self[startIndex + bytes.count].isASCIIAlphanumeric
    }
}
