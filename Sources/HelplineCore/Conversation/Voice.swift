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
        knowledge.intent(id).map { render($0.title) } ?? SafeText()
    }

    /// A moment as the user's clock shows it: `2026-11-22 09:00`.
    func clock(_ moment: Timestamp) -> SafeText {
        SafeText(trusting: CivilTime(moment, offset: environment.zone.offset(at: moment)).minuteText)
    }

    /// Titles in numbered lines.
    func numbered(_ titles: [SafeText]) -> SafeText {
        titles.enumerated().map { SafeText(trusting: "\($0.offset + 1). ") + $0.element }.joined(separator: "\n")
    }

    /// The topics by number, with or without the words of welcome.
    func menu(greeting: Bool) -> Reply {
        let topics = knowledge.menu.map { title($0) }
        let parts = [
            greeting ? say(.greeting, ["name": render(knowledge.content.name)]) : SafeText(),
            topics.isEmpty ? SafeText() : say(.menuHead),
            numbered(topics), say(.menuFoot), say(.secretsLine),
        ]
        return reply(greeting ? .smalltalk : .choices, parts, choices: topics)
    }

    /// A reply of several parts, empty ones and empty lines left out.
    func reply(
        _ kind: Reply.Kind, _ parts: [SafeText], intent: IntentID? = nil, score: Int? = nil, choices: [SafeText] = []
    ) -> Reply {
        let text = parts.filter { !$0.isEmpty }.joined(separator: "\n").withoutEmptyLines
        return Reply(kind: kind, text: text, intent: intent, score: score, locale: locale, choices: choices)
    }
}

extension KnowledgeBase {
    /// The topics that the menu lists.
    var menu: [IntentID] {
        content.menu.filter { indices[$0] != nil }
    }
}

extension SafeText {
    /// The same lines, the empty ones left out.
    var withoutEmptyLines: SafeText {
        let bytes = string.utf8
        let lines = bytes.split(separator: 0x0A).filter { line in
            line.contains { $0 != 0x20 && $0 != 0x0D && $0 != 0x09 }
        }
        return SafeText(trusting: lines.map { String(Substring($0)) }.joined(separator: "\n"))
    }
}
