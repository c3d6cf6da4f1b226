/// A mail that the user has read and confirmed, before it has a reference and bytes.
///
/// Every text in it has passed the ``Redactor`` or comes from the pack.
public struct Escalation: Sendable, Equatable {
    /// The team's category, such as `security`.
    public var category: String
    /// Whether somebody should look at it first.
    public var urgent: Bool
    /// The intent it grew from.
    public var intent: IntentID?
    /// To whom it goes.
    public var recipient: String
    /// The user's address, for the answer.
    public var replyTo: SafeText?
    /// The user's name.
    public var name: SafeText?
    /// The language of the user's own words.
    public var language: LocaleID
    /// The subject without the reference.
    public var subject: SafeText
    /// The text: lines separated by U+000A.
    public var body: SafeText
    /// The conversation so far, to be attached; nil where there is none.
    public var transcript: Transcript?
    /// How many secrets were removed.
    public var redactions: Int
    /// A hash of what the complaint says, to recognise it when it comes again.
    public var contentHash: UInt64
    /// The first mail of the thread, where this one adds to it.
    public var parent: Reference?
    /// The files that the user has attached.
    public var files: [File] = []

    /// A file that the user has attached.
    public struct File: Sendable, Equatable {
        /// Its name, type and size.
        public var file: AttachedFile
        /// Its bytes; nil until the rim has read them from the ledger, without which no mail is composed.
        public var bytes: [UInt8]?

        /// Describes a file.
        public init(_ file: AttachedFile, bytes: [UInt8]? = nil) {
            self.file = file
            self.bytes = bytes
        }
    }

    /// A text file that goes with the mail.
    public struct Transcript: Sendable, Equatable {
        /// The file's name.
        public var name: SafeText
        /// Its lines separated by U+000A.
        public var text: SafeText

        /// Describes the file.
        public init(name: SafeText, text: SafeText) {
            self.name = name
            self.text = text
        }
    }

    /// Describes a confirmed mail.
    public init(
        category: String, urgent: Bool, intent: IntentID?, recipient: String, replyTo: SafeText?, name: SafeText?,
        language: LocaleID, subject: SafeText, body: SafeText, transcript: Transcript?, redactions: Int,
        contentHash: UInt64
    ) {
        self.category = category
        self.urgent = urgent
        self.intent = intent
        self.recipient = recipient
        self.replyTo = replyTo
        self.name = name
        self.language = language
        self.subject = subject
        self.body = body
        self.transcript = transcript
        self.redactions = redactions
        self.contentHash = contentHash
    }
}
