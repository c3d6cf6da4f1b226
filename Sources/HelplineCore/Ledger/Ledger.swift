/// Where a turn becomes durable: the next state, the replies and the mail in one transaction.
///
/// Every call returns at once; the completion runs on the ledger's own thread, never on the caller's.
public protocol Ledger: Sendable {
    /// Reads a conversation, nil where none is kept under the key.
    func load(
        _ key: ConversationKey, then: @escaping @Sendable (Result<StoredConversation?, LedgerError>) -> Void)

    /// Writes a turn. What `CommitOutcome` does not call committed has written nothing.
    func commit(_ commit: Commit, then: @escaping @Sendable (Result<CommitOutcome, LedgerError>) -> Void)

    /// Takes back a mail of this conversation that nobody has begun to send; false where it is too late or unknown.
    func withdraw(
        _ reference: Reference, for key: ConversationKey, at moment: Timestamp,
        then: @escaping @Sendable (Result<Bool, LedgerError>) -> Void)

    /// Reads the files of a conversation's drafts, as far as they are kept.
    func files(
        of key: ConversationKey, then: @escaping @Sendable (Result<[KeptFile], LedgerError>) -> Void)

    /// Drops a conversation with its replies and files; its mails stay. A ``load(_:then:)`` asked for later finds
    /// nothing.
    func forget(_ key: ConversationKey, then: @escaping @Sendable (Result<Void, LedgerError>) -> Void)

    /// Looks up a mail of this conversation; nil for an unknown reference and for somebody else's alike.
    func lookup(
        _ reference: Reference, for key: ConversationKey, at moment: Timestamp,
        then: @escaping @Sendable (Result<MailStatus?, LedgerError>) -> Void)
}

extension Ledger {
    /// Takes nothing back: for ledgers of which no mail ever leaves.
    public func withdraw(
        _ reference: Reference, for key: ConversationKey, at moment: Timestamp,
        then: @escaping @Sendable (Result<Bool, LedgerError>) -> Void
    ) {
        then(.success(false))
    }

    /// Keeps no files: for ledgers of channels that bring none.
    public func files(
        of key: ConversationKey, then: @escaping @Sendable (Result<[KeptFile], LedgerError>) -> Void
    ) {
        then(.success([]))
    }
}

/// The key of a conversation: the relay that carries it, and its name there.
///
/// Equal only to itself byte by byte: names that differ in their normalisation alone are equal as strings, and two
/// users whose names differ in just that must not share a conversation.
public struct ConversationKey: Hashable, Sendable {
    /// The authenticated relay, or a name of the program's own such as `chat`.
    public var relay: String
    /// The conversation's name within the relay.
    public var name: String

    /// Names a conversation.
    public init(relay: String, name: String) {
        self.relay = relay
        self.name = name
    }

    /// Compares bytes.
    public static func == (left: Self, right: Self) -> Bool {
        left.name.utf8.elementsEqual(right.name.utf8) && left.relay.utf8.elementsEqual(right.relay.utf8)
    }

    /// Hashes the bytes.
    public func hash(into hasher: inout Hasher) {
        for text in [relay, name] {
            for byte in text.utf8 { hasher.combine(byte) }
            hasher.combine(0xFF as UInt8)
        }
    }
}

/// A conversation as it was kept.
public struct StoredConversation: Sendable, Equatable {
    /// Counts its commits, from 1.
    public var version: Int64
    /// What ``KeptConversation/encoded()`` gave.
    public var state: [UInt8]
    /// The replies to the last messages, oldest first.
    public var remembered: [RememberedReplies]

    /// Describes what is kept.
    public init(version: Int64, state: [UInt8], remembered: [RememberedReplies]) {
        self.version = version
        self.state = state
        self.remembered = remembered
    }
}

/// The replies to one message, kept to answer its repetition; the message itself is not kept.
public struct RememberedReplies: Sendable, Equatable {
    /// The relay's id of the message.
    public var message: String
    /// The replies as ``NumberedReply/encoded()`` gives them.
    public var replies: [[UInt8]]

    /// Describes the replies to a message.
    public init(message: String, replies: [[UInt8]]) {
        self.message = message
        self.replies = replies
    }
}

/// One turn to be made durable.
public struct Commit: Sendable {
    /// Whose turn.
    public var key: ConversationKey
    /// The moment of the turn.
    public var moment: Timestamp
    /// The version this turn was computed from, 0 for a new conversation.
    public var expectedVersion: Int64
    /// The next state; nil where the conversation itself is not kept and only its mail is.
    public var state: [UInt8]?
    /// The replies to remember under the message's id.
    public var remembered: RememberedReplies?
    /// Earlier replies to be replaced because a later message revealed a secret in them.
    public var rewritten: [RememberedReplies]
    /// The mail the user confirmed.
    public var mail: OutgoingMail?
    /// What becomes of the files of the conversation's drafts; nil where nothing does.
    public var files: FileChange?
    /// Whether the state before held a secret that this one masks; what it overwrites then leaves the disk too.
    public var masksEarlier: Bool
    /// Whether the state holds the draft of an e-mail, which is to be dropped where nobody goes on with it.
    public var hasDraft: Bool

    /// Describes a turn.
    public init(
        key: ConversationKey, moment: Timestamp, expectedVersion: Int64, state: [UInt8]?,
        remembered: RememberedReplies? = nil, rewritten: [RememberedReplies] = [], mail: OutgoingMail? = nil,
        files: FileChange? = nil, masksEarlier: Bool = false, hasDraft: Bool = false
    ) {
        self.hasDraft = hasDraft
        self.files = files
        self.key = key
        self.moment = moment
        self.expectedVersion = expectedVersion
        self.state = state
        self.remembered = remembered
        self.rewritten = rewritten
        self.mail = mail
        self.masksEarlier = masksEarlier
    }
}

/// What became of a commit.
public enum CommitOutcome: Sendable, Equatable {
    /// It is durable; the conversation has this version now.
    case committed(version: Int64)
    /// Somebody else wrote the conversation meanwhile; it has this version now.
    case conflict(version: Int64)
    /// The same complaint was accepted within 24 hours under this reference.
    case duplicate(of: Reference)
    /// Too many mails; the next may come then.
    case limited(until: Timestamp)
    /// Others go before the mail, which is due at that moment; nothing is written where ``OutgoingMail/mayWait`` is
    /// false.
    case delayed(until: Timestamp)
    /// The files of all conversations take more room than they may.
    case filesFull
    /// The reference exists already; draw another.
    case referenceTaken
}

/// A ledger that could not read or write.
public struct LedgerError: Error, Sendable, Equatable, CustomStringConvertible {
    /// What is wrong, where, and what to do, as a sentence for the operator.
    public var description: String

    /// Explains what is wrong.
    public init(_ description: String) {
        self.description = description
    }
}
