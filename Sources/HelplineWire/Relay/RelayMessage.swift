public import HelplineCore

/// What a user said, as a relay passes it on.
public struct RelayMessage: Sendable, Equatable {
    /// The relay's name of the message; nil where a repetition need not be recognised.
    public var id: String?
    /// The conversation; nil for the connection's own.
    public var conversation: String?
    /// Who reads along.
    public var audience: Utterance.Audience
    /// What the relay knows of the user.
    public var user: RelayUser?
    /// The user's words, controls removed, line breaks kept.
    public var text: String
    /// Files that the user sent.
    public var files: [OfferedFile]
    /// Whether files can come from there at all; on plain lines they cannot.
    public var canBringFiles = true

    /// Describes a message.
    public init(
        id: String? = nil, conversation: String? = nil, audience: Utterance.Audience = .private,
        user: RelayUser? = nil, text: String, files: [OfferedFile] = []
    ) {
        self.id = id
        self.conversation = conversation
        self.audience = audience
        self.user = user
        self.text = text
        self.files = files
    }

    /// What the conversation receives.
    public var utterance: Utterance { Utterance(text, audience: audience, files: files) }
}
