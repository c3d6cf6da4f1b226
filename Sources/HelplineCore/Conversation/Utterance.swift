/// One message of a user, as it came: valid text with controls neutralised, secrets and all.
///
/// It lives for one turn and is never kept; what is kept has passed the ``Redactor``.
public struct Utterance: Sendable {
    /// Where a message was said, and so what may be answered.
    public enum Audience: String, Sendable {
        /// Nobody else reads along.
        case `private`
        /// Others read along: answers only, no form, no preview, no reference.
        case group
    }

    /// The user's words.
    public var text: String
    /// Who reads along.
    public var audience: Audience
    /// Files that came with the words.
    public var files: [OfferedFile]

    /// Takes the user's words.
    public init(_ text: String, audience: Audience = .private, files: [OfferedFile] = []) {
        self.text = text
        self.audience = audience
        self.files = files
    }
}
