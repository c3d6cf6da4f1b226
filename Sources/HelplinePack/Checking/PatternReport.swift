public import HelplineCore
internal import PatternSet

/// What each pattern of a pack costs: the text without which it is not tried, and how often it is tried.
///
/// The messages it is measured on are the pack's own examples and the lines that nothing answers.
public struct PatternReport: Sendable {
    /// One pattern, as often as it stands somewhere.
    struct Row: Sendable {
        /// The text as written, and where.
        var origin: Origin
        /// Of each clause one literal has to be there; none where the pattern is tried on every message.
        var clauses: [[String]]
        /// Why nothing is known to be needed.
        var reason: Sentence?
        /// On how many messages it was tried.
        var tries: Int
    }

    /// The patterns that are tried most often first.
    let rows: [Row]
    /// How many messages there were.
    let messages: Int

    /// Measures a pack.
    ///
    /// Costs a search for each example, and a look at each pattern.
    public init(_ pack: LoadedPack, _ knowledge: KnowledgeBase) {
        let messages = pack.examples.map(\.text) + pack.outOfScope.map(\.text)
        var scratch = MatchScratch.patient()
        rows = knowledge.patternUses(on: messages, using: &scratch).map { Row($0) }.sorted {
            ($1.tries, $0.origin.place, $0.origin.text) < ($0.tries, $1.origin.place, $1.origin.text)
        }
        self.messages = messages.count
    }

    /// The report, a line for each pattern.
    ///
    /// It tells on how many of a thousand messages the pattern is tried, what it needs, where it stands and how it is
    /// written, separated by tabs. Lines are separated by U+000A; the last one has none.
    public func table(in language: Sentence.Language) -> String {
        let head: Sentence =
            "on how many of 1000 messages each pattern is tried (measured on \(messages)), what text it needs, where it stands"
        return ([head.said(in: language)] + rows.map { line($0, language) }).joined(separator: "\n")
    }

    private func line(_ row: Row, _ language: Sentence.Language) -> String {
        let tenths = messages == 0 ? 0 : (20_000 * row.tries + messages) / (2 * messages)
        let share = "\(tenths / 10).\(tenths % 10)"
        return [share, row.needs.said(in: language), row.origin.place, row.origin.text.shown()].joined(separator: "\t")
    }
}

extension PatternReport.Row {
    /// So many literals of a clause are shown.
    private static let shownLiterals = 5

    fileprivate init(_ use: PatternUse) {
        self.init(
            origin: use.origin, clauses: use.shape.clauses.map { $0.map(\.description) }, reason: use.shape.reason,
            tries: use.tries)
    }

    /// The text that has to be there: `账户|账号 + 被盗`.
    fileprivate var needs: Sentence {
        guard clauses.isEmpty else {
            let parts = clauses.map { literals in
                let shown = literals.prefix(Self.shownLiterals).map { $0.shown() }.joined(separator: "|")
                return literals.count > Self.shownLiterals ? "\(shown)|… (\(literals.count))" : shown
            }
            return Sentence(verbatim: parts.joined(separator: " + "))
        }
        return reason.map { "none: \($0)" } ?? "none: no text is in all it matches"
    }
}

extension PatternShape {
    /// Why the analysis gave up, as half a sentence.
    var reason: Sentence? {
        opaqueReason.map { reason in
            let words = reason.hasSuffix(".") ? reason.dropLast() : reason[...]
            return Sentence(words: words.prefix(1).lowercased() + words.dropFirst())
        }
    }
}
