/// Who owns the patterns that a ``CodeStore`` holds code for.
///
/// Compiled code is found again by the identity of the source and the number of the pattern, so what a source says
/// MUST NOT change.
public protocol PatternSource: AnyObject, Sendable {
    /// How many patterns there are; their numbers start at 0.
    var patternCount: Int { get }

    /// The largest ``Pattern/captureCount`` of all patterns.
    var largestCaptureCount: Int { get }

    /// The pattern of that number, asked for when it is compiled and when it has matched.
    func pattern(at number: Int) -> Pattern

    /// Whether the work of the pattern is known to be bounded, so that the interpreter may run it.
    func isBounded(at number: Int) -> Bool
}
