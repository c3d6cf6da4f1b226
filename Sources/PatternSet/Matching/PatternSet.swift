public import PCRE2

/// Patterns with numbers, and the question which of them match a text.
///
/// A set is immutable and holds no compiled code, so all loops share one; each brings its own ``MatchScratch``. The
/// first ``searchedCount`` patterns are searched for in every message; the rest are tried by number only, as the
/// recognisers of form fields and the whole-line commands are.
///
/// ```swift
/// let set = PatternSet([try Pattern("账号.{0,4}被盗"), try Pattern("\\bfees?\\b")])
/// var scratch = MatchScratch()
/// var budget = MatchBudget()
/// set.forEachMatch(in: "我的账号被盗了".utf8Span, using: &scratch, budget: &budget) { pattern, captures in
///     print(pattern, captures.whole)   // 0 6..<18
/// }
/// ```
public final class PatternSet: Sendable {
    /// All patterns, searched ones first; a pattern's number is its index.
    public let patterns: [Pattern]

    /// What is known of each pattern without running it, by number.
    public let shapes: [PatternShape]

    /// How many patterns, from the first, take part in the search.
    public let searchedCount: Int

    /// The largest number of groups of any pattern.
    public let largestCaptureCount: Int

    /// Analyses the patterns; `searched` nil means all of them.
    public init(_ patterns: [Pattern], searched: Int? = nil) {
        self.patterns = patterns
        shapes = patterns.map(PatternShape.init)
        searchedCount = min(max(searched ?? patterns.count, 0), patterns.count)
        largestCaptureCount = patterns.reduce(0) { max($0, $1.captureCount) }
    }
}

extension PatternSet: PatternSource {
    /// How many patterns there are.
    public var patternCount: Int { patterns.count }

    /// The pattern of that number.
    public func pattern(at number: Int) -> Pattern { patterns[number] }

    /// Whether the shape of the pattern shows that its work is bounded.
    public func isBounded(at number: Int) -> Bool { shapes[number].isBounded }
}
