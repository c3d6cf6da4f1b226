internal import HelplineCore

/// The file of an intent that is still to be written: everything it needs, with TODO where its author has to say it.
///
/// Until every TODO is replaced, `check` tells of each; what is left then is an intent without a fault.
public struct IntentSkeleton: Sendable {
    /// Why no skeleton was made.
    public enum Failure: Error, Equatable {
        /// The name is no id; the nearest that is one, where there is one.
        case badName(suggestion: String?)
        /// An intent has the id already, at this place.
        case taken(place: String)
    }

    /// The text of the file.
    public let text: String
    /// The path of the file below the pack's folder.
    public let file: String

    /// Words the skeleton of an intent with that id.
    ///
    /// - Parameters:
    ///   - name: the id, or `Folder/id`.
    ///   - pack: the pack it belongs to, whose languages it is written in.
    ///   - language: the language of the hints.
    /// - Throws: where the name is no id, or taken.
    public init(_ name: String, in pack: LoadedPack, language: Sentence.Language) throws(Failure) {
        let stem = name.hasSuffix(".yaml") ? String(name.dropLast(5)) : name
        let parts = stem.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard let id = parts.last, parts.allSatisfy(\.isID) else {
            throw .badName(suggestion: (parts.last ?? stem).asID)
        }
        if let place = pack.evidence.intents[IntentID(id)] {
            throw .taken(place: DiagnosticLog(files: pack.evidence.files).words(for: place))
        }
        let locales = (pack.content?.locales ?? pack.evidence.locales).writtenLocales
        file = stem + ".yaml"
        let up = String(repeating: "../", count: parts.count - 1)
        text = Self.text(id, locales, schema: up + PackSchema.folder + "/" + PackSchema.intent.fileName, language)
    }

    private static func text(
        _ id: String, _ locales: [LocaleID], schema: String, _ language: Sentence.Language
    ) -> String {
        func hint(_ sentence: Sentence) -> String { sentence.said(in: language) }
        func lines(_ make: (String) -> String) -> String { locales.map { make($0.name) }.joined(separator: "\n") }
        return """
            # yaml-language-server: $schema=\(schema)
            id: \(id)
            # \(hint("The name users see when the bot offers this."))
            title:
            \(lines { "  \($0): \(hint("TODO a short title"))" })
            # \(hint("Words that are in the question, in this order; others may stand between them. {{name}} is a word set of vocabulary.yaml."))
            phrases:
            \(lines { "  \($0): [\"\(hint("TODO words of the question"))\"]" })
            # \(hint("What users type, word for word; “helpline check” proves that each is answered here. Five or more are good."))
            examples:
            \(lines { "  \($0):\n    - \(hint("TODO what somebody types"))\n    - \(hint("TODO the same in other words"))" })
            # \(hint("What the bot says. Short lines; addresses and links as {{fact.name}} of bot.yaml."))
            answer:
            \(lines { "  \($0): |\n    \(hint("TODO the answer"))" })
            # \(hint("More is possible: questions (ask), other intents (see_also), the e-mail (escalate). See Documentation/AUTHORS.md."))

            """
    }
}

extension LocaleChain {
    /// The languages that need texts of their own.
    fileprivate var writtenLocales: [LocaleID] { list.filter { fallback[$0] == nil } }
}

extension String {
    /// Whether the text can be an id.
    fileprivate var isID: Bool {
        guard let first = unicodeScalars.first, first.isLatin else { return false }
        return unicodeScalars.count <= 64 && unicodeScalars.allSatisfy(\.isKeyScalar)
    }

    /// An id made of the letters and digits of a text; nil where it has none.
    fileprivate var asID: String? {
        let words = lowercased().unicodeScalars.split { !$0.isLatin }.map { String($0) }
        return words.isEmpty ? nil : String(words.joined(separator: "-").prefix(64))
    }
}
