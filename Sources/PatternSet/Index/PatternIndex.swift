/// Which patterns a text can match at all, told by the literals that occur in it.
///
/// Every pattern needs some clauses (``PatternShape/clauses``), and a clause is met when one of its literals occurs in the
/// folded text. Patterns share most clauses, since they share word sets; so each clause is looked at once for all of
/// them. The index never misses a pattern that matches, and keeps some that do not: order and distance are left to PCRE2.
///
/// Flat arrays of numbers, so that an index is written and read as it is; see ``encoded()``.
public struct PatternIndex: Sendable {
    /// Clauses of one pattern beyond this are not asked for.
    static let clauseLimit = 255

    /// How many clauses each pattern still needs before the text is read; a pattern that needs none is always tried.
    let needs: [UInt8]
    let literals: SortedLiterals
    /// The clauses that each literal meets.
    let clauses: NumberLists
    /// The patterns that need each clause.
    let patterns: NumberLists

    init(needs: [UInt8], literals: SortedLiterals, clauses: NumberLists, patterns: NumberLists) {
        self.needs = needs
        self.literals = literals
        self.clauses = clauses
        self.patterns = patterns
    }

    /// How many patterns it tells of.
    public var count: Int { needs.count }

    /// How many clauses there are.
    var clauseCount: Int { patterns.count }
}
