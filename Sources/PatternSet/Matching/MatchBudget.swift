internal import PCRE2

/// What the matching of one message may cost: one budget for all of its windows.
///
/// It counts and never looks at a clock, so the same message gets the same answer on a busy machine. When it is
/// exhausted, matches may be missing and the message is best treated as not understood.
public struct MatchBudget: Sendable {
    /// How many candidates a message may have.
    public static let candidateLimit = 1_024

    /// How many bytes all tries of a message may look through, each from where its match may start to the window's end.
    ///
    /// A try costs some ten nanoseconds a byte, so that in a short message only the number of candidates counts, and a
    /// long one made of a pack's own words costs milliseconds, not tens of them.
    public static let scanLimit = 512 * 1_024

    /// The limit hit that ends the matching.
    public static let limitHitLimit = 3

    /// How many patterns turned out to be candidates so far.
    public private(set) var candidateCount = 0

    /// How many of them were decided without a try, from where their texts stand.
    public private(set) var decidedCount = 0

    /// How many bytes their tries may have looked through so far.
    public private(set) var scannedCount = 0

    /// The patterns that hit a limit, one entry a hit: whether they match is unknown, they count as not matched.
    public private(set) var limitedPatterns: [Int] = []

    /// How many tries were not run because there is no machine code for the pattern.
    public private(set) var unrunCount = 0

    /// Whether the matching was ended before all patterns were tried.
    public private(set) var isExhausted = false

    /// Makes the full budget of one message.
    public init() {}

    /// Whether a pattern hit a limit.
    public var isLimited: Bool { !limitedPatterns.isEmpty }

    /// Counts a candidate that is tried on so many bytes; false, and the end of the matching, when there have been too
    /// many.
    mutating func admitCandidate(on bytes: Int) -> Bool {
        guard !isExhausted, candidateCount < MatchBudget.candidateLimit, scannedCount < MatchBudget.scanLimit else {
            isExhausted = true
            return false
        }
        candidateCount += 1
        scannedCount += bytes
        return true
    }

    /// Counts a candidate that is known to match; false as with one that has to be tried.
    mutating func admitDecided() -> Bool {
        guard admitCandidate(on: 0) else { return false }
        decidedCount += 1
        return true
    }

    /// Notes what became of a pattern that did not match.
    mutating func record(_ outcome: MatchOutcome, of pattern: Int) {
        switch outcome {
        case .match, .noMatch:
            break
        case .limit:
            limitedPatterns.append(pattern)
            if limitedPatterns.count >= MatchBudget.limitHitLimit { isExhausted = true }
        case .notRunnable:
            unrunCount += 1
        }
    }
}
