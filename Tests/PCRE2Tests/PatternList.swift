import PCRE2

/// Patterns for a store, in the order given.
final class PatternList: PatternSource {
    let patterns: [Pattern]
    private let areBounded: Bool

    init(_ texts: [String], options: Pattern.Options = [], areBounded: Bool = true) throws {
        patterns = try texts.map { try Pattern($0, options: options) }
        self.areBounded = areBounded
    }

    convenience init(_ text: String, options: Pattern.Options = []) throws {
        try self.init([text], options: options)
    }

    var patternCount: Int { patterns.count }
    var largestCaptureCount: Int { patterns.map(\.captureCount).max() ?? 0 }
    func pattern(at number: Int) -> Pattern { patterns[number] }
    func isBounded(at number: Int) -> Bool { areBounded }
}
