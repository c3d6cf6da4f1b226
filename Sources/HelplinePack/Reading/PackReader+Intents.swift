internal import HelplineCore

extension PackReader {
    private static let intentKeys = [
        "id", "kind", "reports_as", "band", "title", "phrases", "patterns", "unless", "examples", "not_examples",
        "answer", "ask", "then", "follow_ups", "solved", "escalate", "see_also",
        "patience",
    ]

    /// Reads the intent of one file; nil, with a fault noted, where it has no id.
    mutating func readIntent(_ root: YAMLNode, email: EmailForm) -> Intent? {
        guard let fields = fields(root, of: "an intent", known: Self.intentKeys),
            let id = required("id", in: fields, of: "an intent").flatMap({ name($0, "the id of an intent") })
        else { return nil }
        var intent = Intent(id: IntentID(id))
        owner = intent.id
        slotNames = []
        defer { owner = nil }
        if let node = fields["kind"] { intent.kind = option(node, "“kind”", default: intent.kind) }
        if let node = fields["band"] { intent.band = number(node, "“band”", in: -2...2, default: 0) }
        if let node = fields["solved"] { intent.solved = option(node, "“solved”", default: intent.solved) }
        if let node = fields["patience"] { intent.patience = number(node, "“patience”", in: 1...20, default: 3) }
        readRecognition(fields, into: &intent)
        readExamples(fields, of: intent.id)
        // The questions come first, as the texts may quote them.
        if let node = fields["ask"] { intent.slots = slots(node, "“ask”") }
        readWords(fields, into: &intent)
        readRelations(fields, into: &intent, email: email)
        return intent
    }

    private mutating func readRecognition(_ fields: YAMLNode, into intent: inout Intent) {
        if let node = fields["patterns"] { intent.triggers += triggers(node, "“patterns”") }
        if let node = fields["phrases"] { intent.triggers += phrases(node) }
        if let node = fields["unless"] { intent.vetoes = PackList(triggers(node, "“unless”")) }
        if fields["patterns"] == nil, fields["phrases"] == nil {
            log.error(
                .missingKey, at: fields.place, "the intent \(intent.id.name.named) has neither phrases nor patterns",
                remedy: "add “phrases:” or “patterns:”, or nobody can reach it")
        }
    }

    private mutating func readExamples(_ fields: YAMLNode, of intent: IntentID) {
        for (key, wins) in [("examples", true), ("not_examples", false)] {
            guard let node = fields[key] else { continue }
            for (locale, list) in byLocale(node, "“\(key)”") {
                for (text, node) in textList(list, "an example") {
                    checkQuotes(text, node)
                    let place = log.words(for: node.place)
                    examples.append(
                        Example(intent: intent, locale: locale, text: text, wins: wins, place: place, mark: node.place))
                }
            }
        }
    }

    private mutating func readWords(_ fields: YAMLNode, into intent: inout Intent) {
        let what: Sentence = "the intent \(intent.id.name.named)"
        if let node = fields["title"] {
            intent.title = localized(node, "the title")
        } else if intent.kind == .faq, fields["kind"] == nil || fields["kind"]?.text == "faq" {
            log.error(.missingKey, at: fields.place, "\(what) has no \("title".named)")
        }
        if let node = fields["answer"] {
            intent.answers = variants(node, "the answer")
        } else if intent.kind != .human {
            log.error(.missingKey, at: fields.place, "\(what) has no \("answer".named)")
        }
        if let node = fields["then"] { intent.consequences = consequences(node, intent.slots) }
        if let node = fields["follow_ups"] { intent.followUps = followUps(node) }
    }

    private mutating func readRelations(_ fields: YAMLNode, into intent: inout Intent, email: EmailForm) {
        if let node = fields["reports_as"], let name = text(node, "“reports_as”") {
            intent.reportsAs = IntentID(name)
            names.append(NameUse(name: name, place: node.place, owner: intent.id, purpose: "reports_as"))
        }
        if let node = fields["see_also"] {
            for (name, node) in textList(node, "“see_also”") {
                intent.seeAlso.append(IntentID(name))
                names.append(NameUse(name: name, place: node.place, owner: intent.id, purpose: "see_also"))
            }
        }
        if let node = fields["escalate"], node.text != "false" {
            intent.escalation = escalation(node, slots: intent.slots + email.slots, categories: email.categories.keys)
        }
    }

    /// One text, or a list of texts with the answers they suit.
    private mutating func consequences(_ node: YAMLNode, _ slots: [Slot]) -> [Intent.Consequence] {
        guard let elements = node.list else {
            return [Intent.Consequence(when: Condition(), text: localized(node, "“then”"))]
        }
        return elements.compactMap { element in
            guard let fields = fields(element, of: "an entry of “then”", known: Self.keysOfConsequence),
                let text = required("text", in: fields, of: "an entry of “then”")
            else { return nil }
            let when = fields["when"].map { condition($0) } ?? Condition()
            if let node = fields["when"] { check(when, node, against: slots) }
            outcomes.append(WrittenConsequence(when: when, owner: owner, place: element.place))
            return Intent.Consequence(when: when, text: localized(text, "“then”"))
        }
    }

    private mutating func followUps(_ node: YAMLNode) -> [Intent.FollowUp] {
        guard let elements = node.list else {
            wrongShape(node, wanted: "“follow_ups” is a list, each entry beginning with “- id:”")
            return []
        }
        return elements.compactMap { followUp($0) }
    }

    private mutating func followUp(_ node: YAMLNode) -> Intent.FollowUp? {
        let what: Sentence = "a follow-up"
        guard let fields = fields(node, of: what, known: Self.keysOfFollowUp),
            let id = required("id", in: fields, of: what).flatMap({ name($0, "the id of a follow-up") }),
            let answer = required("answer", in: fields, of: what)
        else { return nil }
        var found: [Intent.Trigger] = []
        if let node = fields["patterns"] { found += triggers(node, "“patterns”") }
        if let node = fields["phrases"] { found += phrases(node) }
        if fields["patterns"] == nil, fields["phrases"] == nil {
            log.error(.missingKey, at: node.place, "the follow-up \(id.named) has neither phrases nor patterns")
        }
        return Intent.FollowUp(id: id, triggers: found, answer: localized(answer, "the answer"))
    }

    private mutating func escalation(
        _ node: YAMLNode, slots: [Slot], categories: some Collection<String>
    ) -> Intent.Escalation? {
        guard let fields = fields(node, of: "“escalate”", known: Self.keysOfEscalation),
            let value = required("category", in: fields, of: "“escalate”"), let category = text(value, "“category”")
        else { return nil }
        var result = Intent.Escalation(category: category)
        checkName(category, value, among: categories, "no category is called \(category.named) in bot.yaml")
        if let node = fields["urgency"] { result.urgency = option(node, "“urgency”", default: .normal) }
        guard let node = fields["require"] else { return result }
        for (name, node) in textList(node, "“require”") {
            result.require.append(SlotID(name))
            checkName(
                name, node, among: slots.map(\.id.name),
                "no question of this intent or of the e-mail is called \(name.named)")
        }
        return result
    }

    /// Notes a name that nothing has, with the one that was probably meant.
    mutating func checkName(_ name: String, _ node: YAMLNode, among known: some Collection<String>, _ message: Sentence)
    {
        guard !known.contains(name) else { return }
        log.error(
            .unknownName, at: node.place, width: node.width, message,
            remedy: NearestName.of(name, among: known.sorted()).map { "did you mean \($0.named)?" })
    }
}

extension PackReader {
    /// The keys of an intent.
    static var keysOfIntent: [String] { intentKeys }
    /// The keys of an entry of `then`.
    static let keysOfConsequence = ["when", "text"]
    /// The keys of a short question.
    static let keysOfFollowUp = ["id", "patterns", "phrases", "answer"]
    /// The keys of `escalate`.
    static let keysOfEscalation = ["category", "urgency", "require"]
}
