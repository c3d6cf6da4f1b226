/// A part of a file that a relay passes on; the last one makes a message of it.
public struct FilePart: Sendable, Equatable {
    /// The message that the file is, with the words that came with it; the same in all parts but for the words.
    public var message: RelayMessage
    /// The file's name, in the first part alone.
    public var name: String?
    /// The bytes of this part.
    public var bytes: [UInt8]
    /// Whether more parts follow.
    public var hasMore: Bool

    /// Describes a part.
    public init(message: RelayMessage, name: String?, bytes: [UInt8], hasMore: Bool = false) {
        self.message = message
        self.name = name
        self.bytes = bytes
        self.hasMore = hasMore
    }
}
