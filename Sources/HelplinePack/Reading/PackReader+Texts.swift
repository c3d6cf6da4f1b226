internal import HelplineCore

extension PackReader {
    /// The values of a map by language; a value without languages counts for all of them where that is allowed, or
    /// where the pack has only one.
    mutating func byLocale(_ node: YAMLNode, _ what: Sentence, neutral: Bool = false) -> [(LocaleID, YAMLNode)] {
        if node.isBlank {
            log.error(
                .wrongShape, at: node.place, "\(what) is empty", remedy: "write it, or take the whole entry out")
            return []
        }
        guard let entries = node.map, !entries.isEmpty else {
            if (neutral || locales.list.count == 1), node.map == nil { return locales.list.map { ($0, node) } }
            wrongShape(node, wanted: "\(what) has an entry for each language", remedy: "write {\(localeKeys)}")
            return []
        }
        return entries.compactMap { entry in
            locale(entry.key).map { ($0, entry.value) }
        }
    }

    /// A language of the pack; nil, with a fault noted, for any other key.
    mutating func locale(_ node: YAMLNode) -> LocaleID? {
        guard let name = node.text else {
            wrongShape(node, wanted: "the name of a language is a word")
            return nil
        }
        if locales.list.contains(LocaleID(name)) { return LocaleID(name) }
        log.error(
            .unknownName, at: node.place, width: node.width, "\(name.named) is no language of this pack",
            remedy: ShapeAdvice.remedy(for: node)
                ?? "the languages are \(locales.list.map(\.name).listed(.and)), from bot.yaml")
        return nil
    }

    /// A text in every language.
    mutating func localized(_ node: YAMLNode, _ what: Sentence, neutral: Bool = false) -> LocalizedText {
        var result: [LocaleID: Template] = [:]
        for (locale, value) in byLocale(node, what, neutral: neutral) {
            if let template = template(value, what, locale, group: node.place) { result[locale] = template }
        }
        if hasKnownLocales(node) { checkComplete(Set(result.keys), node, what) }
        return LocalizedText(result)
    }

    /// A text in every language, each in one or more variants; a language with fewer repeats its own.
    mutating func variants(_ node: YAMLNode, _ what: Sentence) -> [LocalizedText] {
        var lists: [LocaleID: [Template]] = [:]
        for (locale, value) in byLocale(node, what) {
            let templates = value.elements.compactMap { template($0, what, locale, group: node.place) }
            if !templates.isEmpty { lists[locale] = templates }
        }
        if hasKnownLocales(node) { checkComplete(Set(lists.keys), node, what) }
        let count = lists.values.map(\.count).max() ?? 0
        return (0..<count).map { index in LocalizedText(lists.mapValues { $0[index % $0.count] }) }
    }

    /// One text of one language with its facts filled in.
    private mutating func template(
        _ node: YAMLNode, _ what: Sentence, _ locale: LocaleID, group: Place
    ) -> Template? {
        guard let source = text(node, what) else { return nil }
        checkDash(source, node)
        if node.style != .block { checkQuotes(source, node) }
        checkLines(source, node)
        guard source.utf8.count <= Self.textLimit else { return tooLong(node, what) }
        if let bad = source.unicodeScalars.first(where: { $0.isUnprintable && $0 != "\n" && $0 != "\t" }) {
            log.error(.badValue, at: node.place, width: node.width, "\(what) holds the control character U+\(bad.hex)")
            return nil
        }
        checkPlaces(source, node)
        let filled = fillFacts(in: source.tidied, locale)
        guard filled.utf8.count <= Self.textLimit else { return tooLong(node, what) }
        texts.append(
            WrittenText(node: node, locale: locale, text: filled, what: what, group: group, owner: owner))
        return Template(filled)
    }

    /// The most bytes that a text has, its facts filled in: what fits into a line of helpline/1 several times.
    static let textLimit = 16_384

    private mutating func tooLong(_ node: YAMLNode, _ what: Sentence) -> Template? {
        log.error(
            .tooLarge, at: node.place, width: node.width, "\(what) is longer than \(Self.textLimit) bytes",
            remedy: "nobody reads so much in a chat; split it")
        return nil
    }

    /// Whether no key is a slip for a language, which would then seem to be missing.
    private func hasKnownLocales(_ node: YAMLNode) -> Bool {
        node.map?.allSatisfy { $0.key.text.map { locales.list.contains(LocaleID($0)) } ?? false } ?? true
    }

    /// Every language without a fallback must have the text.
    mutating func checkComplete(_ found: Set<LocaleID>, _ node: YAMLNode, _ what: Sentence) {
        guard !found.isEmpty else { return }
        for locale in locales.list where !found.contains(locale) {
            guard !fallsBack(locale, to: found) else { continue }
            log.error(
                .missingText, at: node.place, "\(what) has no text for \(locale.name.named)",
                remedy: "add “\(locale.name): …” beside \(found.map(\.name).sorted().listed(.and))")
        }
    }

    /// Whether the pack says that a language does with the texts of one of the others.
    private func fallsBack(_ locale: LocaleID, to others: Set<LocaleID>) -> Bool {
        var current = locale
        for _ in locales.fallback {
            guard let next = locales.fallback[current] else { return false }
            if others.contains(next) { return true }
            current = next
        }
        return false
    }

    /// A dash without a space after it begins no entry of a list, so the whole list becomes one text.
    mutating func checkDash(_ source: String, _ node: YAMLNode) {
        let start = source.unicodeScalars.prefix(2)
        guard node.style == .plain, start.count == 2, start.first == "-", let next = start.last,
            next != "-", !next.isASCIIDigit
        else { return }
        log.warning(
            .badValue, at: node.place, "a space is missing after the dash, so this is no entry of a list",
            remedy: "write “- ”, or put the text in quotes")
    }

    /// A text of several lines without `|` becomes one line.
    private mutating func checkLines(_ source: String, _ node: YAMLNode) {
        // A dash without its space joins lines too, and is told as what it is.
        guard node.style == .plain, source.unicodeScalars.first != "-" else { return }
        let line = log.line(node.place)
        guard Int(node.place.column) - 1 + source.unicodeScalars.count > line.count, !line.isEmpty else { return }
        log.warning(
            .joinedLines, at: node.place, width: max(line.count - Int(node.place.column) + 1, 1),
            "the lines of this text are joined into one, as no | stands before them",
            remedy: "write | after the key, and the lines below it, indented")
    }

    /// The names of the languages for a message: `zh: …, en: …`.
    private var localeKeys: String {
        locales.list.map { "\($0.name): …" }.joined(separator: ", ")
    }
}

extension PackReader {
    /// Every `{{name}}` must be a fact or a name that is filled in later.
    private mutating func checkPlaces(_ source: String, _ node: YAMLNode) {
        for place in TextPlace.all(in: source) {
            guard let name = place.name else {
                log.error(
                    .badValue, at: log.position(of: place.offset, in: node), width: 2, "{{ is never closed",
                    remedy: "write {{name}}")
                continue
            }
            if let fact = name.dropping(prefix: "fact.") {
                guard facts[fact] == nil, !facts.isEmpty else { continue }
                log.error(
                    .unknownName, at: log.position(of: place.offset, in: node), width: place.width,
                    "there is no fact \(fact.named) in bot.yaml",
                    remedy: NearestName.of(fact, among: facts.keys.sorted()).map { "did you mean {{fact.\($0)}}?" })
            } else if !slotNames.contains(name) {
                unknownPlace(name, log.position(of: place.offset, in: node), place.width)
            }
        }
    }

    private mutating func unknownPlace(_ name: String, _ position: Place, _ width: Int) {
        let remedy = cure(ofUnknown: name)
        log.error(
            .unknownName, at: position, width: width, "nothing fills in {{\(name.shown())}} here", remedy: remedy)
    }

    /// What may have been meant by a name that nothing fills in: a fact without its “fact.”, a name with a slip, or a
    /// word set, which texts cannot quote.
    private func cure(ofUnknown name: String) -> Sentence? {
        if facts[name] != nil { return "write {{fact.\(name)}}" }
        let filled = slotNames.sorted() + facts.keys.sorted().map { "fact." + $0 }
        if let near = NearestName.of(name, among: filled) { return "did you mean {{\(near)}}?" }
        if let fact = NearestName.of(name, among: facts.keys.sorted()) { return "did you mean {{fact.\(fact)}}?" }
        let sets = vocabulary.written.keys.map(\.name).sorted()
        let set = sets.contains(name) ? name : NearestName.of(name, among: sets)
        return set.map { "{{\($0)}} is a word set, which only patterns can name; write the word itself here" }
    }

    /// The text with its facts; an unknown fact leaves nothing.
    private func fillFacts(in source: String, _ locale: LocaleID) -> String {
        var result = ""
        var rest = source[...]
        for place in TextPlace.all(in: source) {
            guard let name = place.name, let fact = name.dropping(prefix: "fact.") else { continue }
            result += rest[..<place.range.lowerBound]
            // What is too long already is refused, and need not be held.
            if result.utf8.count <= Self.textLimit { result += factText(fact, locale) }
            rest = source[place.range.upperBound...]
        }
        return result + rest
    }

    /// What a fact says in a language, or in the nearest one it has.
    func factText(_ name: String, _ locale: LocaleID) -> String {
        guard let fact = facts[name] else { return "" }
        return locales.candidates(for: locale).lazy.compactMap { fact.texts[$0] }.first ?? fact.texts.values.min() ?? ""
    }
}

extension String {
    /// Without white space at the ends.
    var trimmed: String {
        var part = self[...]
        while let first = part.unicodeScalars.first, first.properties.isWhitespace { part.unicodeScalars.removeFirst() }
        while let last = part.unicodeScalars.last, last.properties.isWhitespace { part.unicodeScalars.removeLast() }
        return String(part)
    }

    /// The lines that say something, without white space at their ends: a reply never holds an empty line.
    var tidied: String {
        if !utf8.contains(where: { $0 < 0x0E || $0 == 0xC2 || $0 == 0xE2 }), utf8.last != 0x20, utf8.last != 0x80 {
            return self
        }
        let lines = unicodeScalars.split { $0.endsLine }.map { line in
            var end = line.endIndex
            while end > line.startIndex {
                let last = line.index(before: end)
                guard line[last].properties.isWhitespace else { break }
                end = last
            }
            return String(line[..<end])
        }
        return lines.filter { !$0.isEmpty }.joined(separator: "\n")
    }

    /// The rest after a prefix, nil where the text begins otherwise.
    func dropping(prefix: String) -> String? {
        hasPrefix(prefix) ? String(dropFirst(prefix.count)) : nil
    }
}
