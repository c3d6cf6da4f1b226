internal import HelplineCore

// A set may have hundreds of words, and PCRE2 compares them one by one wherever one of them may stand. What is written
// here keeps that short: Latin words are passed over as a whole among Han characters, and the other way round.
extension PackWord {
    /// An alternation of words as one group, the longest word first.
    ///
    /// Words with the same edges stand together and share them; only a word that begins another one has to stay behind
    /// that, whatever its edges.
    static func alternation(_ words: [PackWord]) -> String {
        var seen: Set<String> = []
        let ordered = words.filter { seen.insert($0.key).inserted }.enumerated()
            .sorted { ($1.element.length, $0.offset) < ($0.element.length, $1.offset) }.map(\.element)
        var runs = WordRuns()
        for word in ordered { runs.add(word) }
        return runs.pattern
    }

    /// What tells whether one word begins another: the text without apostrophes, which messages may leave out.
    fileprivate var skeleton: Substring.UnicodeScalarView {
        Substring(text.lowercased()).unicodeScalars.filter { $0 != "'" && $0 != "’" }[...]
    }
}

/// Words in the order in which they are tried, those with the same edges together.
private struct WordRuns {
    /// Words side by side with the same edges.
    struct Run {
        var edges: PackWord.Edges
        var words: [PackWord]
    }

    private var runs: [Run] = []
    /// The run that takes more words, for each kind of edges.
    private var openRuns: [PackWord.Edges: Int] = [:]
    /// The last run with a word that begins so.
    private var lastRuns: [String: Int] = [:]

    /// Adds a word that is no longer than those before.
    mutating func add(_ word: PackWord) {
        let skeleton = word.skeleton
        let lastRun = lastRuns[String(skeleton)] ?? -1
        let index: Int
        if let open = openRuns[word.edges], open >= lastRun {
            index = open
            runs[open].words.append(word)
        } else {
            index = runs.count
            runs.append(Run(edges: word.edges, words: [word]))
            openRuns[word.edges] = index
        }
        for end in skeleton.indices.dropFirst() + [skeleton.endIndex] {
            let beginning = String(skeleton[..<end])
            lastRuns[beginning] = max(lastRuns[beginning] ?? index, index)
        }
    }

    /// All words as one group, or without one where there is a single word.
    var pattern: String {
        guard runs.count > 1 || runs.contains(where: { $0.words.count > 1 }) else {
            return runs.first?.pattern(isGuarded: false) ?? ""
        }
        return "(?:" + runs.map { $0.pattern(isGuarded: runs.count > 1) }.joined(separator: "|") + ")"
    }
}

extension WordRuns.Run {
    /// A run with so many words is worth a look at the next character first.
    private static let guardedCount = 4

    /// The words with their edges.
    fileprivate func pattern(isGuarded: Bool) -> String {
        let look = isGuarded && words.count >= Self.guardedCount ? look : nil
        let needsGroup = words.count > 1 && (look != nil || edges.leading || edges.trailing || edges.isOpen)
        let body = words.map(\.escaped).joined(separator: "|")
        return (edges.leading ? "(?<![A-Za-z0-9])" : "") + (look ?? "") + (needsGroup ? "(?:\(body))" : body)
            + (edges.trailing ? "(?![A-Za-z0-9])" : edges.isOpen ? "[A-Za-z0-9]{0,16}" : "")
    }

    /// A look at the next character: it is not one with which no word of the run begins.
    ///
    /// As a double negation it says nothing of what the pattern needs. Nil where a word begins with an apostrophe, which
    /// may be missing.
    private var look: String? {
        let firsts = Set(words.compactMap { $0.text.unicodeScalars.first })
        guard firsts.isDisjoint(with: ["'", "’"]) else { return nil }
        return "(?![^" + firsts.sorted().map(\.escapedInClass).joined() + "])"
    }
}

extension Unicode.Scalar {
    /// The character as a member of a class.
    fileprivate var escapedInClass: String {
        switch self {
        case "\\", "]", "[", "^", "-": "\\\(self)"
        default: String(self)
        }
    }
}
