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
            readCase(concern.words, into: &form, voice)
        }
        if let interrupted = self.form, interrupted.owner != .email { adopt(interrupted.values, into: &form, voice) }
        readHistory(into: &form, voice)
        if let address = voice.environment.user.email, Recognizer.isMailbox(address) {
            let text = SafeText(trusting: address)
            form.values["contact"] = SlotValue(canonical: text, words: text)
        }
        suspended.removeAll { !$0.isWaiting }
        aftermath = nil
        mailOfferEnd = 0
        offered = []
        self.form = form
        return proceedFromStart(intro, kind, voice)
    }

    /// Whether the words tell what happened: those of a question about a case, or a longer line that was not
    /// understood.
    ///
    /// Behind "what are the fees?" there is a problem still to be told, and characters in a row are no description.
    func describesProblem(_ concern: Concern, _ knowledge: KnowledgeBase) -> Bool {
        guard let id = concern.intent else { return concern.words.string.describesSomething(knowledge) }
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
            // Amount and device are asked only where the topic says so; they are taken wherever they are told.
            let isWanted = required.isEmpty ? !["amount", "device"].contains(slot.id) : required.contains(slot.id)
            guard slot.id == "problem" || isWanted else { return false }
            return counted(slot, form, &room)
        }
    }

    /// Whether there is room for a question; those answered without being asked take none.
    private func counted(_ slot: Slot, _ form: Form, _ room: inout Int) -> Bool {
        if form.values[slot.id] != nil, !form.asked.contains(slot.id) { return true }
        room -= 1
        return room >= 0
    }

    /// The question with how many are still to come, itself included: a number that only falls.
    func withProgress(_ prompt: SafeText, _ form: Form, _ voice: Voice) -> SafeText {
        guard form.owner == .email, form.current != "consent", !form.isChange else { return prompt }
        let open = mailSlots(form, voice.knowledge).count {
            $0.id != "consent" && form.wants($0) && $0.id != form.current
        }
        return voice.say(.progress, ["count": SafeText(trusting: String(open + 1)), "question": prompt])
    }

    mutating func consented(_ value: SlotValue, _ line: Line) -> Turn {
        let voice = line.voice
        guard value.canonical.string == "yes" else { return declineMail(voice) }
        return proceed(voice, lead: known(voice))
    }

    /// A "yes" to an offer of the e-mail that was made some turns ago.
    mutating func acceptMail(_ voice: Voice) -> Turn {
        let begun = startMail(topic: nil, intro: SafeText(), kind: .question, voice)
        return form?.asksConsent == true ? consent(voice) : begun
    }

    /// Consent that was given otherwise than by an answer to its question.
    mutating func consent(_ voice: Voice) -> Turn {
        form?.set("consent", to: SlotValue(canonical: SafeText(trusting: "yes"), words: SafeText()))
        return proceed(voice, lead: known(voice))
    }

    mutating func declineMail(_ voice: Voice) -> Turn {
        mailOfferEnd = 0
        return endForm(voice, [voice.say(.offerDeclined)])
    }

    /// What is known already, so that nobody wonders why it is not asked.
    private func known(_ voice: Voice) -> SafeText {
        guard let form else { return SafeText() }
        let items = voice.knowledge.content.email.slots.compactMap { slot -> SafeText? in
            guard slot.id != "consent", let words = form.shownWords(of: slot) else { return nil }
            return voice.field(voice.label(slot), words)
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
        if let form, form.saysNothing { return askForSomething(voice) }
        let isFirst = form.map { !$0.isChange && $0.stage == .asking } ?? true
        form?.stage = .confirming
        form?.isChange = false
        form?.current = nil
        guard let form else { return Turn(replies: []) }
        return Turn(replies: [preview(form, voice, lead: lead, withTranscript: isFirst)])
    }

    /// A mail in which everything was left out tells the team nothing: the problem is asked once more, and then the
    /// mail is dropped in words.
    private mutating func askForSomething(_ voice: Voice) -> Turn {
        guard var pending = form, !pending.wasEmpty else {
            return endForm(voice, [voice.say(.mailDropped)])
        }
        pending.wasEmpty = true
        pending.isChange = false
        pending.skipped.removeAll { $0 == "problem" }
        pending.ask("problem")
        form = pending
        return Turn(replies: [question(pending, voice, lead: voice.say(.mailEmpty))])
    }

    /// - Parameter withTranscript: whether the transcript is shown too, and not only named: when the mail is shown for
    ///   the first time, and when somebody asks for it again.
    func preview(
        _ form: Form, _ voice: Voice, lead: SafeText = SafeText(), withTranscript: Bool = true
    ) -> Reply {
        let letter = letter(form, voice)
        // The user reads the field names of the mail in the own language; the draft is the very mail.
        let shown = Letter(
            form, history: history, isWhole: historyIsWhole, redactions: redactions, voice: voice,
            language: voice.locale)
        let blank = SafeText(trusting: "[\(form.parent?.description ?? "HL-____-____")] ")
        let name = (letter.transcript.map { [$0.name] } ?? []) + form.files.map(\.name)
        let draft = Reply.Draft(
            to: SafeText(trusting: letter.recipient), replyTo: letter.replyTo, subject: blank + letter.subject,
            body: letter.body, attachments: name, redactions: letter.redactions, files: form.files)
        var parts = [
            lead, voice.say(.previewHead), voice.say(.previewTo, ["to": draft.to]),
            letter.replyTo.map { voice.say(.previewReplyTo, ["address": $0]) } ?? voice.say(.previewNoReply),
            voice.say(.previewSubject, ["subject": draft.subject]), shown.body,
        ]
        if shown.body != letter.body { parts.append(voice.say(.previewLanguage)) }
        if letter.redactions > 0 {
            parts.append(
                voice.say(
                    .previewRedacted,
                    [
                        "count": SafeText(trusting: String(letter.redactions)),
                        "list": letter.markers.joined(separator: " "),
                    ]))
        }
        if let transcript = shown.transcript {
            let about: [SlotID: SafeText] = [
                "name": transcript.name, "count": SafeText(trusting: String(history.count { !$0.text.isEmpty })),
            ]
            let head: TextKey = historyIsWhole ? .previewTranscript : .previewTranscriptPart
            parts.append(voice.say(withTranscript ? head : .previewTranscriptAgain, about))
            if withTranscript { parts.append(shown.outline) }
        }
        if !form.files.isEmpty { parts += [voice.say(.previewFiles), voice.fileList(form.files)] }
        if form.files.contains(where: { !$0.type.isReadable }) { parts.append(voice.say(.previewPictures)) }
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
            if found.means(.send) { return askForPromisedFile(form, voice) ?? submit(form, voice) }
            if found.means(.selfSend) { return sendSelf(form, voice) }
            // A mere "ok" sends nothing, and the user should know.
            if found.means(.yes) { return say(.notice, voice.say(.previewUnclear), voice) }
        }
        if line.isOnlyCry { return withQuestion([], voice) }
        if let turn = answerListedAtPreview(line) ?? takeAddress(form, line) { return turn }
        if case .answer(let winners) = line.ranked.questions.decision, winners[0].score >= RankingRule.interruptionBar,
            let intent = line.knowledge.intent(winners[0].intent), intent.kind == .faq
        {
            if isOwn(intent.id), winners[0].followUp == nil {
                return withQuestion([voice.reply(.notice, [voice.say(.sameMatter)])], voice)
            }
            let question = Answered(
                intent: intent, followUp: winners[0].followUp, score: min(winners[0].score, 1000))
            return withQuestion(answerBeside(question, line), voice)
        }
        if let turn = replyToHaste(line) ?? mendCommand(line) { return turn }
        if let text = asideFromQuestions(line) { return withQuestion([voice.reply(.smalltalk, [text])], voice) }
        return say(.notice, voice.say(line.isPhoneNumber ? .previewPhone : .previewUnclear), voice)
    }

    /// An address on the preview is the one for the answer.
    private mutating func takeAddress(_ form: Form, _ line: Line) -> Turn? {
        guard line.ranked.questions.decision == .none,
            let slot = line.knowledge.content.email.slots.first(where: { $0.id == "contact" }),
            recognize(slot, line, asked: false) != nil
        else { return nil }
        return change(slot, to: 0..<line.text.bytes.count, line)
    }

    private func letter(_ form: Form, _ voice: Voice) -> Letter {
        Letter(form, history: history, isWhole: historyIsWhole, redactions: redactions, voice: voice)
    }

    private func submit(_ form: Form, _ voice: Voice) -> Turn {
        Turn(effect: .submit(letter(form, voice).escalation(form, voice)))
    }

    /// Shows address and text for the user's own mail program, and sends nothing.
    private mutating func sendSelf(_ form: Form, _ voice: Voice) -> Turn {
        let letter = Letter(
            form, history: history, isWhole: historyIsWhole, redactions: redactions, voice: voice,
            language: voice.locale, byOwnHand: true)
        let parts = [
            voice.say(.selfSend, ["to": SafeText(trusting: letter.recipient), "subject": letter.subject]), letter.body,
        ]
        // Whoever wants it sent from here after all finds what was told and corrected.
        let words = form.values["problem"]?.words ?? SafeText()
        if form.parent == nil {
            concern = Concern(intent: form.topic, words: words, values: form.values.filter { $0.key != "consent" })
        }
        return endForm(voice, parts)
    }

    // MARK: - What became of it

    /// - Parameter due: when it goes out, where others go before it.
    mutating func accepted(
        _ reference: Reference, _ dispatch: Dispatch, due: Timestamp? = nil, _ voice: Voice
    ) -> Turn {
        let parent = form?.parent
        if let form {
            mails.append(
                SentMail(
                    reference: reference, contentHash: letter(form, voice).contentHash, parent: form.parent,
                    topic: form.topic, replyTo: form.values["contact"]?.canonical))
            if mails.count > 8 { mails.removeFirst() }
        }
        if let topic = form?.topic { keepLive(topic, voice.environment) }
        form = nil
        concern = nil
        aftermath = nil
        misses = 0
        var name: [SlotID: SafeText] = ["reference": SafeText(trusting: reference.description)]
        if let due { name["time"] = voice.clock(due) }
        let key: TextKey =
            switch dispatch {
            case .written: .receiptWritten
            case .stored: .receiptStored
            case .queued: due == nil ? .receiptQueued : .receiptWaiting
            }
        let trial = voice.environment.mailbox.isTrial ? voice.say(.trial) : SafeText()
        let thread = parent.map { voice.say(.receiptAdded, ["reference": SafeText(trusting: $0.description)]) }
        let hint = parent == nil ? voice.say(.receiptStatusHint, name) : SafeText()
        var reply = voice.reply(.receipt, [trial, voice.say(key, name), thread ?? SafeText(), hint])
        reply.state = .sent
        reply.email = Reply.Email(reference: reference, status: dispatch.rawValue)
        return Turn(replies: [reply] + resume(voice))
    }

    mutating func duplicate(of reference: Reference, _ voice: Voice) -> Turn {
        form = nil
        concern = nil
        var reply = voice.reply(
            .notice, [voice.say(.duplicate, ["reference": SafeText(trusting: reference.description)])])
        reply.email = Reply.Email(reference: reference, status: "duplicate")
        return Turn(replies: [reply] + resume(voice))
    }

    /// The mail was not accepted: the draft stays as it is.
    func refused(_ text: SafeText, _ voice: Voice) -> Turn {
        say(.notice, text, voice)
    }

    func told(_ status: MailStatus?, _ voice: Voice) -> Turn {
        say(.notice, status.map { sentence(of: $0, voice) } ?? voice.say(.statusUnknown), voice)
    }
}

extension Line {
    /// Whether the line is hardly more than a telephone number.
    fileprivate var isPhoneNumber: Bool {
        let digits = text.bytes.count { $0 &- 0x30 < 10 }
        let letters = text.text.unicodeScalars.count(where: \.isMeaningful) - digits
        return (7...15).contains(digits) && letters <= 12
    }
}

extension Form {
    /// Whether a mail would hold nothing but an address.
    fileprivate var saysNothing: Bool {
        topic == nil && files.isEmpty && values.keys.allSatisfy { $0 == "consent" || $0 == "contact" }
    }
}

extension String {
    /// Whether a line that was not understood tells something all the same: some length, words of everyday language,
    /// and not the same characters over and over.
    fileprivate func describesSomething(_ knowledge: KnowledgeBase) -> Bool {
        let text = NormalizedText(self)
        let meaningful = text.text.unicodeScalars.filter(\.isMeaningful)
        let weight = meaningful.reduce(0) { $0 + ($1.isHan ? 3 : 1) }
        guard weight >= 18, 3 * Set(meaningful).count > min(meaningful.count, 24) else { return false }
        return text.bytes.indices.contains { knowledge.stopWords.length(at: $0, in: text.bytes) > 0 }
    }
}
