public import HelplineCore

/// What a message led to.
public struct Answer: Sendable {
    /// What to say, at least one reply.
    public var replies: [Reply]
    /// Whether the user took leave.
    public var ends: Bool
    /// Whether the turn could not be made durable; the replies then say so in words.
    public var isUnsaved: Bool

    /// Describes what a message led to.
    public init(_ replies: [Reply], ends: Bool = false, isUnsaved: Bool = false) {
        self.replies = replies
        self.ends = ends
        self.isUnsaved = isUnsaved
    }
}
