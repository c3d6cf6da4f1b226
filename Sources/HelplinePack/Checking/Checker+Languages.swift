internal import HelplineCore

extension Checker {
    /// What one language says and another does not.
    mutating func checkTranslations() {
        for text in pack.evidence.texts { checkScript(of: text) }
        let groups = Dictionary(grouping: pack.evidence.texts) { $0.group }
        for group in groups.values { checkGroup(group) }
    }

    /// A text written in the characters of another language was copied and not translated.
    private mutating func checkScript(of text: WrittenText) {
        let script = Script(text.text)
        let isForeign =
            switch text.locale.primary {
            case "en": script.han > 6 && script.han * 2 > script.words
            case "zh": script.han == 0 && script.words > 3
            default: false
            }
        guard isForeign else { return }
        log.warning(
            .translationGap, at: text.node.place, width: text.node.width,
            "\(text.what) in \(text.locale.name.named) is written in another language", remedy: "translate it")
    }

    /// The texts of all languages quote the same values, and have as many variants.
    private mutating func checkGroup(_ texts: [WrittenText]) {
        let languages = Dictionary(grouping: texts, by: \.locale).sorted { $0.key < $1.key }
        guard languages.count > 1 else { return }
        for (locale, texts) in languages {
            let own = Set(texts.flatMap(\.quoted))
            for (other, others) in languages where other != locale {
                guard let first = others.first, let name = own.subtracting(others.flatMap(\.quoted)).sorted().first
                else { continue }
                log.warning(
                    .translationGap, at: first.node.place, width: first.node.width,
                    "\(first.what) quotes {{\(name)}} in \(locale.name.named) and not in \(other.name.named)",
                    remedy: "quote it in both, so that nobody is told less")
            }
        }
        guard let most = languages.max(by: { $0.value.count < $1.value.count }),
            let least = languages.min(by: { $0.value.count < $1.value.count }), let first = least.value.first,
            most.value.count > least.value.count
        else { return }
        log.note(
            .note, .translationGap, at: first.node.place, width: first.node.width,
            "\(first.what) has \(most.value.count) variants in \(most.key.name.named) and \(least.value.count) in \(least.key.name.named)",
            remedy: "add the missing ones, or who writes in it reads the same words again")
    }
}

/// How much of a text is written in which characters.
private struct Script {
    /// Han characters.
    var han = 0
    /// Latin words.
    var words = 0

    init(_ text: String) {
        var isInWord = false
        for scalar in text.unicodeScalars {
            if scalar.isHan { han += 1 }
            if scalar.isASCIILetter, !isInWord { words += 1 }
            isInWord = scalar.isASCIILetter || (isInWord && (scalar == "'" || scalar == "’" || scalar.isLatin))
        }
    }
}

extension LocaleID {
    /// The language without script and region.
    fileprivate var primary: String { String(name.prefix { $0 != "-" }) }
}

extension WrittenText {
    /// The names it quotes that are filled in during a conversation.
    fileprivate var quoted: [String] {
        TextPlace.all(in: node.text ?? "").compactMap(\.name).filter { !$0.hasPrefix("fact.") }
    }
}
