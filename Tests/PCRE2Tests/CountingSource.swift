import PCRE2
import Synchronization

/// A source that counts how often each of its patterns is asked for, which is how often it is compiled while nothing
/// matches.
final class CountingSource: PatternSource {
    let patternCount: Int
    let largestCaptureCount = 0
    private let counts: Mutex<[Int: Int]> = Mutex([:])
    private let pattern: Pattern

    init(count: Int) {
        patternCount = count
        guard let pattern = try? Pattern("never") else { preconditionFailure("a literal is a pattern") }
        self.pattern = pattern
    }

    func pattern(at number: Int) -> Pattern {
        counts.withLock { $0[number, default: 0] += 1 }
        return pattern
    }

    func isBounded(at number: Int) -> Bool { true }

    func requests(of number: Int) -> Int { counts.withLock { $0[number, default: 0] } }
}
