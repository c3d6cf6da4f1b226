/// What the redactor is told about the moment a line arrives in.
public struct RedactionContext: Sendable, Hashable {
    /// What the bot has just asked for, as far as it says how an answer is to be read.
    public enum Question: Sendable, Hashable {
        /// Nothing that matters here.
        case none
        /// A transaction id: 64 hexadecimal digits are one, unless the user calls them a key.
        case transactionHash
        /// A number, an amount, a date: bare digits are the answer and no code.
        case number
        /// Something about a password: an answer that looks like one is one.
        case password
        /// Something about a code: bare digits are one.
        case code
    }

    /// What the bot has just asked for.
    public var question: Question
    /// What the user said before, as it is kept, oldest first; a phrase may be told in several lines.
    public var earlier: [SafeText]
    /// What is written where a secret was.
    public var markers: RedactionMarkers

    /// The context of a line.
    public init(
        question: Question = .none, earlier: [SafeText] = [], markers: RedactionMarkers = .english
    ) {
        self.question = question
        self.earlier = earlier
        self.markers = markers
    }
}
