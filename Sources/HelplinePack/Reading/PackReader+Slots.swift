internal import HelplineCore
internal import PCRE2

extension PackReader {
    /// The questions of a form; their names become known to the texts read later.
    mutating func slots(_ node: YAMLNode, _ what: Sentence) -> [Slot] {
        guard let elements = node.list else {
            wrongShape(node, wanted: "\(what) is a list of questions, each beginning with “- id:”")
            return []
        }
        guard elements.count <= 64 else {
            log.error(.tooLarge, at: node.place, "\(what) has \(elements.count) questions, more than 64")
            return []
        }
        slotNames.formUnion(elements.compactMap { $0["id"]?.text })
        var slots: [Slot] = []
        for element in elements {
            guard let slot = slot(element) else { continue }
            if slots.contains(where: { $0.id == slot.id }) {
                let place = element["id"]?.place ?? element.place
                log.error(
                    .duplicateName, at: place, width: slot.id.name.unicodeScalars.count,
                    "two questions are called \(slot.id.name.named)")
            }
            if let when = element["when"] { check(slot.when, when, against: slots) }
            slots.append(slot)
        }
        return slots
    }

    private static let slotKeys = [
        "id", "prompt", "label", "accept", "invalid", "retry", "max_tries", "on_fail", "digress", "optional", "when",
        "names",
    ]

    private mutating func slot(_ node: YAMLNode) -> Slot? {
        guard let fields = fields(node, of: "a question", known: Self.slotKeys) else { return nil }
        let id = required("id", in: fields, of: "a question").flatMap { name($0, "the name of a question") }
        var slot = Slot(id: SlotID(id ?? ""), prompt: LocalizedText(), accept: .text(minimum: 1))
        if let value = required("prompt", in: fields, of: "a question") {
            slot.prompt = localized(value, "the question")
        }
        if let value = required("accept", in: fields, of: "a question"), let rule = accept(value) { slot.accept = rule }
        if let value = fields["label"] { slot.label = localized(value, "the label", neutral: true) }
        if let value = fields["names"] { slot.names = textList(value, "a name of the field").map(\.text) }
        if let value = fields["invalid"] { slot.invalid = localized(value, "“invalid”") }
        if let value = fields["retry"] {
            for element in value.elements { slot.retry.append(localized(element, "“retry”")) }
        }
        if let value = fields["max_tries"] {
            slot.maxTries = number(value, "“max_tries”", in: 1...10, default: slot.maxTries)
        }
        if let value = fields["on_fail"] { slot.onFail = option(value, "“on_fail”", default: slot.onFail) }
        if let value = fields["digress"] { slot.digress = option(value, "“digress”", default: slot.digress) }
        if let value = fields["optional"] { slot.optional = flag(value, "“optional”") }
        if let value = fields["when"] { slot.when = condition(value) }
        guard id != nil else { return nil }
        questions.append(
            WrittenQuestion(slot: slot, owner: owner, place: fields["id"]?.place ?? node.place))
        return slot
    }

    /// What must hold of the values given so far.
    mutating func condition(_ node: YAMLNode) -> Condition {
        guard let entries = node.map else {
            wrongShape(node, wanted: "“when” names questions and their answers, as {asset: USDT}")
            return Condition()
        }
        var values: [SlotID: [String]] = [:]
        for entry in entries {
            guard let name = text(entry.key, "the name of a question") else { continue }
            values[SlotID(name)] = textList(entry.value, "an answer").map(\.text)
        }
        return Condition(values)
    }

    /// Every question of a condition must stand before it, every value must be one that its question gives.
    mutating func check(_ condition: Condition, _ node: YAMLNode, against slots: [Slot]) {
        for entry in node.map ?? [] {
            guard let name = entry.key.text else { continue }
            guard let slot = slots.first(where: { $0.id.name == name }) else {
                log.error(
                    .unknownName, at: entry.key.place, width: entry.key.width,
                    "no question called \(name.named) stands before this",
                    remedy: NearestName.of(name, among: slots.map(\.id.name)).map { "did you mean \($0.named)?" }
                        ?? (slots.isEmpty ? nil : "before it stand \(slots.map(\.id.name).listed(.and))"))
                continue
            }
            guard let known = answers(of: slot.accept) else { continue }
            for value in entry.value.isBlank ? [] : entry.value.elements {
                guard let text = value.text, !known.contains(text) else { continue }
                log.error(
                    .unknownName, at: value.place, width: value.width,
                    "\(text.named) is no answer that \(name.named) can have",
                    remedy: NearestName.of(text, among: known).map { "did you mean \($0.named)?" }
                        ?? "it can have \(known.prefix(8).listed())")
            }
        }
    }

    /// The values a question can give, nil where they cannot be listed.
    private func answers(of accept: Accept) -> [String]? {
        switch accept {
        case .choice(let choices): choices.map(\.id)
        case .set(let id): vocabulary.sets[id]?.entries.map(\.canonical)
        default: nil
        }
    }
}

extension PackReader {
    /// What counts as an answer: a word such as `amount`, or one key with its value.
    private mutating func accept(_ node: YAMLNode) -> Accept? {
        if let word = node.text { return plainAccept(word, node) }
        guard let fields = fields(node, of: "“accept”", known: ["set", "pattern", "choice", "date", "text"]),
            let entries = fields.map, entries.count == 1, let key = entries[0].key.text
        else {
            if let count = node.map?.count, count != 1 {
                log.error(.wrongShape, at: node.place, "“accept” has one key, here are \(count)")
            }
            return nil
        }
        let value = entries[0].value
        switch key {
        case "set": return setAccept(value)
        case "pattern": return patternAccept(value)
        case "choice": return choiceAccept(value)
        case "date": return dateAccept(value)
        case "text": return textAccept(value)
        default: return nil
        }
    }

    /// What “accept” takes as a word.
    static let plainWords = ["amount", "email", "hash", "text", "date"]

    private mutating func plainAccept(_ word: String, _ node: YAMLNode) -> Accept? {
        switch word {
        case "amount": return .amount
        case "email": return .email
        case "hash": return .hash
        case "text": return .text(minimum: 1)
        case "date": return .date(.any)
        default:
            log.error(
                .badValue, at: node.place, width: node.width, "“accept” does not know \(word.named)",
                remedy: NearestName.of(word, among: Self.plainWords).map { "did you mean \($0.named)?" }
                    ?? "it takes \(Self.plainWords.listed()), {set: …}, {pattern: …} or {choice: …}")
            return nil
        }
    }

    private mutating func setAccept(_ node: YAMLNode) -> Accept? {
        guard let name = text(node, "the name of a set") else { return nil }
        vocabulary.use([SetID(name)])
        if vocabulary.isMissing || vocabulary.written[SetID(name)] != nil { return .set(SetID(name)) }
        log.error(
            .unknownName, at: node.place, width: node.width, "there is no set \(name.named) in vocabulary.yaml",
            remedy: NearestName.of(name, among: vocabulary.written.keys.map(\.name).sorted())
                .map { "did you mean \($0.named)?" })
        return nil
    }

    private mutating func patternAccept(_ node: YAMLNode) -> Accept? {
        var patterns: [LocaleID: Pattern] = [:]
        for (locale, value) in byLocale(node, "the pattern", neutral: true) {
            if let text = text(value, "a pattern"), patterns[locale] == nil { patterns[locale] = pattern(text, value) }
            if node.map == nil, let shared = patterns[locale] {
                // One pattern for all languages is compiled, and found faulty, once.
                return .pattern(Dictionary(locales.list.map { ($0, shared) }, uniquingKeysWith: { first, _ in first }))
            }
            if node.map == nil { return nil }
        }
        return patterns.isEmpty ? nil : .pattern(patterns)
    }

    private mutating func dateAccept(_ node: YAMLNode) -> Accept? {
        switch node.text {
        case "any": return .date(.any)
        case "past": return .date(.past)
        case "future": return .date(.future)
        default:
            log.error(.badValue, at: node.place, width: node.width, "“date” is “past”, “any” or “future”")
            return nil
        }
    }

    private mutating func textAccept(_ node: YAMLNode) -> Accept? {
        guard let fields = fields(node, of: "“text”", known: ["min"]) else { return nil }
        let minimum = fields["min"].map { number($0, "“min”", in: 1...1000, default: 1) }
        return .text(minimum: minimum ?? 1)
    }

    private mutating func choiceAccept(_ node: YAMLNode) -> Accept? {
        guard let elements = node.list, !elements.isEmpty else {
            wrongShape(node, wanted: "“choice” is a list of options, each with an id and words")
            return nil
        }
        guard elements.count <= 64 else {
            log.error(.tooLarge, at: node.place, "“choice” has \(elements.count) options, more than 64")
            return nil
        }
        var choices: [Accept.Choice] = []
        for element in elements {
            guard let choice = choice(element) else { continue }
            if choices.contains(where: { $0.id == choice.id }) {
                log.error(.duplicateName, at: element.place, "two options are called \(choice.id.named)")
            }
            choices.append(choice)
        }
        return .choice(choices)
    }

    private mutating func choice(_ node: YAMLNode) -> Accept.Choice? {
        let known = ["id"] + locales.list.map(\.name)
        guard let fields = fields(node, of: "an option", known: known),
            let id = required("id", in: fields, of: "an option").flatMap({ name($0, "the name of an option") })
        else { return nil }
        var titles: [LocaleID: Template] = [:]
        var words: [String] = []
        var seen: Set<String> = []
        for locale in locales.list {
            guard let node = fields[locale.name] else { continue }
            let list = textList(node, "a word for an option")
            if let first = list.first { titles[locale] = Template(first.text.tidied) }
            words += list.map(\.text).filter { seen.insert($0).inserted }
        }
        checkComplete(Set(titles.keys), node, "the option \(id.named)")
        return Accept.Choice(id: id, title: LocalizedText(titles), words: words)
    }
}

extension PackReader {
    /// The keys of a question.
    static var keysOfSlot: [String] { slotKeys }
}
