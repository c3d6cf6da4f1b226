/// Why a text is no pattern.
public struct PatternError: Error, Sendable, Hashable {
    /// What kind of fault it is.
    public struct Code: RawRepresentable, Sendable, Hashable {
        /// PCRE2's own number (positive, listed in pcre2api), or one of ours (negative).
        public let rawValue: Int32

        /// Takes a number as PCRE2 gives it.
        public init(rawValue: Int32) { self.rawValue = rawValue }

        /// The pattern starts with `(*`, which is not allowed whatever follows.
        public static let leadingOption = Code(rawValue: -1)
    }

    /// What kind of fault it is.
    public let code: Code

    /// PCRE2's message, in English, without the place.
    public let message: String

    /// Where the fault was noticed: a byte offset into the UTF-8 of the pattern, at most its length.
    public let offset: Int

    /// The text that was to be a pattern.
    public let pattern: String
}

extension PatternError: CustomStringConvertible {
    /// The fault in one sentence, with its place and the pattern.
    public var description: String {
        let place = offset >= pattern.utf8.count ? "at its end" : "at byte \(offset)"
        return "The pattern “\(pattern)” is not valid \(place): \(message)."
    }
}
