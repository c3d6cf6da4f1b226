/// Writes the parts of a letter: the facts first, each on a line of its own, then the user's own words, then how to
/// answer.
struct LetterWriter {
    let form: Form
    /// The team's language.
    let team: Voice
    /// The user's language.
    let user: Voice
    /// What was said so far.
    let history: [Conversation.HistoryLine]
    /// Whether that is all.
    let isWhole: Bool
    /// How the user is called: as the relay says, else as the user said last.
    let name: SafeText?

    /// Characters of a line of the bot's in the outline.
    private static let outlineLimit = 40

    private var email: EmailForm { team.knowledge.content.email }
    private var topic: Intent? { form.topic.flatMap { team.knowledge.intent($0) } }
    private var isUrgent: Bool { topic?.escalation?.urgency == .high }

    var category: String { topic?.escalation?.category ?? email.standardCategory }

    init(form: Form, team: Voice, user: Voice, history: [Conversation.HistoryLine], isWhole: Bool) {
        (self.form, self.team, self.user) = (form, team, user)
        (self.history, self.isWhole) = (history, isWhole)
        name = Self.name(of: user, history)
    }

    /// Reads every line of the user's, from the last one on, until one tells a name.
    private static func name(of user: Voice, _ history: [Conversation.HistoryLine]) -> SafeText? {
        if let name = user.environment.user.name { return SafeText(trusting: name) }
        return history.lazy.reversed().filter(\.isUser)
            .compactMap { NameReader(NormalizedText($0.text.string)).read() }.first.map { SafeText(trusting: $0) }
    }

    private func phrase(_ phrase: EmailForm.Phrase, _ values: [SlotID: SafeText] = [:]) -> SafeText {
        email.phrases[phrase].map { team.render($0, values) } ?? SafeText()
    }

    /// `Security: my account was stolen, USDT`, urgent ones marked.
    var subject: SafeText {
        let name = email.categories[category].map { team.render($0) } ?? SafeText(trusting: category)
        var words = topic.map { team.render($0.title) } ?? SafeText()
        if words.isEmpty { words = form.values["problem"]?.words ?? SafeText() }
        let asset = form.values["asset"]?.canonical ?? SafeText()
        let isPair = !words.isEmpty && !asset.isEmpty
        let summary = isPair ? phrase(.pair, ["first": words, "second": asset]) : words + asset
        let line = team.field(name, summary)
        return (isUrgent ? phrase(.urgentSubject, ["subject": line]) : line).onOneLine
    }

    /// The whole text; empty lines stand between its parts.
    func body(redactions: Int) -> SafeText {
        if let parent = form.parent { return addition(to: parent, redactions) }
        let parts = [
            [phrase(.salutation), phrase(.introduction)],
            [topic.map { phrase(.topic, ["topic": team.render($0.title)]) } ?? SafeText()]
                + [isUrgent ? phrase(.urgent) : SafeText()] + fields + facts + answers + circumstances,
            ownWords + files,
            [
                redactions > 0 ? phrase(.redacted, ["count": SafeText(trusting: String(redactions))]) : SafeText(),
                reply,
            ],
            [phrase(.thanks)],
        ]
        return Self.joined(parts)
    }

    /// The text for the user's own mail program: nothing that only the helper could say, and no confirmation that was
    /// not given.
    var bodyByOwnHand: SafeText {
        let thread = form.parent.map { SafeText(trusting: "[\($0)]") } ?? SafeText()
        return Self.joined([
            [phrase(.salutation)], [thread] + (form.parent == nil ? fields + facts + answers : []), ownWords,
            [phrase(.thanks)],
        ])
    }

    /// What the user adds to a mail that the team has already.
    private func addition(to parent: Reference, _ redactions: Int) -> SafeText {
        Self.joined([
            [phrase(.salutation), phrase(.addition, ["reference": SafeText(trusting: parent.description)])],
            ownWords + files,
            [
                redactions > 0 ? phrase(.redacted, ["count": SafeText(trusting: String(redactions))]) : SafeText(),
                reply,
            ],
            [phrase(.thanks)],
        ])
    }

    /// The parts that are not empty, each of its lines, with empty lines between the parts.
    private static func joined(_ parts: [[SafeText]]) -> SafeText {
        parts.map { $0.filter { !$0.isEmpty } }.filter { !$0.isEmpty }
            .map { $0.joined(separator: "\n") }.joined(separator: "\n\n")
    }

    /// Who the user is and on what, and what the user was told already.
    private var circumstances: [SafeText] {
        var lines: [SafeText] = []
        if let name { lines.append(phrase(.name, ["name": name.onOneLine])) }
        let devices = [form.values["device"]?.words, user.environment.user.client.map { SafeText(trusting: $0) }]
            .compactMap(\.self)
        if !devices.isEmpty {
            let all = devices.joined(separator: SafeText(trusting: "; "))
            lines.append(phrase(.client, ["client": all.onOneLine]))
        }
        if let topic, isTold(topic) { lines.append(phrase(.advised, ["topic": team.render(topic.title)])) }
        if user.locale != team.locale {
            lines.append(phrase(.language, ["language": SafeText(trusting: user.locale.ownName)]))
        }
        return lines
    }

    /// Whether the user was given the answer of the topic, so that nobody gives it again.
    private func isTold(_ topic: Intent) -> Bool {
        let answers = topic.answers.flatMap { answer in
            team.knowledge.content.locales.list.compactMap { locale in
                let text = Voice(team.knowledge, locale: locale, team.environment).render(answer).string
                return text.unicodeScalars.split(separator: "\n").first.map { String($0) }
            }
        }
        return history.contains { line in !line.isUser && answers.contains { line.text.string.contains($0) } }
    }

    private var ownWords: [SafeText] {
        guard let words = form.values["problem"]?.words, !words.isEmpty else { return [] }
        return [phrase(.words), words.indented]
    }

    /// What is attached, so that a mail system that takes files off leaves a trace of them.
    private var files: [SafeText] {
        guard !form.files.isEmpty else { return [] }
        let list = form.files.map { $0.name + SafeText(trusting: " (") + $0.readableSize + SafeText(trusting: ")") }
        return [phrase(.files, ["list": list.joined(separator: SafeText(trusting: "; "))])]
    }

    /// How the team answers: a header cannot hold every address that a user may have.
    private var reply: SafeText {
        guard let address = form.values["contact"]?.canonical else { return phrase(.noReply) }
        let isPlain = address.string.prefix { $0 != "@" }.utf8.allSatisfy { $0 < 0x80 }
        return phrase(isPlain ? .replyHint : .writeTo, ["address": address])
    }

    /// The answers to the topic's own questions that are no fields of the e-mail.
    private var answers: [SafeText] {
        let fields = Set(email.slots.map(\.id))
        return (topic?.slots ?? []).compactMap { slot in
            guard !fields.contains(slot.id), let value = form.values[slot.id] else { return nil }
            return team.field(team.label(slot).onOneLine, shown(value, slot))
        }
    }

    /// A line for each field; what the user left out is said to be unknown.
    private var fields: [SafeText] {
        let wanted = topic?.escalation?.require ?? []
        return email.slots.compactMap { slot in
            guard !["consent", "problem", "contact", "device"].contains(slot.id) else { return nil }
            if slot.id == "evidence", evidenceIsHash { return nil }
            let label = team.label(slot).capitalised
            guard let value = form.values[slot.id] else {
                let isOpen = form.asked.contains(slot.id) || wanted.contains(slot.id)
                return isOpen ? team.field(label, phrase(.unknown)) : nil
            }
            return team.field(label, shown(value, slot))
        }
    }

    /// What can be told from the user's words and has no field of its own: amount, network, transaction hash, each
    /// whole and on a line of its own, so that the team can copy it.
    private var facts: [SafeText] {
        let kinds: [(label: EmailForm.Phrase, accept: Accept)] = [
            (.amount, .amount), (.network, .set("network")), (.hash, .hash),
        ]
        return kinds.compactMap { label, accept in
            // Evidence that is hardly more than a hash has no line of its own, as this is it.
            let free: Set<SlotID> =
                switch label {
                case .amount: ["problem", "steps", "asset"]
                case .hash where evidenceIsHash: ["problem", "steps", "evidence"]
                default: ["problem", "steps"]
                }
            if case .amount = label, form.values["amount"] != nil { return nil }
            guard let fact = fact(accept), !isGiven(fact, outside: free) else { return nil }
            return team.field(phrase(label), fact)
        }
    }

    /// Whether the evidence is a transaction hash and a word for it, which the hash's own line says as well.
    private var evidenceIsHash: Bool {
        let words = NormalizedText(form.values["evidence"]?.words.string ?? "").bytes
        return HashReader(words).read().map { words.count - $0.range.count <= 24 } ?? false
    }

    /// The first value of its kind in what the user wrote, in the user's own characters.
    private func fact(_ accept: Accept) -> SafeText? {
        for id in ["problem", "steps", "evidence", "asset"] {
            let text = NormalizedText(form.values[SlotID(id)]?.words.string ?? "")
            let found = Recognizer.recognize(
                accept, in: text, environment: team.environment, knowledge: team.knowledge, asked: false)
            guard let found else { continue }
            if case .set = accept { return SafeText(trusting: found.canonical) }
            return SafeText(trusting: text.quote(of: found.range))
        }
        return nil
    }

    /// Whether a field of the e-mail or an answer, outside those that it may come from, says just that already.
    private func isGiven(_ fact: SafeText, outside sources: Set<SlotID>) -> Bool {
        form.values.contains { slot, value in
            !sources.contains(slot) && [value.words, value.canonical].contains(fact)
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
        // “100 USDT” stands whole on the line of the amount.
        let amount = form.values["amount"]?.words ?? fact(.amount)
        if case .set = slot.accept, amount == value.words { return canonical.onOneLine }
        let isSame = canonical.string.lowercased() == value.words.string.lowercased()
        if isSame || value.words.isEmpty { return canonical.onOneLine }
        return (canonical + phrase(.ownWords, ["words": value.words])).onOneLine
    }

    func transcript() -> Escalation.Transcript? {
        guard !spoken.isEmpty else { return nil }
        let heads = team.previewHeads
        let lines = spoken.map { line in
            field(of: line, line.isUser ? line.text.continued : line.text.cut(after: heads).continued)
        }
        let head = isWhole ? [] : [phrase(.transcriptPart)].filter { !$0.isEmpty }
        return Escalation.Transcript(name: phrase(.transcript), text: (head + lines).joined(separator: "\n"))
    }

    /// The transcript as the preview shows it: every word of the user, and how each of the bot's lines begins.
    var outline: SafeText {
        let lines = spoken.map { line in
            field(of: line, line.isUser ? line.text : line.text.firstLine.cut(to: Self.outlineLimit)).indented
        }
        return lines.joined(separator: "\n")
    }

    /// What was said in words; a file that came without any is named in the reply to it.
    private var spoken: [Conversation.HistoryLine] { history.filter { !$0.text.isEmpty } }

    private func field(of line: Conversation.HistoryLine, _ text: SafeText) -> SafeText {
        team.field(phrase(line.isUser ? .user : .bot), text)
    }

    /// The same for the same complaint: its topic and the normalised words of the problem.
    var contentHash: UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        let words = NormalizedText(form.values["problem"]?.words.string ?? "").bytes.map(\.lowercasedASCII)
        // Of two additions without words, the files tell whether they are the same.
        let files = form.parent == nil ? "" : form.files.map { String($0.digest) }.joined(separator: " ")
        let thread = Array(((form.parent?.description ?? "") + files).utf8)
        for byte in thread + Array(category.utf8) + [0] + Array((form.topic?.name ?? "").utf8) + [0] + words {
            hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
        }
        return hash
    }
}

extension Voice {
    /// The line above a preview, in every language of the pack.
    var previewHeads: [String] {
        knowledge.content.texts[.previewHead, default: []].flatMap { text in
            knowledge.content.locales.list.map { Voice(knowledge, locale: $0, environment).render(text).string }
        }
    }

    /// `time: 2026-11-22 09:00`, as the language writes it.
    func field(_ label: SafeText, _ value: SafeText) -> SafeText {
        guard let phrase = knowledge.content.email.phrases[.field] else {
            return label + SafeText(trusting: ": ") + value
        }
        return render(phrase, ["label": label, "value": value])
    }
}

extension LocaleID {
    /// What the language is called by those who speak it; its tag where that is not known here.
    fileprivate var ownName: String {
        switch name {
        case "zh", "zh-Hans", "zh-CN": "中文"
        case "zh-Hant", "zh-TW", "zh-HK": "繁體中文"
        case "en": "English"
        default: name
        }
    }
}
