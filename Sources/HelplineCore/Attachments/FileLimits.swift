/// How much may go with one mail.
public struct FileLimits: Sendable, Equatable {
    /// The longest text that is taken: it is searched for secrets in one go, as a message is.
    public static let longestText = 256 * 1024

    /// How many files; 0 for none at all.
    public var count: Int
    /// How many bytes in all, as the files are, before they are encoded.
    ///
    /// Base64 makes 78 of 57 bytes. Many mail servers take no mail above 10,240,000 bytes, the standard of Postfix;
    /// 7,000,000 stay below it with the text and the transcript.
    public var bytes: Int

    /// Sets limits.
    public init(count: Int = 5, bytes: Int = 7_000_000) {
        self.count = count
        self.bytes = bytes
    }
}
