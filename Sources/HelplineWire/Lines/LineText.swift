/// What a line of bytes says: valid text without controls, and what had to be mended for it.
public struct LineText: Sendable, Equatable {
    /// The text, safe to match, to show and to keep on one line.
    public let string: String
    /// Whether the bytes were no valid UTF-8, so that `string` holds U+FFFD.
    public let isRepaired: Bool
    /// Whether the invalid bytes read well as GB 18030, so that the sender should be told to send UTF-8.
    public let looksLikeGB18030: Bool

    /// Reads a line.
    ///
    /// Invalid UTF-8 becomes U+FFFD, once for each maximal part of a character (Unicode 16, section 3.9). See
    /// ``Controls`` for the rest.
    public init(_ bytes: ArraySlice<UInt8>) {
        // Half the price of String(validating:as:), which looks its own kind up at run time.
        if let text = try? UTF8Span(validating: bytes.span) {
            string = Controls.removed(from: String(copying: text))
            isRepaired = false
            looksLikeGB18030 = false
        } else {
            string = Controls.removed(from: String(decoding: bytes, as: UTF8.self))
            isRepaired = true
            looksLikeGB18030 = GB18030.isLikely(bytes)
        }
    }
}
