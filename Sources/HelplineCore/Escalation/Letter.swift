/// The mail in words: subject and body in the team's language, the user's words untouched.
///
/// Facts first, the user's own words indented below, so that nothing in them stands at the start of a line.
struct Letter {
    let recipient: String
    let replyTo: SafeText?
    let subject: SafeText
    let body: SafeText
    let transcript: Escalation.Transcript?
    let redactions: Int
    let contentHash: UInt64

    private static let subjectLimit = 60

    init(_ form: Form, history: [Conversation.HistoryLine], redactions: Int, voice: Voice, language: LocaleID? = nil) {
        let content = voice.knowledge.content
        let mailbox = voice.environment.mailbox
        let team = Voice(
            voice.knowledge, locale: language ?? mailbox.language ?? content.locales.standard, voice.environment)
        let writer = LetterWriter(form: form, team: team, user: voice)
        recipient = mailbox.recipients[writer.category] ?? mailbox.recipients[""] ?? content.address
        replyTo = form.values["contact"]?.canonical
        subject = writer.subject.cut(to: Self.subjectLimit)
        self.redactions = redactions
        body = writer.body(redactions: redactions)
        transcript = writer.transcript(history)
        contentHash = writer.contentHash
    }

    /// The mail as the rim submits it.
    func escalation(_ form: Form, _ voice: Voice) -> Escalation {
        let topic = form.topic.flatMap { voice.knowledge.intent($0) }
        return Escalation(
            category: topic?.escalation?.category ?? voice.knowledge.content.email.standardCategory,
            urgent: topic?.escalation?.urgency == .high, intent: topic?.reported, recipient: recipient,
            replyTo: replyTo, name: voice.environment.user.name.map { SafeText(trusting: $0) }, language: voice.locale,
            subject: subject, body: body, transcript: transcript, redactions: redactions, contentHash: contentHash)
    }
}

/// Writes the parts of a letter.
private struct LetterWriter {
    let form: Form
    /// The team's language.
    let team: Voice
    /// The user's language.
    let user: Voice

    private var email: EmailForm { team.knowledge.content.email }
    private var topic: Intent? { form.topic.flatMap { team.knowledge.intent($0) } }
    private var isUrgent: Bool { topic?.escalation?.urgency == .high }

    var category: String { topic?.escalation?.category ?? email.standardCategory }

    private func phrase(_ phrase: EmailForm.Phrase, _ values: [SlotID: SafeText] = [:]) -> SafeText {
        email.phrases[phrase].map { team.render($0, values) } ?? SafeText()
    }

    /// `Security: my account was stolen, USDT`, urgent ones marked.
    var subject: SafeText {
        let name = email.categories[category].map { team.render($0) } ?? SafeText(trusting: category)
        var words = topic.map { team.render($0.title) } ?? SafeText()
        if words.isEmpty { words = form.values["problem"]?.words ?? SafeText() }
        var parts = [words]
        if let asset = form.values["asset"] { parts.append(asset.canonical) }
        let summary = parts.filter { !$0.isEmpty }.joined(separator: ", ")
        let line = name + SafeText(trusting: ": ") + summary
        return (isUrgent ? phrase(.urgentSubject) + line : line).onOneLine
    }

    func body(redactions: Int) -> SafeText {
        var lines = [phrase(.salutation), phrase(.introduction)]
        if let topic { lines.append(phrase(.topic, ["topic": team.render(topic.title)])) }
        if isUrgent { lines.append(phrase(.urgent)) }
        lines += fields + answers
        if let name = user.environment.user.name {
            lines.append(phrase(.name, ["name": SafeText(trusting: name).onOneLine]))
        }
        if let client = user.environment.user.client {
            lines.append(phrase(.client, ["client": SafeText(trusting: client).onOneLine]))
        }
        if let words = form.values["problem"]?.words, !words.isEmpty {
            lines += [phrase(.words), words.indented]
        }
        if redactions > 0 { lines.append(phrase(.redacted, ["count": SafeText(trusting: String(redactions))])) }
        if user.locale != team.locale {
            lines.append(phrase(.language, ["language": SafeText(trusting: user.locale.name)]))
        }
        lines.append(form.values["contact"] == nil ? phrase(.noReply) : phrase(.replyHint))
        lines.append(phrase(.thanks))
        return lines.filter { !$0.isEmpty }.joined(separator: "\n")
    }

    /// The answers to the topic's own questions that are no fields of the e-mail.
    private var answers: [SafeText] {
        let fields = Set(email.slots.map(\.id))
        return (topic?.slots ?? []).compactMap { slot in
            guard !fields.contains(slot.id), let value = form.values[slot.id] else { return nil }
            return team.label(slot).onOneLine + SafeText(trusting: ": ") + shown(value, slot)
        }
    }

    /// A line for each field; what the user left out is said to be unknown.
    private var fields: [SafeText] {
        let wanted = topic?.escalation?.require ?? []
        return email.slots.compactMap { slot in
            guard !["consent", "problem", "contact"].contains(slot.id) else { return nil }
            guard let value = form.values[slot.id] else {
                let isOpen = form.asked.contains(slot.id) || wanted.contains(slot.id)
                return isOpen ? team.label(slot) + SafeText(trusting: ": ") + phrase(.unknown) : nil
            }
            return team.label(slot) + SafeText(trusting: ": ") + shown(value, slot)
        }
    }

    /// A value, with the user's own words beside what was read from them.
    private func shown(_ value: SlotValue, _ slot: Slot) -> SafeText {
        var canonical = value.canonical
        if case .date = slot.accept { canonical = canonical.readableTime }
        if case .choice(let options) = slot.accept,
            let option = options.first(where: { $0.id == value.canonical.string })
        {
            canonical = team.render(option.title)
        }
        if canonical == value.words || value.words.isEmpty { return canonical.onOneLine }
        return (canonical + SafeText(trusting: " ") + phrase(.ownWords, ["words": value.words])).onOneLine
    }

    func transcript(_ history: [Conversation.HistoryLine]) -> Escalation.Transcript? {
        guard !history.isEmpty else { return nil }
        let lines = history.map { line in
            let speaker = phrase(line.isUser ? .user : .bot)
            return speaker + SafeText(trusting: ": ") + line.text.continued
        }
        return Escalation.Transcript(name: phrase(.transcript), text: lines.joined(separator: "\n"))
    }

    /// The same for the same complaint: its topic and the normalised words of the problem.
    var contentHash: UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        let words = NormalizedText(form.values["problem"]?.words.string ?? "").bytes.map(\.lowercasedASCII)
        for byte in Array(category.utf8) + [0] + Array((form.topic?.name ?? "").utf8) + [0] + words {
            hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
        }
        return hash
    }
}

extension SafeText {
    /// `2026-11-21T22:00+08:00` as `2026-11-21 22:00 (UTC+08:00)`; anything else as it is.
    var readableTime: SafeText {
        let parts = string.split(separator: "T", maxSplits: 1)
        guard parts.count == 2, parts[1].utf8.count == 11, parts[0].utf8.count == 10 else { return self }
        return SafeText(trusting: "\(parts[0]) \(parts[1].prefix(5)) (UTC\(parts[1].dropFirst(5)))")
    }

    /// Line breaks made spaces.
    fileprivate var onOneLine: SafeText {
        SafeText(trusting: String(String.UnicodeScalarView(string.unicodeScalars.map { $0.isLineBreak ? " " : $0 })))
    }

    /// Every line behind a bar.
    fileprivate var indented: SafeText {
        SafeText(trusting: lines.map { "│ " + $0 }.joined(separator: "\n"))
    }

    /// The lines after the first indented, so that a speaker's name alone stands at the start of a line.
    fileprivate var continued: SafeText {
        SafeText(trusting: lines.joined(separator: "\n    "))
    }

    private var lines: [String] {
        string.unicodeScalars.split(omittingEmptySubsequences: false) { $0.isLineBreak }.map { String(Substring($0)) }
    }

    /// At most so many characters, cut with an ellipsis.
    fileprivate func cut(to limit: Int) -> SafeText {
        string.count <= limit ? self : prefix(limit - 1) + "…"
    }
}

extension Unicode.Scalar {
    fileprivate var isLineBreak: Bool {
        switch value {
        case 0x0A, 0x0B, 0x0C, 0x0D, 0x85, 0x2028, 0x2029: true
        default: false
        }
    }
}
