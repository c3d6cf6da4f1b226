public import HelplineCore

/// What all conversations of one event loop share; used on that loop only.
public protocol Desk: AnyObject {
    /// Whether conversations of relays are kept beyond their connection.
    var keepsConversations: Bool { get }

    /// Begins a conversation that ends with its connection.
    func talk(_ key: ConversationKey) -> any Talk

    /// Begins a conversation that ends with its connection, whose mails come from a source.
    func talk(_ key: ConversationKey, from source: MailSource) -> any Talk

    /// Opens a conversation that is kept; `then` is called on the loop, after this call has returned.
    func open(_ key: ConversationKey, then: @escaping (Result<OpenedTalk, LedgerError>) -> Void)

    /// Drops what is kept of a conversation.
    func forget(_ key: ConversationKey)
}

/// A conversation that was kept, and what is to be known of its replies.
public struct OpenedTalk {
    /// The conversation.
    public var talk: any Talk
    /// How many replies it had.
    public var replies: Int
    /// The replies to its last messages, oldest first.
    public var remembered: [(message: String, replies: [NumberedReply])]

    /// Joins a conversation and its replies.
    public init(
        _ talk: any Talk, replies: Int = 0, remembered: [(message: String, replies: [NumberedReply])] = []
    ) {
        self.talk = talk
        self.replies = replies
        self.remembered = remembered
    }
}

extension Desk {
    /// Nothing is kept.
    public var keepsConversations: Bool { false }

    /// Begins a conversation of which no mail ever comes, or whose source does not matter.
    public func talk(_ key: ConversationKey, from source: MailSource) -> any Talk { talk(key) }

    /// Begins anew.
    public func open(_ key: ConversationKey, then: @escaping (Result<OpenedTalk, LedgerError>) -> Void) {
        then(.success(OpenedTalk(talk(key))))
    }

    /// There is nothing.
    public func forget(_ key: ConversationKey) {}
}
