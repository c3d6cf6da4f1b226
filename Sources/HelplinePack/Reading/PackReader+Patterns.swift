internal import HelplineCore
internal import PCRE2

extension PackReader {
    /// Lists of patterns by language.
    mutating func triggers(_ node: YAMLNode, _ what: Sentence) -> [Intent.Trigger] {
        byLocale(node, what).flatMap { locale, list in
            textList(list, "a pattern").compactMap { trigger($0.text, $0.node, locale) }
        }
    }

    /// A pattern as its author wrote it, compiled; nil, with a fault noted, where it cannot be used.
    private mutating func trigger(_ text: String, _ node: YAMLNode, _ locale: LocaleID) -> Intent.Trigger? {
        guard let pattern = pattern(text, node) else { return nil }
        let trigger = Intent.Trigger(
            locale: locale, pattern: pattern, origin: Origin(text: text.tidied, place: log.words(for: node.place)))
        patterns.append(WrittenPattern(trigger: trigger, place: node.place))
        return trigger
    }

    /// Compiles a pattern; nil, with a fault noted, where it cannot be used.
    mutating func pattern(_ text: String, _ node: YAMLNode) -> Pattern? {
        let text = node.style == .block ? text.tidied : text
        if let control = text.unicodeScalars.firstIndex(where: { $0.isUnprintable && $0 != "\n" && $0 != "\t" }) {
            log.error(
                .badPattern, at: node.place, width: node.width,
                "the pattern holds the control character U+\(text.unicodeScalars[control].hex)",
                remedy: "put patterns in single quotes; between double quotes \\b is a backspace")
            return nil
        }
        checkQuotes(text, node)
        let known = vocabulary
        let expander = PatternExpander(
            text, group: { known.group(named: $0) }, suggestion: { known.suggestion(for: $0) })
        vocabulary.use(expander.sets)
        for problem in expander.problems {
            log.note(
                problem.severity, problem.code, at: log.position(of: problem.offset, in: node), width: problem.width,
                problem.message, remedy: problem.remedy)
        }
        guard expander.problems.allSatisfy({ $0.code != .longPattern }) else { return nil }
        return compile(expander, text, node)
    }

    private mutating func compile(_ expander: PatternExpander, _ text: String, _ node: YAMLNode) -> Pattern? {
        guard !text.isMadeOfWildcards else {
            log.error(
                .emptyPattern, at: node.place, width: node.width,
                "the pattern fits every message, so it tells nothing about any",
                remedy: "write the words by which you would know the question, such as “手续费” or “fees?”")
            return nil
        }
        do {
            let pattern = try expander.pattern()
            if pattern.matchesEmpty {
                log.warning(
                    .emptyPattern, at: node.place, width: node.width,
                    "the pattern may match nothing at all, and such a match counts for nothing",
                    remedy: "leave out ? or * where something has to stand")
            }
            return pattern
        } catch {
            let isSkeleton = expander.skeleton != nil
            let offset = expander.sourceOffset(ofByte: error.offset) {
                isSkeleton ? "(?:x)" : vocabulary.group(named: $0)
            }
            log.error(
                .badPattern, at: log.position(of: offset, in: node),
                "PCRE2 refuses the pattern: \(Sentence(words: error.message))",
                remedy: error.message.hasPrefix("quantifier") ? "write \\ before a sign that is meant as it is" : nil)
            return nil
        }
    }

    /// Quotes of a Chinese keyboard around a whole text are taken for a part of it.
    mutating func checkQuotes(_ text: String, _ node: YAMLNode) {
        guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last,
            "“”‘「『＂＇".unicodeScalars.contains(first), "“”’」』＂＇".unicodeScalars.contains(last),
            text.unicodeScalars.count > 1
        else { return }
        log.warning(
            .wideMark, at: node.place, width: node.width,
            "the quotes \(first) \(last) belong to the text here; YAML knows only ' and \"",
            remedy: "write \(String(text.dropFirst().dropLast()).yamlQuoted.shown())")
    }
}

extension PackReader {
    /// The keys of a phrase in any order.
    static let keysOfPhrase = ["all", "within"]

    /// Lists of phrases by language.
    mutating func phrases(_ node: YAMLNode) -> [Intent.Trigger] {
        byLocale(node, "phrases").flatMap { locale, list in
            list.isBlank ? [] : list.elements.flatMap { phrase($0, locale) }
        }
    }

    private mutating func phrase(_ node: YAMLNode, _ locale: LocaleID) -> [Intent.Trigger] {
        let sources: [String]
        let written: String
        if node["all"] != nil, let found = anyOrder(node, locale) {
            (sources, written) = found
        } else if node.map != nil, node["all"] == nil, node["within"] != nil {
            log.error(
                .badPhrase, at: node.place, "a phrase with “within” needs “all”",
                remedy: "write {all: [a, b], within: 6}")
            return []
        } else if node["all"] == nil, let text = text(node, "a phrase") {
            checkQuotes(text, node)
            guard let source = sequence(text, node, locale) else { return [] }
            (sources, written) = ([source], text.tidied)
        } else {
            return []
        }
        return sources.compactMap { compiledPhrase($0, written, node, locale) }
    }

    private mutating func compiledPhrase(
        _ source: String, _ written: String, _ node: YAMLNode, _ locale: LocaleID
    ) -> Intent.Trigger? {
        guard source.utf8.count <= PatternExpander.limit else {
            log.error(
                .longPattern, at: node.place, width: node.width,
                "the phrase has \(source.utf8.count) bytes with its sets filled in, more than \(PatternExpander.limit)",
                remedy: "name fewer or smaller sets")
            return nil
        }
        guard let pattern = phrasePattern(source) else {
            log.error(.badPhrase, at: node.place, width: node.width, "the phrase cannot be made a pattern")
            return nil
        }
        let origin = Origin(text: written, place: log.words(for: node.place))
        let trigger = Intent.Trigger(locale: locale, pattern: pattern, origin: origin)
        patterns.append(WrittenPattern(trigger: trigger, place: node.place))
        return trigger
    }

    /// Phrases are made of escaped words, sets and gaps, and compile unless they are very long.
    private func phrasePattern(_ source: String) -> Pattern? {
        if source.utf8.count > PatternExpander.limit / 2 { return try? Pattern(source) }
        return (try? Pattern("x")).map { Pattern(source, filledFrom: $0) }
    }

    /// `"{{a}} {{b}}"`: parts between white space, in this order.
    private mutating func sequence(_ text: String, _ node: YAMLNode, _ locale: LocaleID) -> String? {
        let written = text.phraseParts
        guard written.count <= 8 else {
            log.error(
                .badPhrase, at: node.place, width: node.width,
                "a phrase has at most 8 parts, this one \(written.count)",
                remedy: "leave out words that do not matter")
            return nil
        }
        var parts: [String] = []
        for (part, offset) in written {
            guard let source = phrasePart(part, offset, node) else { return nil }
            parts.append(source)
        }
        return PhraseCompiler.sequence(parts, gap: .standard(locale))
    }

    /// One part of a phrase: sets and words side by side.
    private mutating func phrasePart(_ text: String, _ offset: Int, _ node: YAMLNode) -> String? {
        var result = ""
        for piece in WordPiece.pieces(of: text) where result.utf8.count <= PatternExpander.limit {
            switch piece {
            case .literal(let literal):
                guard let word = PackWord(literal) else { continue }
                result += PackWord.alternation([word])
            case .set(let id, let inner):
                vocabulary.use([id])
                guard let group = vocabulary.group(named: id) else {
                    log.error(
                        .unknownName, at: log.position(of: offset + inner, in: node),
                        width: id.name.unicodeScalars.count + 4,
                        "there is no set \(id.name.named) in vocabulary.yaml",
                        remedy: vocabulary.suggestion(for: id.name))
                    return nil
                }
                result += group
            }
        }
        return result
    }

    /// `{all: [a, b], within: 6}`: names of sets, or words.
    private mutating func anyOrder(_ node: YAMLNode, _ locale: LocaleID) -> ([String], String)? {
        guard let fields = fields(node, of: "a phrase", known: Self.keysOfPhrase), let all = fields["all"] else {
            return nil
        }
        let words = textList(all, "a word of a phrase")
        guard (2...4).contains(words.count) else {
            log.error(
                .badPhrase, at: all.place, "“all” takes two to four names, here are \(words.count)",
                remedy: "write the sets or words that must all occur: [account, stolen]")
            return nil
        }
        var gap = PhraseCompiler.Gap.standard(locale)
        if let within = fields["within"] {
            gap = .within(number(within, "“within”", in: 0...20, default: gap.words), locale)
        }
        var parts: [String] = []
        for (word, element) in words {
            guard let part = setOrWord(word, element) else { return nil }
            parts.append(part)
        }
        let written = "all: " + words.map(\.text).joined(separator: ", ")
        return (PhraseCompiler.anyOrder(parts, gap: gap), written)
    }

    /// The set of that name, else the word itself; a word that is nearly the name of a set is doubtful.
    private mutating func setOrWord(_ text: String, _ node: YAMLNode) -> String? {
        if let group = vocabulary.group(SetID(text)) { return group }
        if !text.contains("{{"), text.utf8.count > 3, text.unicodeScalars.allSatisfy(\.isKeyScalar),
            let near = NearestName.of(text, among: vocabulary.written.keys.map(\.name).sorted())
        {
            log.warning(
                .unknownName, at: node.place, width: node.width, "\(text.named) is no set, so the word itself is meant",
                remedy: "did you mean \(near.named)?")
        }
        return phrasePart(text, 0, node)
    }
}

extension String {
    /// The parts between white space that stands outside `{{ }}`, with how many scalars stand before each.
    fileprivate var phraseParts: [(String, Int)] {
        var result: [(String, Int)] = []
        var part = ""
        var start = 0
        var depth = 0
        var before: Unicode.Scalar = " "
        for (offset, scalar) in unicodeScalars.enumerated() {
            if scalar == "{", before == "{" { depth = 1 }
            if scalar == "}", before == "}" { depth = 0 }
            if scalar.properties.isWhitespace, depth == 0 {
                if !part.isEmpty { result.append((part, start)) }
                part = ""
            } else {
                if part.isEmpty { start = offset }
                part.unicodeScalars.append(scalar)
            }
            before = scalar
        }
        if !part.isEmpty { result.append((part, start)) }
        return result
    }
}

extension String {
    /// Whether a pattern is made of `.`, quantifiers and edges only.
    fileprivate var isMadeOfWildcards: Bool {
        !isEmpty && unicodeScalars.allSatisfy { ".*+?^$()|".unicodeScalars.contains($0) }
    }
}
