/// The e-mail as a form: its questions, and the words around their answers in the mail.
public struct EmailForm: Sendable {
    /// A sentence of the mail itself, in the team's language.
    public enum Phrase: String, Sendable, CaseIterable {
        /// The first line.
        case salutation
        /// One sentence on how this mail came to be.
        case introduction
        /// In place of the introduction where a mail adds to an earlier one, `{{reference}}`.
        case addition
        /// The line that names the topic.
        case topic
        /// The line that names the urgency, only in urgent mails.
        case urgent
        /// The subject of an urgent mail, `{{subject}}`.
        case urgentSubject = "urgent_subject"
        /// A field of the mail, `{{label}}` and `{{value}}`.
        case field
        /// Two parts of a subject, `{{first}}` and `{{second}}`.
        case pair
        /// The user's own words beside a value that was read from them, `{{words}}`.
        case ownWords = "own_words"
        /// The user's name, `{{name}}`.
        case name
        /// Device and version, `{{client}}`.
        case client
        /// In place of what the user left out.
        case unknown
        /// The heading over the user's own words.
        case words
        /// That the bot has advised on the topic already, `{{topic}}`.
        case advised
        /// How many secrets were removed, `{{count}}`.
        case redacted
        /// That the user writes in another language, `{{language}}`.
        case language
        /// How to answer, with an address given, `{{address}}`.
        case replyHint = "reply_hint"
        /// How to answer where no header can hold the address, `{{address}}`.
        case writeTo = "write_to"
        /// How to answer, without one.
        case noReply = "no_reply"
        /// What an amount is called that was read from the user's words.
        case amount
        /// What a network is called that was read from the user's words.
        case network
        /// What a transaction hash is called that was read from the user's words.
        case hash
        /// The files that the user has attached, `{{list}}`.
        case files
        /// Thanks.
        case thanks
        /// The name of the attached transcript.
        case transcript
        /// That the transcript does not begin with the conversation.
        case transcriptPart = "transcript_part"
        /// The user in the transcript.
        case user
        /// The bot in the transcript.
        case bot
    }

    /// The questions in order; `consent` first, `contact` the reply address.
    public var slots: [Slot]
    /// At most so many are asked, consent not counted.
    public var maximumQuestions: Int
    /// The words of the mail.
    public var phrases: [Phrase: LocalizedText]
    /// What each category is called in the subject and in the mail.
    public var categories: [String: LocalizedText]
    /// The category of a mail whose topic is unknown.
    public var standardCategory: String

    /// Describes the form.
    public init(
        slots: [Slot] = [], maximumQuestions: Int = 6, phrases: [Phrase: LocalizedText] = [:],
        categories: [String: LocalizedText] = [:], standardCategory: String = "other"
    ) {
        self.slots = slots
        self.maximumQuestions = maximumQuestions
        self.phrases = phrases
        self.categories = categories
        self.standardCategory = standardCategory
    }
}
