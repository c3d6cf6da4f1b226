public import PCRE2

/// What can be said about a pattern without running it: the literal text that every match needs, in what order and how
/// far apart, and all the literal text there is.
///
/// The analysis promises this and nothing more: if PCRE2 matches a text, each of the ``clauses`` has a literal that
/// occurs in the folded text (``CaseClasses/fold(_:into:)``), and the ``items`` can be laid over it in their order. It
/// reads the pattern with a parser of its own that gives up rather than guesses; a pattern it gave up on is opaque and
/// has to be tried on every text.
public struct PatternShape: Sendable {
    /// Text that has to be there: one of the literals of each clause occurs in every text the pattern matches.
    public typealias Clause = [Literal]

    /// A step of what a match looks like from left to right.
    public enum Item: Sendable, Hashable {
        /// One of these literals.
        case literals([Literal])

        /// That many characters of whatever kind.
        case gap(CharacterWidth)
    }

    /// The clauses, all of which have to be met; none when nothing is known to be needed.
    public let clauses: [Clause]

    /// The order of literals and gaps in a match, from its first literals to its last; empty when nothing is known.
    public let items: [Item]

    /// Why the analysis gave up, as a sentence, or nil when it did not.
    public let opaqueReason: String?

    /// Whether the number of ways to match is small: no unbounded repeat, no call, no reference back.
    ///
    /// What PCRE2's interpreter may run where there is no machine code.
    public let isBounded: Bool

    let table: LazyLiteralTable

    /// Analyses a pattern.
    ///
    /// Costs some microseconds; does not fail.
    public init(_ pattern: Pattern) {
        self.init(pattern, memo: ShapeMemo())
    }

    /// Analyses patterns, which takes less time than analysing each on its own.
    public static func all(of patterns: some Sequence<Pattern>) -> [PatternShape] {
        let memo = ShapeMemo()
        return patterns.map { PatternShape($0, memo: memo) }
    }

    private init(_ pattern: Pattern, memo: ShapeMemo) {
        do throws(ShapeParser.GaveUp) {
            var parser = ShapeParser(pattern.text, memo: memo)
            let node = try parser.parseWhole()
            table = LazyLiteralTable(parser.collector.sets)
            clauses = node.clauses.map(\.members)
            items = PatternShape.trimmed(node.items)
            isBounded = parser.isBounded
            opaqueReason = table.isEmpty ? "The pattern holds no literal text." : nil
        } catch {
            table = LazyLiteralTable([])
            clauses = []
            items = []
            isBounded = false
            opaqueReason = error.reason
        }
    }

    /// Whether nothing is known of the pattern's text.
    public var isOpaque: Bool { opaqueReason != nil }

    /// Whether every text has to be tried.
    public var isAlwaysCandidate: Bool { clauses.isEmpty }

    /// All literals of the pattern, optional ones included, those inside negative assertions not; sorted by their bytes.
    public var literals: [Literal] { table.value.literals }

    /// The literals of all clauses, each once, sorted: what an index has to look for.
    public var requiredLiterals: [Literal] { LiteralSet(clauses.flatMap(\.self)).members }

    /// Gaps at the ends say nothing about an unanchored match, and gaps side by side are one.
    private static func trimmed(_ items: [Item]) -> [Item] {
        var kept: [Item] = []
        for item in items {
            if case .gap(let next) = item {
                guard let last = kept.last else { continue }
                if case .gap(let previous) = last {
                    kept[kept.count - 1] = .gap(previous + next)
                    continue
                }
            }
            kept.append(item)
        }
        if case .gap = kept.last { kept.removeLast() }
        return kept
    }
}
