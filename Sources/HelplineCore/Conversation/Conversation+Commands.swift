/// Lines that are a command as a whole.
extension Conversation {
    /// Obeys a command that goes before a pending question; nil where the line is none.
    mutating func obey(_ line: Line) -> Turn? {
        if let reference = Reference(parsing: line.text.text) { return lookUp(reference, line) }
        guard let found = line.command else { return leaveBeside(line) }
        for entry in found.entries {
            switch entry {
            case .language(let locale): return switchLanguage(to: locale, line)
            case .command(let command):
                if let turn = obey(command, found.argument, line) { return turn }
            }
        }
        return nil
    }

    mutating func obey(_ command: Command, _ argument: Range<Int>, _ line: Line) -> Turn? {
        let voice = line.voice
        switch command {
        case .cancel: return form == nil ? cancelSent(voice) : cancelForm(voice)
        case .add: return addToMail(argument, line)
        case .mails: return listMails(voice)
        case .removeFile: return removeFile(argument, line)
        case .withdraw: return withdraw(argument, line)
        case .back: return form == nil ? say(.notice, voice.say(.nothingPending), voice) : goBack(voice)
        case .change:
            return form == nil || tellsOfChange(argument, line) || isRather(another: argument, line)
                ? nil : change(argument, line)
        case .human: return form?.owner == .email ? urgeMail(voice) : startMailFromWords(line)
        case .menu: return menu(voice)
        case .again: return sayAgain(voice)
        case .help: return withQuestion([voice.reply(.notice, [voice.say(.help), voice.say(.secretsLine)])], voice)
        case .restart: return restart(voice)
        case .quit: return quit(voice)
        case .status: return status(argument, line)
        case .skip: return form == nil || takesWholeLine(line) ? nil : hesitate(line) ?? skip(voice)
        case .goOn: return form == nil || takesWholeLine(line) ? nil : resumeForm(voice)
        case .notSolved: return form == nil ? startMailFromWords(line) : nil
        case .yes, .no, .send, .selfSend, .neither: return nil
        }
    }

    /// Who asks for a person again while consent to the mail is asked has given it.
    private mutating func urgeMail(_ voice: Voice) -> Turn {
        form?.asksConsent == true ? consent(voice) : repeatQuestion(voice)
    }

    /// Whether 了 or 过 behind the word tells of something that was done: 改了密码.
    private func tellsOfChange(_ argument: Range<Int>, _ line: Line) -> Bool {
        let words = String(decoding: line.text.bytes[argument], as: UTF8.self)
        return words.hasPrefix("了") || words.hasPrefix("过")
    }

    /// Whether "change my phone number" is a question of the pack and not a field of the form.
    private func isRather(another argument: Range<Int>, _ line: Line) -> Bool {
        guard let form, !argument.isEmpty, field(in: argument, of: form, line) == nil else { return false }
        return line.ranked.questions.decision != .none
    }

    /// Obeys a command that has a meaning only while nothing is asked.
    mutating func obeyLightly(_ line: Line) -> Turn? {
        guard let found = line.command else { return nil }
        let voice = line.voice
        // “send” or “skip” went to a draft that is gone, and that is said already.
        if draftIsGone, line.ranked.questions.decision == .none { return Turn(replies: []) }
        if found.means(.yes), turns <= mailOfferEnd { return acceptMail(voice) }
        if found.means(.neither) {
            offered = []
            return startMail(topic: nil, intro: voice.say(.neitherReply), kind: .question, voice)
        }
        if found.means(.send) || found.means(.selfSend), let mail = mails.last {
            var reply = voice.reply(
                .notice, [voice.say(.duplicate, ["reference": SafeText(trusting: mail.reference.description)])])
            reply.email = Reply.Email(reference: mail.reference, status: "accepted")
            return Turn(replies: [reply])
        }
        let isIdle = [.skip, .goOn, .change, .send, .selfSend, .yes, .no].contains { found.means($0) }
        if isIdle, line.ranked.questions.decision == .none, line.ranked.smalltalk.decision == .none {
            return say(.notice, voice.say(.nothingPending), voice)
        }
        return nil
    }

    /// Whether the pending question takes this very line for an answer, though it is a command as well.
    private func takesWholeLine(_ line: Line) -> Bool {
        guard let form, form.stage == .asking, let slot = currentSlot(form, line.knowledge) else { return false }
        switch slot.accept {
        case .choice, .set: return recognize(slot, line) != nil
        default: return false
        }
    }

    private mutating func switchLanguage(to locale: LocaleID, _ line: Line) -> Turn {
        pinned = locale
        self.locale = locale
        let voice = Voice(line.knowledge, locale: locale, line.environment)
        let notice = stamped(voice.reply(.notice, [voice.say(.languageSwitched)]))
        return form?.stage == .confirming
            ? Turn(replies: [notice]).appending(repeatQuestion(voice).replies) : withQuestion([notice], voice)
    }

    private mutating func menu(_ voice: Voice) -> Turn {
        let reply = voice.menu()
        if form == nil { offered = voice.knowledge.menu }
        // The reasons of “why did it not help?” were a list as well, and are no longer the last one.
        if case .reason = aftermath { aftermath = nil }
        return withQuestion([reply], voice)
    }

    private func sayAgain(_ voice: Voice) -> Turn {
        let said = history.dropLast().reversed().prefix { !$0.isUser }.reversed().map(\.text)
        guard !said.isEmpty else { return say(.notice, voice.say(.nothingToRepeat), voice) }
        if form != nil { return repeatQuestion(voice) }
        if let last = told.last, last.count > 1 {
            let text = fullAnswer(last, voice)
            if !text.isEmpty {
                return Turn(replies: [
                    voice.reply(.answer, [text], intent: voice.knowledge.intent(last.intent)?.reported)
                ])
            }
        }
        return Turn(replies: [stamped(voice.reply(.notice, said))])
    }

    private mutating func restart(_ voice: Voice) -> Turn {
        let dropped = droppedDraft(voice)
        let kept = (locale, pinned, memory, mails, turns)
        self = Conversation()
        (locale, pinned, memory, mails, turns) = kept
        offered = voice.knowledge.menu
        return Turn(replies: [voice.reply(.notice, [dropped, voice.say(.restarted)])])
    }

    /// Takes leave; where that drops a mail that is being written, the user is asked once.
    private mutating func quit(_ voice: Voice) -> Turn {
        let warning = voice.say(.leaveDraft)
        if holdsDraft, !warning.isEmpty, history.dropLast().last?.text != warning {
            return say(.notice, warning, voice)
        }
        let dropped = droppedDraft(voice)
        form = nil
        suspended = []
        return Turn(replies: [voice.reply(.smalltalk, [dropped, voice.say(.goodbye)])], ends: true)
    }

    /// Whether a mail is being written that leaving would drop.
    public var holdsDraft: Bool { form?.owner == .email && form?.current != "consent" }

    /// That a mail was not sent, where one was being written.
    private func droppedDraft(_ voice: Voice) -> SafeText {
        holdsDraft ? voice.say(.mailCancelled) : SafeText()
    }

    private func status(_ argument: Range<Int>, _ line: Line) -> Turn? {
        let voice = line.voice
        if !argument.isEmpty {
            let words = String(decoding: line.text.bytes[argument], as: UTF8.self)
            if let reference = Reference(parsing: words) { return lookUp(reference, line) }
            // "status of my transfer" is a question; only what looks like a reference is a wrong one.
            guard words.lowercased().hasPrefix("hl") else { return nil }
            return withQuestion([voice.reply(.notice, [voice.say(.statusCheck)])], voice)
        }
        guard let last = mails.last else {
            return withQuestion([voice.reply(.notice, [voice.say(.statusWhich)])], voice)
        }
        return lookUp(last.reference, line)
    }

    private func lookUp(_ reference: Reference, _ line: Line) -> Turn {
        Turn(effect: .lookup(reference))
    }

    /// The replies, and the pending question again where there is one.
    func withQuestion(_ replies: [Reply], _ voice: Voice) -> Turn {
        guard let form else { return Turn(replies: replies) }
        if form.stage == .confirming {
            // The whole mail is not shown again for every word beside it.
            return Turn(replies: (replies + [voice.reply(.notice, [voice.say(.previewFoot)])]).map(stamped))
        }
        return Turn(replies: replies.map(stamped) + [question(form, voice, lead: voice.say(.resumed), isAgain: true)])
    }

    /// The pending question again.
    func repeatQuestion(_ voice: Voice) -> Turn {
        guard let form else { return Turn(replies: []) }
        return Turn(replies: [question(form, voice, isAgain: true)])
    }
}
