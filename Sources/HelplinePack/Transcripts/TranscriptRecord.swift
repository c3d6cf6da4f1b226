/// What was said when a transcript was played: every line with its replies, and how they differ from what is written.
public struct TranscriptRecord: Sendable {
    /// The transcript that was played.
    public let transcript: Transcript
    /// What differs, with the place in the file, and what was really said.
    public var differences: [Diagnostic]
    /// The lines of each conversation that were said, with their replies.
    var exchanges: [[TranscriptExchange]]

    /// How many lines were said.
    public var lineCount: Int { exchanges.reduce(0) { $0 + $1.count } }
}
