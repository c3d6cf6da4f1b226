public import HelplineCore

/// What a message led to.
public struct Answer: Sendable {
    /// Why a turn could not be made durable.
    public enum Failure: Sendable {
        /// The ledger could not write.
        case unsaved
        /// The conversation was written by somebody else and has to be opened again.
        case stale
    }

    /// What to say, at least one reply.
    public var replies: [Reply]
    /// Whether the user took leave.
    public var ends: Bool
    /// Why the turn could not be made durable, nil where it could; the replies then say so in words.
    public var failure: Failure?
    /// What the message has revealed in earlier replies.
    public var masking: Masking?

    /// Describes what a message led to.
    public init(_ replies: [Reply], ends: Bool = false, failure: Failure? = nil, masking: Masking? = nil) {
        self.replies = replies
        self.ends = ends
        self.failure = failure
        self.masking = masking
    }
}
