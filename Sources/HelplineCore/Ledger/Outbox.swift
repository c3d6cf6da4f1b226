/// The mails that were accepted and not yet handed over.
///
/// Calls block; they belong on a thread of their own. Any process may open an outbox, one at a time delivers from it.
public protocol Outbox: Sendable {
    /// Takes the next mail that is due, so that nobody else takes it until the lease ends; nil where none is due.
    func lease(at moment: Timestamp, for seconds: Int64, owner: String) throws(LedgerError) -> LeasedMail?

    /// Notes what became of a leased mail; without effect where the lease is no longer the owner's.
    func settle(_ mail: LeasedMail, _ result: DeliveryResult, at moment: Timestamp) throws(LedgerError)

    /// Makes the mails due that wait for the operator, each with a whole new lifetime; how many there were.
    @discardableResult
    func releaseHeld(at moment: Timestamp) throws(LedgerError) -> Int

    /// Whether a mail waits for the operator.
    func hasHeld() throws(LedgerError) -> Bool

    /// The moment at which the next mail is due, nil where none waits.
    func nextDue() throws(LedgerError) -> Timestamp?

    /// The mails, newest first.
    func list(limit: Int) throws(LedgerError) -> [OutboxEntry]

    /// The bytes of a mail, nil where it is unknown or purged.
    func bytes(of reference: Reference) throws(LedgerError) -> [UInt8]?
}

/// A mail on its way into the outbox.
public struct OutgoingMail: Sendable, Equatable {
    /// The name shown to the user.
    public var reference: Reference
    /// The team's category.
    public var category: String
    /// The user's address in lower case, to recognise the same complaint; nil where none was given.
    public var replyTo: String?
    /// The hash of the complaint.
    public var contentHash: UInt64
    /// The mail itself.
    public var composed: ComposedMail
    /// The first mail of its thread, where it adds to one.
    public var parent: Reference?
    /// Whether it is accepted also where it does not go out at once; else its user is told first that it will wait.
    public var mayWait: Bool
    /// Whence it comes.
    public var source: MailSource
    /// Whether somebody should look at it first.
    public var isUrgent: Bool

    /// Describes a mail.
    public init(
        reference: Reference, category: String, replyTo: String?, contentHash: UInt64, composed: ComposedMail,
        parent: Reference? = nil, mayWait: Bool = true, source: MailSource = .local, isUrgent: Bool = false
    ) {
        self.mayWait = mayWait
        self.source = source
        self.isUrgent = isUrgent
        self.reference = reference
        self.parent = parent
        self.category = category
        self.replyTo = replyTo
        self.contentHash = contentHash
        self.composed = composed
    }
}

/// A mail that one deliverer holds for a while.
public struct LeasedMail: Sendable, Equatable {
    /// Its name.
    public var reference: Reference
    /// The team's category.
    public var category: String
    /// Who holds it.
    public var owner: String
    /// How often it was tried before.
    public var attempts: Int
    /// When it was accepted.
    public var created: Timestamp
    /// From when its lifetime is counted: when it was accepted, or last released by the operator.
    public var since: Timestamp
    /// The mail itself.
    public var composed: ComposedMail

    /// Describes a leased mail; without `since` it was never released.
    public init(
        reference: Reference, category: String, owner: String, attempts: Int, created: Timestamp,
        since: Timestamp? = nil, composed: ComposedMail
    ) {
        self.reference = reference
        self.category = category
        self.owner = owner
        self.attempts = attempts
        self.created = created
        self.since = since ?? created
        self.composed = composed
    }
}

/// What a transport says of one try.
public enum DeliveryResult: Sendable, Equatable {
    /// It is handed over; where to.
    case delivered(String)
    /// Not now; try again at that moment.
    case deferred(String, until: Timestamp)
    /// Never; the reason.
    case failed(String)
    /// Not before the operator has mended something that concerns every mail, such as a wrong password; the reason.
    case held(String)
}

/// The life of a mail in the outbox.
public enum MailState: String, Sendable, CaseIterable {
    /// Waiting for its moment.
    case ready
    /// Leased.
    case sending
    /// Handed over.
    case sent
    /// Given up.
    case failed
    /// Waiting for the operator.
    case held
    /// Withdrawn.
    case cancelled
}

/// A line of the outbox.
public struct OutboxEntry: Sendable, Equatable {
    /// Its name.
    public var reference: Reference
    /// Its state and times.
    public var status: MailStatus
    /// The subject as a person reads it.
    public var subject: String
    /// The envelope's recipient.
    public var recipient: String

    /// Describes a line.
    public init(reference: Reference, status: MailStatus, subject: String, recipient: String) {
        self.reference = reference
        self.status = status
        self.subject = subject
        self.recipient = recipient
    }
}

/// What is known of a mail.
public struct MailStatus: Sendable, Equatable {
    /// Where it stands.
    public var state: MailState
    /// When it was accepted.
    public var created: Timestamp
    /// When it was handed over or given up, else when it is tried next.
    public var moment: Timestamp
    /// How often it was tried.
    public var attempts: Int
    /// What the transport said last, for the operator.
    public var detail: String
    /// Whether "sent" means written to a file, from which nothing goes out by itself.
    public var isWrittenOnly = false
    /// When its turn comes, where others go before it and nobody has tried it yet.
    public var turn: Timestamp?

    /// Describes a mail's state.
    public init(
        state: MailState, created: Timestamp, moment: Timestamp, attempts: Int, detail: String = "",
        turn: Timestamp? = nil
    ) {
        self.turn = turn
        self.state = state
        self.created = created
        self.moment = moment
        self.attempts = attempts
        self.detail = detail
    }

    /// The file that the mail was written to, from which nothing goes out by itself; nil where it went to a server, and
    /// once its place is forgotten.
    ///
    /// Told by the place, since the way that mails go may have been another one then: a file has the mail's name.
    public func file(of reference: Reference) -> String? {
        let isFile = ["\(reference).eml", "\(reference).helpline"].contains { detail.hasSuffix($0) }
        return state == .sent && isFile ? detail : nil
    }
}
