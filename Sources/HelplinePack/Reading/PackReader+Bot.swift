internal import Foundation
internal import HelplineCore

extension PackReader {
    static let keysOfBot = [
        "name", "locales", "time_zone", "facts", "commands", "stop_words", "connectives", "corrections", "hurry",
        "asking", "texts", "email", "other_products", "own_products", "forbidden", "menu", "redaction",
    ]
    static let keysOfLocales = ["default", "list", "fallback"]
    static let keysOfFact = ["text", "verified"]
    static let keysOfCommands = Command.allCases.map(\.rawValue) + ["languages"]
    static let keysOfProducts = ["patterns", "unless"]
    static let keysOfEmail = ["slots", "maximum_questions", "phrases", "categories", "default_category"]
    static let keysOfMailPhrases = EmailForm.Phrase.allCases.map(\.rawValue)
    static let keysOfTexts = TextKey.allCases.map(\.rawValue)

    /// Reads what everything else needs, the languages and the facts; false where nothing can be read without it.
    mutating func readBasics(_ root: YAMLNode) -> Bool {
        guard fields(root, of: "bot.yaml", known: Self.keysOfBot) != nil,
            let node = required("locales", in: root, of: "bot.yaml"), let chain = chain(node)
        else { return false }
        locales = chain
        if let node = required("facts", in: root, of: "bot.yaml") { readFacts(node) }
        return true
    }

    /// Reads the rest of bot.yaml; the vocabulary must be known.
    mutating func readBot(_ root: YAMLNode) -> Content {
        var content = Content(name: LocalizedText(), locales: locales)
        guard root.map != nil else { return content }
        if let node = required("name", in: root, of: "bot.yaml") {
            content.name = localized(node, "the name", neutral: true)
        }
        if let node = root["time_zone"] { content.timeZone = timeZone(node) }
        content.address = factText("address", locales.standard)
        readCommands(root, into: &content)
        readWordLists(root, into: &content)
        if let node = required("email", in: root, of: "bot.yaml") { content.email = email(node) }
        if let node = required("texts", in: root, of: "bot.yaml") { content.texts = engineTexts(node) }
        if let node = root["forbidden"] { readForbidden(node) }
        if let node = root["menu"] { content.menu = menu(node) }
        if let node = root["redaction"] { content.secrets = secrets(node) }
        return content
    }

    /// The topics of the menu in their order; whether they exist is checked once the intents are read.
    private mutating func menu(_ node: YAMLNode) -> [IntentID] {
        textList(node, "“menu”").map { name, node in
            names.append(NameUse(name: name, place: node.place, owner: "", purpose: "menu"))
            return IntentID(name)
        }
    }

    private mutating func chain(_ node: YAMLNode) -> LocaleChain? {
        guard let fields = fields(node, of: "“locales”", known: Self.keysOfLocales),
            let listNode = required("list", in: fields, of: "“locales”")
        else { return nil }
        var list: [LocaleID] = []
        for (text, node) in textList(listNode, "a language").prefix(64) where name(node, "a language") != nil {
            if list.contains(LocaleID(text)) {
                log.error(
                    .duplicateName, at: node.place, width: node.width, "the language \(text.named) is listed twice")
            } else {
                list.append(LocaleID(text))
            }
        }
        guard let first = list.first else { return nil }
        var chain = LocaleChain(standard: first, list: list)
        if let node = fields["default"], let name = text(node, "“default”") {
            checkName(name, node, among: list.map(\.name), "the language \(name.named) is not in the list")
            chain.standard = list.first { $0.name == name } ?? first
        }
        for entry in fields["fallback"]?.map ?? [] {
            guard let from = name(entry.key, "a language"), let to = name(entry.value, "a language") else { continue }
            checkName(to, entry.value, among: list.map(\.name), "the language \(to.named) is not in the list")
            chain.fallback[LocaleID(from)] = LocaleID(to)
        }
        return chain
    }

    /// The IANA name of a zone; UTC, with a fault noted, where it is none.
    mutating func timeZone(_ node: YAMLNode) -> String {
        guard let name = text(node, "the time zone") else { return "UTC" }
        // Where the machine knows no zones at all, every name has to be believed.
        if TimeZone(identifier: name) != nil || TimeZone(identifier: "Asia/Shanghai") == nil { return name }
        log.error(
            .unknownName, at: node.place, width: node.width, "there is no time zone \(name.named)",
            remedy: NearestName.of(name, among: TimeZone.knownTimeZoneIdentifiers).map { "did you mean \($0.named)?" }
                ?? "write an IANA name such as Asia/Shanghai")
        return "UTC"
    }

    private mutating func readFacts(_ node: YAMLNode) {
        guard let entries = node.map else { return wrongShape(node, wanted: "“facts” is a map of names and texts") }
        for entry in entries {
            guard let name = name(entry.key, "the name of a fact"),
                let fields = fields(entry.value, of: "a fact", known: Self.keysOfFact)
            else { continue }
            var fact = Fact(place: entry.key.place, texts: [:], isVerified: false)
            if let node = required("text", in: fields, of: "the fact \(name.named)") {
                for (locale, value) in byLocale(node, "the fact \(name.named)", neutral: true) {
                    guard let text = text(value, "a fact")?.tidied else { continue }
                    fact.texts[locale] = text
                    guard text.utf8.count > 1_024 else { continue }
                    log.error(.tooLarge, at: value.place, "the fact \(name.named) is longer than 1024 bytes")
                    fact.texts[locale] = ""
                }
            }
            if let node = required("verified", in: fields, of: "the fact \(name.named)") {
                fact.isVerified = flag(node, "“verified”")
            }
            facts[name] = fact
        }
        checkAddress(node)
    }

    private mutating func checkAddress(_ node: YAMLNode) {
        guard let fact = facts["address"] else {
            log.error(
                .missingKey, at: node.place, "“facts” has no \("address".named)",
                remedy: "add “address: {text: support@example.org, verified: false}”, where mail goes")
            return
        }
        let parts = factText("address", locales.standard).split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty && !$0.contains(" ") }) else {
            log.error(.badValue, at: fact.place, width: "address".count, "the fact “address” is an e-mail address")
            return
        }
    }
}

extension PackReader {
    private mutating func readCommands(_ root: YAMLNode, into content: inout Content) {
        guard let node = required("commands", in: root, of: "bot.yaml"),
            let fields = fields(node, of: "“commands”", known: Self.keysOfCommands)
        else { return }
        for command in Command.allCases {
            guard let node = fields[command.rawValue] else {
                log.warning(.missingKey, at: node.place, "no words are given for the command \(command.rawValue.named)")
                continue
            }
            content.commands[command] = commandWords(node, "“\(command.rawValue)”", command)
        }
        if let node = fields["languages"] { content.languageWords = commandWords(node, "“languages”", nil) }
    }

    private mutating func commandWords(
        _ node: YAMLNode, _ what: Sentence, _ command: Command?
    ) -> [LocaleID: [String]] {
        var result: [LocaleID: [String]] = [:]
        for (locale, list) in byLocale(node, what) {
            for (text, node) in textList(list, "a word of a command") {
                checkQuotes(text, node)
                result[locale, default: []].append(text)
                commandWords.append(CommandWord(word: text, command: command, place: node.place))
            }
        }
        return result
    }

    private mutating func readWordLists(_ root: YAMLNode, into content: inout Content) {
        if let node = root["stop_words"] { content.stopWords = plainWords(node, "“stop_words”") }
        if let node = root["connectives"] { content.connectives = plainWords(node, "“connectives”") }
        if let node = root["corrections"] { content.corrections = plainWords(node, "“corrections”") }
        if let node = root["asking"] { content.asking = triggers(node, "“asking”") }
        if let node = root["hurry"] { content.hurry = triggers(node, "“hurry”") }
        if let node = root["own_products"] { content.ownProducts = triggers(node, "“own_products”") }
        guard let node = root["other_products"] else { return }
        if node["patterns"] == nil, node["unless"] == nil {
            content.otherProducts = triggers(node, "“other_products”")
        } else if let fields = fields(node, of: "“other_products”", known: Self.keysOfProducts) {
            if let node = fields["patterns"] { content.otherProducts = triggers(node, "“patterns”") }
            if let node = fields["unless"] { content.ownProducts += triggers(node, "“unless”") }
        }
    }

    /// Promises that no answer may make; they look at answers, so how fast they are found does not matter.
    private mutating func readForbidden(_ node: YAMLNode) {
        let count = patterns.count
        _ = triggers(node, "“forbidden”")
        forbidden = Array(patterns[count...])
        patterns.removeSubrange(count...)
    }

    private mutating func plainWords(_ node: YAMLNode, _ what: Sentence) -> [LocaleID: [String]] {
        var result: [LocaleID: [String]] = [:]
        for (locale, list) in byLocale(node, what) {
            result[locale] = textList(list, "a word").map(\.text)
        }
        return result
    }

    private mutating func email(_ node: YAMLNode) -> EmailForm {
        var form = EmailForm()
        guard let fields = fields(node, of: "“email”", known: Self.keysOfEmail) else { return form }
        slotNames = []
        if let node = required("slots", in: fields, of: "“email”") {
            form.slots = slots(node, "“slots”")
            checkMailSlots(form.slots, node)
        }
        if let node = fields["maximum_questions"] {
            form.maximumQuestions = number(node, "“maximum_questions”", in: 1...20, default: form.maximumQuestions)
        }
        slotNames = []
        if let node = required("phrases", in: fields, of: "“email”") { form.phrases = mailPhrases(node) }
        if let node = required("categories", in: fields, of: "“email”") {
            for entry in node.map ?? [] {
                guard let name = name(entry.key, "the name of a category") else { continue }
                form.categories[name] = localized(entry.value, "the category \(name.named)", neutral: true)
            }
            if node.map == nil { wrongShape(node, wanted: "“categories” is a map of names and texts") }
        }
        if let node = fields["default_category"], let name = text(node, "“default_category”") {
            checkName(name, node, among: form.categories.keys, "no category is called \(name.named)")
            form.standardCategory = name
        } else if form.categories[form.standardCategory] == nil {
            log.error(
                .missingKey, at: fields.place, "“email” has no \("default_category".named)",
                remedy: "name the category of mails whose topic is unknown")
        }
        return form
    }

    private mutating func checkMailSlots(_ slots: [Slot], _ node: YAMLNode) {
        if slots.first?.id != "consent" {
            log.error(.missingKey, at: node.place, "the first question of the e-mail is called “consent”")
        }
        guard let contact = slots.first(where: { $0.id == "contact" }) else {
            log.error(
                .missingKey, at: node.place, "the e-mail has no question “contact” for the address of the answer")
            return
        }
        if case .email = contact.accept { return }
        log.error(.badValue, at: node.place, "the question “contact” of the e-mail must accept “email”")
    }

    private mutating func mailPhrases(_ node: YAMLNode) -> [EmailForm.Phrase: LocalizedText] {
        var result: [EmailForm.Phrase: LocalizedText] = [:]
        guard let fields = fields(node, of: "“phrases” of the e-mail", known: Self.keysOfMailPhrases) else {
            return result
        }
        for phrase in EmailForm.Phrase.allCases {
            guard let value = required(phrase.rawValue, in: fields, of: "“phrases” of the e-mail") else { continue }
            slotNames = EnginePlace.names(for: phrase)
            result[phrase] = localized(value, "“\(phrase.rawValue)”")
        }
        slotNames = []
        return result
    }

    /// The engine's sentences; every one must be there.
    private mutating func engineTexts(_ node: YAMLNode) -> [TextKey: [LocalizedText]] {
        var result: [TextKey: [LocalizedText]] = [:]
        guard let fields = fields(node, of: "“texts”", known: Self.keysOfTexts) else { return result }
        for key in TextKey.allCases {
            guard let value = required(key.rawValue, in: fields, of: "“texts”") else { continue }
            slotNames = EnginePlace.names(for: key)
            result[key] = variants(value, "“\(key.rawValue)”")
        }
        slotNames = []
        return result
    }
}
