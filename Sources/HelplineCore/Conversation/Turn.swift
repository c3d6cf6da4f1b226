/// What one message leads to: replies, or an effect to perform before there can be replies.
public struct Turn: Sendable, Equatable {
    /// What to say, in order; empty exactly where there is an effect.
    public var replies: [Reply]
    /// What the rim must do and then ``Conversation/settle(_:in:with:)``.
    public var effect: Effect?
    /// The mails of which the rim is to find out, before anything is said, what became of them.
    public var news: [Reference] = []
    /// Whether the user took leave.
    public var ends: Bool
    /// What the message has revealed in what was said before; nil where that is nothing.
    ///
    /// The conversation's own state is masked already. Whoever keeps replies masks them in the commit of this turn, and
    /// where the turn holds an effect, in the commit that follows it.
    public var masking: Masking?
    /// The bytes of files that the message brought, to be kept in the commit of this turn.
    public var files: [KeptFile] = []
    /// Whether files of the conversation came or went, so that there is something to commit.
    public var changesFiles = false
    /// Whether matching ended at a bound before all patterns were tried, so that an answer may have been missed.
    public var isLimited = false
    /// The patterns that hit a limit, with where they stand: whether they match is unknown, and they count as not
    /// matched.
    public var cutOff: [Origin] = []

    /// A turn that speaks.
    public init(replies: [Reply], ends: Bool = false) {
        self.replies = replies
        self.effect = nil
        self.ends = ends
    }

    /// A turn that must do something first.
    public init(effect: Effect) {
        self.replies = []
        self.effect = effect
        self.ends = false
    }
}

/// Something a conversation needs done by the rim.
public enum Effect: Sendable, Equatable {
    /// Accept this mail.
    case submit(Escalation)
    /// Tell what became of this mail.
    case lookup(Reference)
    /// Tell what became of these mails.
    case lookupAll([Reference])
    /// Tell what became of this mail, to say whether it can still be taken back.
    case weigh(Reference)
    /// Take this mail back, where nobody has begun to send it.
    case withdraw(Reference)
}

/// What the rim did.
public enum Outcome: Sendable, Equatable {
    /// The mail is accepted under the reference, provided that the commit offered next succeeds.
    case accepted(Reference, Dispatch)
    /// The mail is accepted under the reference, as above, and goes out at that moment: others go before it.
    case acceptedLater(Reference, Timestamp)
    /// The same complaint was accepted before.
    case duplicate(of: Reference)
    /// Too many mails; the next may come then.
    case limited(until: Timestamp)
    /// The mail could not be accepted; nothing is lost and the draft stays.
    case failed
    /// What is known of the mail asked for; nil where the reference is unknown here.
    case status(MailStatus?)
    /// What is known of the mails asked for, as far as they are known here.
    case statuses([Reference: MailStatus])
    /// What is known of the mail that the user would take back.
    case weighed(Reference, MailStatus?)
    /// Files of the mail, by their numbers, are no longer kept; nothing was submitted.
    case filesGone([Int])
    /// Whether the mail is taken back, and what is known of it.
    case withdrawn(Reference, isDone: Bool, MailStatus?)
}

/// How an accepted mail goes out.
public enum Dispatch: String, Sendable, CaseIterable {
    /// Composed and kept, and about to be written to a file; nothing sends it.
    ///
    /// The receipt comes with the commit, the file within a moment: the state of the mail tells that it is there.
    case written
    /// Kept in the database alone, as the file cannot be written just now.
    case stored
    /// Queued for a transport that sends it.
    case queued
}
