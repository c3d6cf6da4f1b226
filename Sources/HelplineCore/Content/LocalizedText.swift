/// One text of the pack in its languages.
public struct LocalizedText: Sendable, Equatable {
    /// The text by language.
    public var texts: [LocaleID: Template]

    /// Collects the languages of a text.
    public init(_ texts: [LocaleID: Template] = [:]) {
        self.texts = texts
    }

    /// Collects the languages of a text from plain strings, for content made in code.
    public init(_ strings: [LocaleID: String]) {
        texts = strings.mapValues { Template($0) }
    }

    /// Whether no language has the text.
    public var isEmpty: Bool { texts.isEmpty }

    /// The text for a user of `locale`, by the pack's fallback chain.
    func resolved(_ locale: LocaleID, _ chain: LocaleChain) -> Template? {
        if let text = texts[locale] { return text }
        for candidate in chain.candidates(for: locale) {
            if let text = texts[candidate] { return text }
        }
        return chain.list.lazy.compactMap { texts[$0] }.first
    }
}
