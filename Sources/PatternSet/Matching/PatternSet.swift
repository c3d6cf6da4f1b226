public import PCRE2
internal import Synchronization

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
    /// How many patterns there are.
    public let patternCount: Int

    /// The pattern of a number.
    private let source: @Sendable (Int) -> Pattern

    /// Tells which of the searched patterns a text can match.
    public let index: PatternIndex

    /// What is known of each pattern without running it, as far as it was asked for.
    private let shapes: Mutex<[Int: PatternShape]>

    /// How many patterns, from the first, take part in the search.
    public let searchedCount: Int

    /// Beyond this many, shapes are made again when they are asked for: most patterns of a large set never match.
    private static let keptShapes = 10_000

    /// The largest number of groups of any pattern.
    public let largestCaptureCount: Int

    /// Does some pieces of work that do not depend on one another, numbered from 0, and returns when all are done.
    ///
    /// On which threads is for whoever gives it to say; `DispatchQueue.concurrentPerform` is one.
    public typealias Spreading = (_ count: Int, _ piece: @Sendable (Int) -> Void) -> Void

    /// Analyses the patterns.
    ///
    /// The set is the same, bit for bit, however the work is spread.
    ///
    /// - Parameters:
    ///   - patterns: all patterns, those that are searched for first.
    ///   - searched: how many are searched for; nil means all of them.
    ///   - spread: does pieces of the analysis; nil does all of it on the caller's thread.
    public convenience init(_ patterns: [Pattern], searched: Int? = nil, spread: Spreading? = nil) {
        self.init(patterns, searched: searched, dropping: nil, spread: spread)
    }

    /// Analyses the patterns with a rule forgotten, which makes a set that misses matches: for the test of that rule.
    package convenience init(_ patterns: [Pattern], dropping rule: ShapeRule) {
        self.init(patterns, searched: nil, dropping: rule, spread: nil)
    }

    private convenience init(_ patterns: [Pattern], searched: Int?, dropping rule: ShapeRule?, spread: Spreading?) {
        let runs = ShapeRuns(
            patterns: patterns, count: min(max(searched ?? patterns.count, 0), patterns.count), dropped: rule)
        var builder = IndexBuilder()
        var shapes: [Int: PatternShape] = [:]
        runs.forEach(spread) { number, shape in
            builder.add(shape)
            if number < PatternSet.keptShapes { shapes[number] = shape }
        }
        self.init(patterns, shapes: shapes, index: PatternIndex(builder.finished()))
    }

    /// Takes an index that was made of the same patterns, which then are analysed one by one, when it is asked for.
    ///
    /// As many of the patterns are searched as the index tells of, at most all; an index of other patterns would miss
    /// what matches.
    public convenience init(_ patterns: [Pattern], index: PatternIndex) {
        self.init(patterns, shapes: [:], index: index)
    }

    /// Takes an index likewise, and asks for the patterns themselves one by one, as they are needed.
    ///
    /// - Parameters:
    ///   - count: how many patterns there are, searched or not.
    ///   - largestCaptureCount: at least the largest number of groups of any of them.
    ///   - pattern: gives the pattern of a number; always the same one.
    public init(
        count: Int, largestCaptureCount: Int, index: PatternIndex, pattern: @escaping @Sendable (Int) -> Pattern
    ) {
        patternCount = count
        source = pattern
        shapes = Mutex([:])
        self.index = index
        searchedCount = min(index.count, count)
        self.largestCaptureCount = largestCaptureCount
    }

    private init(_ patterns: [Pattern], shapes: [Int: PatternShape], index: PatternIndex) {
        patternCount = patterns.count
        source = { patterns[$0] }
        self.shapes = Mutex(shapes)
        self.index = index
        searchedCount = min(index.count, patterns.count)
        largestCaptureCount = PatternSet.largestCaptureCount(of: patterns.span)
    }

    private static func largestCaptureCount(of patterns: Span<Pattern>) -> Int {
        var largest = 0
        for number in patterns.indices { largest = max(largest, patterns[number].captureCount) }
        return largest
    }

    /// All patterns, searched ones first; a pattern's number is its index.
    public var patterns: [Pattern] { (0..<patternCount).map(source) }

    /// What is known of a pattern without running it.
    ///
    /// Costs some microseconds at the first question.
    public func shape(at number: Int) -> PatternShape {
        shapes.withLock { shapes in
            if let shape = shapes[number] { return shape }
            let shape = PatternShape(source(number))
            shapes[number] = shape
            return shape
        }
    }
}

extension PatternSet: PatternSource {
    /// The pattern of that number.
    public func pattern(at number: Int) -> Pattern { source(number) }

    /// Whether the shape of the pattern shows that its work is bounded.
    public func isBounded(at number: Int) -> Bool { shape(at: number).isBounded }
}
