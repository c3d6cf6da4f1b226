/// The bot's sentences in one language, for one turn.
struct Voice {
    let knowledge: KnowledgeBase
    let locale: LocaleID
    let environment: Environment

    init(_ knowledge: KnowledgeBase, locale: LocaleID, _ environment: Environment) {
        self.knowledge = knowledge
        self.locale = locale
        self.environment = environment
    }

    /// One of the pack's texts with its values.
    func render(_ text: LocalizedText, _ values: [SlotID: SafeText] = [:]) -> SafeText {
        guard let template = text.resolved(locale, knowledge.content.locales) else { return SafeText() }
        return template.rendered { values[$0] }
    }

    /// A sentence of the engine; which of its variants, the number tells.
    func say(_ key: TextKey, _ values: [SlotID: SafeText] = [:], variant: Int = 0) -> SafeText {
        let variants = knowledge.content.texts[key, default: []]
        guard !variants.isEmpty else { return SafeText() }
        return render(variants[variant % variants.count], values)
    }

    /// What an intent is called.
    func title(_ id: IntentID) -> SafeText {
        knowledge.indices[id].map { render(knowledge.content.intents[$0].title) } ?? SafeText()
    }

    /// A moment as the user's clock shows it, with the clock's distance from UTC: `2026-11-22 09:00 (UTC+08:00)`.
    func clock(_ moment: Timestamp) -> SafeText {
        SafeText(trusting: CivilTime(moment, offset: environment.zone.offset(at: moment)).isoText).readableTime
    }

    /// Titles in numbered lines.
    func numbered(_ titles: [SafeText]) -> SafeText {
        titles.enumerated().map { SafeText(trusting: "\($0.offset + 1). ") + $0.element }.joined(separator: "\n")
    }

    /// The topics by number.
    func menu() -> Reply {
        let topics = knowledge.menu.map { title($0) }
        let head = topics.isEmpty ? SafeText() : say(.menuHead)
        return reply(.choices, [head, numbered(topics), say(.menuFoot), say(.secretsLine)], choices: topics)
    }

    /// This voice, and those of the other languages.
    func and(_ locales: [LocaleID]) -> [Voice] {
        [self] + locales.filter { $0 != locale }.map { Voice(knowledge, locale: $0, environment) }
    }

    /// The words of welcome and the topics by number, in every language of `locales`, this voice's own first.
    func welcome(in locales: [LocaleID]) -> Reply {
        let voices = and(locales)
        func all(_ text: (Voice) -> SafeText) -> [SafeText] { voices.map(text) }
        let titles = knowledge.menu.map { id in all { $0.title(id) }.joined(separator: " / ") }
        let parts =
            all { $0.say(.greeting, ["name": $0.render(knowledge.content.name)]) }
            + (titles.isEmpty ? [] : [all { $0.say(.menuHead) }.joined(separator: " ")])
            + [numbered(titles)] + all { $0.say(.menuFoot) } + all { $0.say(.secretsLine) }
        return reply(.smalltalk, parts, choices: titles)
    }

    /// A reply of several parts, empty ones and empty lines left out.
    func reply(
        _ kind: Reply.Kind, _ parts: [SafeText], intent: IntentID? = nil, score: Int? = nil, choices: [SafeText] = []
    ) -> Reply {
        let text = parts.filter { !$0.isEmpty }.joined(separator: "\n").withoutEmptyLines
        return Reply(kind: kind, text: text, intent: intent, score: score, locale: locale, choices: choices)
    }
}

extension SafeText {
    /// The same lines, the empty ones left out.
    var withoutEmptyLines: SafeText {
        let bytes = string.utf8
        guard bytes.hasEmptyLine else { return self }
        let lines = bytes.split(separator: 0x0A).filter { line in
            line.contains { $0 != 0x20 && $0 != 0x0D && $0 != 0x09 }
        }
        return SafeText(trusting: lines.map { String(Substring($0)) }.joined(separator: "\n"))
    }
}

extension String.UTF8View {
    /// Whether a line holds nothing visible; a text without any line has none.
    fileprivate var hasEmptyLine: Bool {
        guard !isEmpty else { return false }
        var isEmptyLine = true
        for byte in self {
            switch byte {
            case 0x0A:
                if isEmptyLine { return true }
                isEmptyLine = true
            case 0x20, 0x0D, 0x09: break
            default: isEmptyLine = false
            }
        }
        return isEmptyLine
    }
}
