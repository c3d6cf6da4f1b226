internal import HelplineCore

/// A word of a set or a phrase: literal text, written as users' text is after normalising.
struct PackWord: Hashable {
    /// The normalised text, never empty.
    let text: String
    /// Whether more letters may follow: the word was written with `*` at its end.
    let isOpen: Bool
    /// How many scalars the text has.
    let length: Int

    /// Reads a word as the pack writes it; nil where nothing is left of it.
    init?(_ written: String) {
        isOpen = written.hasSuffix("*")
        let normalized = NormalizedText(isOpen ? String(written.dropLast()) : written)
        guard !normalized.isEmpty else { return nil }
        text = normalized.text
        length = normalized.scalarCount
        key = text.lowercased() + (isOpen ? "*" : "")
    }

    /// What tells whether two words match the same texts.
    let key: String

    /// Which ends of a word may not touch a Latin letter or digit.
    struct Edges: Hashable {
        var leading: Bool
        var trailing: Bool
        var isOpen: Bool
    }

    /// A Latin end has an edge; a Han end has none, as Chinese knows no spaces.
    var edges: Edges {
        let scalars = text.unicodeScalars
        let isLatinEnd = scalars.last?.isLatin ?? false
        return Edges(
            leading: scalars.first?.isLatin ?? false, trailing: isLatinEnd && !isOpen, isOpen: isLatinEnd && isOpen)
    }

    /// The text as a pattern: every character that means something to PCRE2 escaped, an apostrophe of either shape
    /// possible or missing.
    var escaped: String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "'", "’": result += "['’]?"
            case "\\", "^", "$", ".", "[", "]", "|", "(", ")", "?", "*", "+", "{", "}", "#": result += "\\\(scalar)"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}

extension Unicode.Scalar {
    /// An ASCII letter or digit, the only characters at which words have edges.
    var isLatin: Bool { isASCIILetter || isASCIIDigit }
}
