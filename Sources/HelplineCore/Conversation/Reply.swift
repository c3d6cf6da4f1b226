/// One thing the bot says.
public struct Reply: Sendable, Equatable {
    /// What a reply is, for a relay that shows kinds differently.
    public enum Kind: String, Sendable, CaseIterable {
        /// The answer to a question.
        case answer
        /// A question of a form.
        case question
        /// An offer of topics.
        case choices
        /// The mail before it is sent.
        case preview
        /// The mail was accepted.
        case receipt
        /// Talk beside the matter.
        case smalltalk
        /// Nothing was understood.
        case fallback
        /// Anything else about the conversation itself.
        case notice
    }

    /// What the conversation waits for after this reply.
    public enum State: String, Sendable, CaseIterable {
        /// A new question.
        case idle
        /// An answer to a question of a form.
        case form
        /// A word on the preview.
        case confirm
        /// Only in the turn whose mail was committed.
        case sent
    }

    /// The mail as it would go out, the reference still blank.
    public struct Draft: Sendable, Equatable {
        /// To whom.
        public var to: SafeText
        /// Whom they answer; nil where no address was given.
        public var replyTo: SafeText?
        /// The subject with a blank reference.
        public var subject: SafeText
        /// The text.
        public var body: SafeText
        /// The names of the attached files.
        public var attachments: [SafeText]
        /// How many secrets were removed.
        public var redactions: Int
        /// What the user has attached; ``attachments`` has their names, behind that of the transcript.
        public var files: [AttachedFile]

        /// Describes a draft.
        public init(
            to: SafeText, replyTo: SafeText?, subject: SafeText, body: SafeText, attachments: [SafeText],
            redactions: Int, files: [AttachedFile] = []
        ) {
            self.files = files
            self.to = to
            self.replyTo = replyTo
            self.subject = subject
            self.body = body
            self.attachments = attachments
            self.redactions = redactions
        }
    }

    /// What became of a mail.
    public struct Email: Sendable, Equatable {
        /// Its name.
        public var reference: Reference
        /// `written`, `queued`, or a ``MailState``.
        public var status: String

        /// Describes a mail's state.
        public init(reference: Reference, status: String) {
            self.reference = reference
            self.status = status
        }
    }

    /// What it is.
    public var kind: Kind
    /// What is said: lines separated by U+000A, none of them empty.
    public var text: SafeText
    /// The FAQ answered in this reply.
    public var intent: IntentID?
    /// The score of that answer in thousandths, at most 1000.
    public var score: Int?
    /// The language of the reply.
    public var locale: LocaleID
    /// What the conversation waits for now.
    public var state: State
    /// The question that is pending.
    public var slot: SlotID?
    /// What may be answered, in order of their numbers.
    public var choices: [SafeText]
    /// The mail in a preview.
    public var draft: Draft?
    /// The mail in a receipt or a status.
    public var email: Email?

    /// Describes a reply.
    public init(
        kind: Kind, text: SafeText, intent: IntentID? = nil, score: Int? = nil, locale: LocaleID,
        state: State = .idle, slot: SlotID? = nil, choices: [SafeText] = [], draft: Draft? = nil, email: Email? = nil
    ) {
        self.kind = kind
        self.text = text
        self.intent = intent
        self.score = score
        self.locale = locale
        self.state = state
        self.slot = slot
        self.choices = choices
        self.draft = draft
        self.email = email
    }
}
