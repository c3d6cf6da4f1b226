/// The other side of a transcript: a conversation in this process, or one behind a connection.
public protocol TranscriptPartner {
    /// Says a line and gives all replies to it, in order.
    ///
    /// - Parameters:
    ///   - line: what the user types.
    ///   - seconds: how much time has passed since the conversation began.
    ///   - zone: the IANA name of the user's zone, nil where the transcript names none.
    mutating func replies(to line: String, after seconds: Int, zone: String?) throws -> [TranscriptReply]
}
