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
    }

    /// What tells whether two words match the same texts.
    var key: String { text.lowercased() + (isOpen ? "*" : "") }

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

    /// An alternation of words as one group, the longest word first.
    ///
    /// Neighbours with the same edges share them, so that a long list stays short.
    static func alternation(_ words: [PackWord]) -> String {
        var seen: Set<String> = []
        let ordered = words.filter { seen.insert($0.key).inserted }.enumerated()
            .sorted { ($1.element.length, $0.offset) < ($0.element.length, $1.offset) }.map(\.element)
        var runs: [(edges: Edges, words: [String])] = []
        for word in ordered {
            if let last = runs.last, last.edges == word.edges {
                runs[runs.count - 1].words.append(word.escaped)
            } else {
                runs.append((word.edges, [word.escaped]))
            }
        }
        if runs.count == 1, runs[0].words.count == 1 { return run(runs[0].edges, runs[0].words) }
        return "(?:" + runs.map { run($0.edges, $0.words) }.joined(separator: "|") + ")"
    }

    private static func run(_ edges: Edges, _ words: [String]) -> String {
        let needsGroup = words.count > 1 && (edges.leading || edges.trailing || edges.isOpen)
        let body = words.joined(separator: "|")
        return (edges.leading ? "(?<![A-Za-z0-9])" : "") + (needsGroup ? "(?:\(body))" : body)
            + (edges.trailing ? "(?![A-Za-z0-9])" : edges.isOpen ? "[A-Za-z0-9]{0,16}" : "")
    }
}

extension Unicode.Scalar {
    /// An ASCII letter or digit, the only characters at which words have edges.
    var isLatin: Bool { isASCIILetter || isASCIIDigit }
}
