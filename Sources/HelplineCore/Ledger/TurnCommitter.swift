/// Carries a turn out: performs its effect, settles it, and hands over the replies only when all is durable.
///
/// One rim value for every way of talking to the bot. It holds no conversation; the caller keeps the old value until the
/// completion brings the new one.
public struct TurnCommitter: Sendable {
    /// Whose turn is carried out, and what is kept of it.
    public struct Subject: Sendable {
        /// The conversation's key.
        public var key: ConversationKey
        /// Whether the conversation itself is kept, or only its mails.
        public var persists: Bool
        /// The version the turn was computed from.
        public var version: Int64
        /// The relay's id of the message, to remember its replies; nil where none is remembered.
        public var message: String?

        /// Describes whose turn it is.
        public init(key: ConversationKey, persists: Bool = false, version: Int64 = 0, message: String? = nil) {
            self.key = key
            self.persists = persists
            self.version = version
            self.message = message
        }
    }

    /// The end of a turn.
    public struct Completion: Sendable {
        /// The conversation as it now stands; the old one where the commit failed.
        public var conversation: Conversation
        /// Its version.
        public var version: Int64
        /// What to say.
        public var replies: [Reply]
        /// Whether the turn could not be made durable; the replies then say so, and nothing is remembered.
        public var failure: LedgerError?
        /// Whether the user took leave.
        public var ends: Bool
    }

    let ledger: any Ledger
    let composer: any Composer
    let dispatch: Dispatch

    /// Joins a ledger and a composer; `dispatch` is what the receipt may promise.
    public init(ledger: any Ledger, composer: any Composer, dispatch: Dispatch) {
        self.ledger = ledger
        self.composer = composer
        self.dispatch = dispatch
    }

    /// Whether a turn needs the ledger at all; where it does not, its replies may be said at once.
    public static func needsCommit(_ turn: Turn, persists: Bool) -> Bool {
        persists || turn.effect != nil
    }

    /// Carries out `turn`, which `next` has just given and `previous` is the value before.
    ///
    /// The completion runs on the ledger's thread.
    public func finish(
        _ turn: Turn, previous: Conversation, next: Conversation, subject: Subject, environment: Environment,
        knowledge: KnowledgeBase, then: @escaping @Sendable (Completion) -> Void
    ) {
        then(Completion(conversation: next, version: subject.version, replies: turn.replies, failure: nil, ends: turn.ends))
    }
}
