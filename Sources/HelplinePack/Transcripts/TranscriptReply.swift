/// A reply as a transcript sees it.
public struct TranscriptReply: Sendable, Equatable {
    /// What is known of a reply beyond its text.
    public struct Details: Sendable, Equatable {
        /// The FAQ that is answered.
        public var intent: String?
        /// The question that is pending.
        public var slot: String?
        /// What the conversation waits for, such as `idle`.
        public var state: String
        /// The mail that was accepted, subject and text.
        public var mail: String?

        /// Describes a reply.
        public init(intent: String? = nil, slot: String? = nil, state: String, mail: String? = nil) {
            self.intent = intent
            self.slot = slot
            self.state = state
            self.mail = mail
        }
    }

    /// What the bot says.
    public var text: String
    /// What else is known; nil over plain lines, where only the text is compared.
    public var details: Details?

    /// Describes a reply.
    public init(_ text: String, details: Details? = nil) {
        self.text = text
        self.details = details
    }
}
