package import PCRE2

/// A pattern source with one pattern.
package final class OnePattern: PatternSource {
    private let pattern: Pattern
    private let isBounded: Bool

    package init(_ pattern: Pattern, isBounded: Bool = false) {
        self.pattern = pattern
        self.isBounded = isBounded
    }

    package var patternCount: Int { 1 }
    package var largestCaptureCount: Int { pattern.captureCount }
    package func pattern(at number: Int) -> Pattern { pattern }
    package func isBounded(at number: Int) -> Bool { isBounded }
}
