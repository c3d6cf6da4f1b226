import HelplineCore

/// The replies to the last messages of a conversation, so that a repeated message is answered and not run again.
///
/// It holds ids and replies, never the text of a message. The oldest are given up beyond a number or a size; the newest
/// always stays.
public struct ReplyMemory: Sendable {
    /// How much is kept.
    public struct Limits: Sendable {
        /// So many messages.
        public var messages: Int
        /// So many bytes of replies.
        public var bytes: Int

        /// Sets the limits.
        public init(messages: Int = 64, bytes: Int = 256 * 1024) {
            self.messages = messages
            self.bytes = bytes
        }
    }

    /// The replies to one message.
    struct Entry: Sendable {
        var id: OpaqueID
        var firstID: ReplyName
        var firstSeq: Int
        var replies: [Reply]
        var footprint: Int
    }

    private let limits: Limits
    private var entries: [Entry] = []
    /// What the replies take, in bytes, about.
    private(set) var footprint = 0

    init(limits: Limits) {
        self.limits = limits
    }

    var isEmpty: Bool { entries.isEmpty }

    func entry(for id: OpaqueID) -> Entry? {
        entries.last { $0.id == id }
    }

    mutating func remember(_ replies: [Reply], to id: OpaqueID, firstID: ReplyName, firstSeq: Int) {
        let size = replies.reduce(id.text.utf8.count + 64) { $0 + $1.footprint }
        entries.append(
            Entry(id: id, firstID: firstID, firstSeq: firstSeq, replies: replies, footprint: size))
        footprint += size
        while entries.count > 1, entries.count > limits.messages || footprint > limits.bytes {
            footprint -= entries.removeFirst().footprint
        }
    }

    /// Replaces every reply by what `change` makes of it.
    mutating func rewrite(_ change: (Reply) -> Reply) {
        for index in entries.indices { entries[index].replies = entries[index].replies.map(change) }
    }
}

extension Reply {
    /// About what the reply takes in memory, in bytes.
    fileprivate var footprint: Int {
        var size = 256 + text.string.utf8.count + choices.reduce(0) { $0 + 16 + $1.string.utf8.count }
        if let draft { size += draft.subject.string.utf8.count + draft.body.string.utf8.count + 128 }
        return size
    }
}
