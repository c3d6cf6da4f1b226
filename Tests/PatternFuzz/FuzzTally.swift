/// What a run of the fuzz has seen.
package struct FuzzTally: Sendable {
    /// Patterns that PCRE2 took.
    package var patterns = 0
    /// A pattern and a text each.
    package var pairs = 0
    /// Pairs that match.
    package var matches = 0
    /// Matches that the search has found without PCRE2.
    package var decided = 0
    /// Patterns of which some text is known to be needed.
    package var withClauses = 0
    /// Patterns of which an order is known.
    package var ordered = 0
    /// Patterns that were not analysed.
    package var opaque = 0
    /// Patterns that PCRE2 divides into the same items as the parser.
    package var agreed = 0
    /// Pairs on which a limit was hit, which are not compared.
    package var limited = 0
    /// What must not be, as sentences with all that is needed to see it again.
    package var differences: [String] = []

    package init() {}

    /// Adds what another run has seen.
    package mutating func add(_ other: FuzzTally) {
        patterns += other.patterns
        pairs += other.pairs
        matches += other.matches
        decided += other.decided
        withClauses += other.withClauses
        ordered += other.ordered
        opaque += other.opaque
        agreed += other.agreed
        limited += other.limited
        differences += other.differences
    }
}

extension FuzzTally: CustomStringConvertible {
    /// One line of figures.
    package var description: String {
        "\(patterns) patterns (\(withClauses) with clauses, \(ordered) with an order, \(opaque) opaque, \(agreed) divided "
            + "as PCRE2 divides them), \(pairs) pairs, "
            + "\(matches) matching, \(decided) of them found without PCRE2, \(limited) cut off by a limit, \(differences.count) differences"
    }
}
