import PCRE2

/// A pattern source with one pattern.
final class OnePattern: PatternSource {
    private let pattern: Pattern
    private let isBounded: Bool

    init(_ pattern: Pattern, isBounded: Bool = false) {
        self.pattern = pattern
        self.isBounded = isBounded
    }

    var patternCount: Int { 1 }
    var largestCaptureCount: Int { pattern.captureCount }
    func pattern(at number: Int) -> Pattern { pattern }
    func isBounded(at number: Int) -> Bool { isBounded }
}
