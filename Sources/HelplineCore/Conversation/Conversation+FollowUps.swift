/// What can be done about mails that were sent: adding to one, listing them, taking one back, hearing that one was
/// given up.
extension Conversation {
    /// The mails of which it is not known yet how they ended.
    var openMails: [Reference] { mails.filter(\.isOpen).map(\.reference) }

    // MARK: - Adding

    /// `add the address is …`: a mail on the thread of the last one, shown before it goes; nil where there is none to
    /// add to.
    mutating func addToMail(_ argument: Range<Int>, _ line: Line) -> Turn? {
        if let form { return addToDraft(form, argument, line) ?? addToCase(argument, line) }
        guard let last = mails.last, !line.revealsSecret else { return addToCase(argument, line) }
        let voice = line.voice
        let first = last.parent ?? last.reference
        guard !argument.isEmpty else {
            return say(.notice, voice.say(.addHow, ["reference": SafeText(trusting: first.description)]), voice)
        }
        let words = line.redaction.text(in: line.text.sourceRange(of: argument))
        form = addition(to: last)
        form?.set("problem", to: SlotValue(canonical: words, words: words))
        return showPreview(voice)
    }

    /// `add that I called the police` on the preview or before it: the words go below those that tell the problem, or
    /// the addition.
    private mutating func addToDraft(_ form: Form, _ argument: Range<Int>, _ line: Line) -> Turn? {
        guard form.owner == .email, form.stage == .confirming || mayAdd(argument, to: form, line) else { return nil }
        let voice = line.voice
        guard !argument.isEmpty else { return say(.notice, voice.say(.previewAdd), voice) }
        let words = line.redaction.text(in: line.text.sourceRange(of: argument)).withoutThat
        let lead = addToProblem(words, voice)
        guard let pending = self.form, pending.stage == .asking else { return showPreview(voice, lead: lead) }
        return Turn(replies: [question(pending, voice, lead: lead, isAgain: true)])
    }

    /// Puts words below those that tell the problem, and says so.
    mutating func addToProblem(_ words: SafeText, _ voice: Voice) -> SafeText {
        let all = [form?.values["problem"]?.words ?? SafeText(), words].filter { !$0.isEmpty }.joined(separator: "\n")
        form?.set("problem", to: SlotValue(canonical: all, words: all))
        let field = voice.knowledge.content.email.slots.first { $0.id == "problem" }.map { voice.label($0) }
        return voice.say(.noted, ["field": field ?? SafeText()])
    }

    /// Whether words may be added while a question is pending: the problem is told, and the line is no free text that
    /// begins so, as “add funds, then send” does where the steps are asked for.
    private func mayAdd(_ argument: Range<Int>, to form: Form, _ line: Line) -> Bool {
        guard form.stage == .asking, !form.asksConsent, form.values["problem"] != nil else { return false }
        return currentSlot(form, line.knowledge)?.takesText == false || line.isAddition(argument)
    }

    /// `补充 对方是火币` before there is a mail: the words go below those of the case, and into the mail if it comes to
    /// one.
    private mutating func addToCase(_ argument: Range<Int>, _ line: Line) -> Turn? {
        guard !argument.isEmpty, !line.revealsSecret, form.map({ $0.owner != .email || $0.asksConsent }) ?? true,
            var concern, describesProblem(concern, line.knowledge), line.isAddition(argument)
        else { return nil }
        let words = line.redaction.text(in: line.text.sourceRange(of: argument)).withoutThat
        concern.words = [concern.words, words].joined(separator: "\n")
        self.concern = concern
        if form?.owner == .email { form?.values["problem"] = SlotValue(canonical: concern.words, words: concern.words) }
        if form != nil, form?.owner != .email { form?.words = concern.words }
        return withQuestion([line.voice.reply(.notice, [line.voice.say(.addedToCase)])], line.voice)
    }

    /// A mail on the thread of one that was sent, still without words.
    func addition(to mail: SentMail) -> Form {
        var addition = Form(owner: .email)
        addition.topic = mail.topic
        addition.parent = mail.parent ?? mail.reference
        if let address = mail.replyTo {
            addition.set("contact", to: SlotValue(canonical: address, words: address))
        }
        return addition
    }

    // MARK: - Listing

    /// `my e-mails`: the references of this conversation and their state.
    mutating func listMails(_ voice: Voice) -> Turn {
        if mails.isEmpty { return withQuestion([voice.reply(.notice, [voice.say(.mailsNone)])], voice) }
        return Turn(effect: .lookupAll(mails.map(\.reference)))
    }

    mutating func told(_ statuses: [Reference: MailStatus], _ voice: Voice) -> Turn {
        let lines = mails.reversed().map { mail in
            let sentence = statuses[mail.reference].map { self.sentence(of: $0, voice) } ?? voice.say(.statusUnknown)
            return voice.field(SafeText(trusting: mail.reference.description), sentence)
        }
        return withQuestion([voice.reply(.notice, [voice.say(.mailsHead)] + lines)], voice)
    }

    // MARK: - Taking back

    /// `cancel` where nothing is being asked: what can still be done about the last mail.
    func cancelSent(_ voice: Voice) -> Turn {
        guard let last = mails.last else { return say(.notice, voice.say(.nothingPending), voice) }
        return Turn(effect: .weigh(last.reference))
    }

    func weighed(_ reference: Reference, _ status: MailStatus?, _ voice: Voice) -> Turn {
        let name: [SlotID: SafeText] = ["reference": SafeText(trusting: reference.description)]
        guard let status else { return say(.notice, voice.say(.nothingPending), voice) }
        let advice: SafeText =
            switch status.state {
            case .ready, .held: voice.say(.canWithdraw, name)
            case .sending, .sent: voice.say(.cannotWithdraw, name)
            case .failed, .cancelled: SafeText()
            }
        let parts = [voice.field(name["reference"] ?? SafeText(), sentence(of: status, voice)), advice]
        return Turn(replies: [stamped(voice.reply(.notice, parts))])
    }

    /// `withdraw`, `withdraw HL-…`; nil where the words are about something else.
    ///
    /// A mail can be taken back only in the conversation that it was written in.
    func withdraw(_ argument: Range<Int>, _ line: Line) -> Turn? {
        guard !argument.isEmpty else { return mails.last.map { Turn(effect: .withdraw($0.reference)) } }
        let words = String(decoding: line.text.bytes[argument], as: UTF8.self)
        guard let reference = Reference(parsing: words) else {
            guard words.lowercased().hasPrefix("hl") else { return nil }
            return withQuestion([line.voice.reply(.notice, [line.voice.say(.statusCheck)])], line.voice)
        }
        if mails.contains(where: { $0.reference == reference }) { return Turn(effect: .withdraw(reference)) }
        let name: [SlotID: SafeText] = ["reference": SafeText(trusting: reference.description)]
        return withQuestion([line.voice.reply(.notice, [line.voice.say(.withdrawUnknown, name)])], line.voice)
    }

    mutating func withdrawn(_ reference: Reference, _ isDone: Bool, _ status: MailStatus?, _ voice: Voice) -> Turn {
        guard isDone else { return weighed(reference, status, voice) }
        close([reference])
        return say(.notice, voice.say(.withdrawn, ["reference": SafeText(trusting: reference.description)]), voice)
    }

    // MARK: - News

    /// Takes what became of the open mails; says of those that were given up, once.
    mutating func hear(_ statuses: [Reference: MailStatus], _ voice: Voice) -> Reply? {
        let ended = statuses.filter { [.sent, .failed, .cancelled].contains($0.value.state) }
        close(Set(ended.keys))
        let failed = mails.filter { ended[$0.reference]?.state == .failed }
        guard !failed.isEmpty else { return nil }
        let lines = failed.compactMap { mail in
            ended[mail.reference].map {
                voice.field(SafeText(trusting: mail.reference.description), sentence(of: $0, voice))
            }
        }
        return stamped(voice.reply(.notice, lines))
    }

    private mutating func close(_ references: Set<Reference>) {
        for index in mails.indices where references.contains(mails[index].reference) { mails[index].isOpen = false }
    }

    /// The state of a mail in a sentence.
    func sentence(of status: MailStatus, _ voice: Voice) -> SafeText {
        if voice.environment.mailbox.isTrial { return voice.say(.statusTrial, ["time": voice.clock(status.created)]) }
        if let turn = status.turn {
            return voice.say(.statusWaiting, ["time": voice.clock(status.created), "turn": voice.clock(turn)])
        }
        let isOpen = [.ready, .sending, .held].contains(status.state)
        let key: TextKey =
            switch status.state {
            case .ready, .sending, .held: .statusQueued
            case .sent: status.isWrittenOnly ? .statusWritten : .statusSent
            case .failed: .statusFailed
            case .cancelled: .statusCancelled
            }
        return voice.say(key, ["time": voice.clock(isOpen ? status.created : status.moment)])
    }
}

extension Line {
    /// Whether the command's word, and not the English “add” of “add funds, then send”, stands before what is added.
    fileprivate func isAddition(_ argument: Range<Int>) -> Bool {
        let lead = text.bytes[..<argument.lowerBound]
        guard !argument.isEmpty else { return false }
        return lead.contains { $0 >= 0x80 || $0 == UInt8(ascii: ":") }
            || text.bytes[argument].starts(with: "that ".utf8)
    }
}
