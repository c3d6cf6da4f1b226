public import PCRE2

/// What can be said about a pattern without running it: the literal text that every match needs, in what order and how
/// far apart, and all the literal text there is.
///
/// The analysis promises this and nothing more: if PCRE2 matches a text, each of the ``clauses`` has a literal that
/// occurs in the folded text (``CaseClasses/fold(_:into:)``), and the ``items`` can be laid over it in their order. It
/// reads the pattern with a parser of its own that gives up rather than guesses; a pattern it gave up on is opaque and
/// has to be tried on every text. Where another PCRE2 is linked than the one the parser was compared with, the library
/// is asked where the items of each pattern start, and a pattern that it divides otherwise is opaque too.
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

    let facts: ShapeFacts

    /// Analyses a pattern.
    ///
    /// Costs some microseconds; does not fail.
    public init(_ pattern: Pattern) {
        self.init(pattern, memo: nil)
    }

    /// Analyses patterns, which takes less time than analysing each on its own.
    public static func all(of patterns: some Sequence<Pattern>) -> [PatternShape] {
        let memo = ShapeMemo()
        return patterns.map { PatternShape($0, memo: memo) }
    }

    /// Analyses a pattern with a rule forgotten, which makes an unsound shape, for the test of that rule; `asksLibrary`
    /// says whether PCRE2 is asked where the items of the pattern start.
    package init(_ pattern: Pattern, dropping rule: ShapeRule?, asksLibrary: Bool = false) {
        self.init(pattern, memo: nil, dropping: rule, asksLibrary: asksLibrary)
    }

    init(
        _ pattern: Pattern, memo: ShapeMemo?, dropping rule: ShapeRule? = nil,
        asksLibrary: Bool = ShapeParser.asksLibrary
    ) {
        var parser = ShapeParser(pattern.text, memo: memo, dropping: rule, recordingItems: asksLibrary)
        do throws(ShapeParser.GaveUp) {
            let node = try parser.parseWhole()
            guard !asksLibrary || parser.agrees(with: pattern) else {
                throw ShapeParser.GaveUp("The linked PCRE2 divides it otherwise than the analysis does.")
            }
            facts = ShapeFacts(
                node, plainForm: parser.plainForm(of: pattern, as: node), literals: parser.collector,
                isBounded: parser.isBounded, needsStart: parser.needsStart)
        } catch {
            facts = ShapeFacts(opaque: error.reason)
        }
    }

    /// The clauses, all of which have to be met; none when nothing is known to be needed.
    public var clauses: [Clause] { facts.clauses.map(facts.pool.members) }

    /// The order of literals and gaps in a match, from its first literals to its last; empty when nothing is known.
    public var items: [Item] {
        facts.items.map { item in
            switch item {
            case .literals(let set): .literals(facts.pool.members(of: set))
            case .gap(let width): .gap(width)
            }
        }
    }

    /// Why the analysis gave up, as a sentence, or nil when it did not.
    public var opaqueReason: String? { facts.opaqueReason }

    /// Whether the number of ways to match is small: no unbounded repeat, no call, no reference back.
    ///
    /// What PCRE2's interpreter may run where there is no machine code.
    public var isBounded: Bool { facts.isBounded }

    /// Whether nothing is known of the pattern's text.
    public var isOpaque: Bool { opaqueReason != nil }

    /// Whether every text has to be tried, unless it lacks a kind of character that the pattern needs.
    public var isAlwaysCandidate: Bool { facts.clauses.isEmpty }

    /// All literals of the pattern, optional ones included, those inside negative assertions not; sorted by their
    /// bytes.
    public var literals: [Literal] { facts.literalTable.literals }

    /// The literals of all clauses, each once, sorted: what an index has to look for.
    public var requiredLiterals: [Literal] { Set(clauses.flatMap(\.self)).sorted() }
}
