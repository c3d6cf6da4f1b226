/// A conversation with the number of its replies, as it is kept: after a restart the numbers go on.
public struct KeptConversation: Sendable, Equatable {
    private static let version: UInt64 = 1

    /// The conversation.
    public var conversation: Conversation
    /// How many replies it had so far.
    public var replies: Int

    /// Joins a conversation and the number of its replies.
    public init(_ conversation: Conversation, replies: Int) {
        self.conversation = conversation
        self.replies = replies
    }

    /// Opens what ``encoded()`` gave.
    ///
    /// - Throws: ``StateError`` for another version and for damaged bytes; ``init(opening:)`` begins anew.
    public init(decoding bytes: [UInt8]) throws(StateError) {
        let (replies, state) = try Self.parts(of: bytes)
        self.init(try Conversation(decoding: state), replies: replies)
    }

    /// Opens what was kept, and where it cannot be opened begins a conversation anew, which its next turn says.
    ///
    /// The numbers of its replies go on where at least they can be read.
    public init(opening bytes: [UInt8]) {
        let parts = try? Self.parts(of: bytes)
        self.init(Conversation(opening: parts?.state ?? []), replies: parts?.replies ?? 0)
    }

    private static func parts(of bytes: [UInt8]) throws(StateError) -> (replies: Int, state: [UInt8]) {
        var reader = StateReader(bytes)
        let version = try reader.readUnsigned()
        guard version == Self.version else {
            throw StateError("The kept conversation has version \(version); this program reads \(Self.version).")
        }
        let parts = (replies: try reader.readInt(), state: Array(try reader.readSlice()))
        guard reader.isAtEnd else { throw StateError("The kept conversation has more bytes than it should.") }
        return parts
    }

    /// The bytes to be kept.
    public func encoded() -> [UInt8] {
        var writer = StateWriter()
        let state = conversation.encoded()
        writer.write(Self.version)
        writer.write(replies)
        writer.write(UInt64(state.count))
        writer.append(state)
        return writer.bytes
    }
}
