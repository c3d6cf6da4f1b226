extension RelaySession {
    /// Takes a line and answers it before it returns, for a driver that may block: standard input, a test.
    ///
    /// ```swift
    /// while let line = nextLine(), session.converse(line, send: write, answer: answer) {}
    /// ```
    ///
    /// - Parameters:
    ///   - event: the line.
    ///   - send: takes bytes to send, whole lines.
    ///   - forget: told of each conversation that is over; nil for the connection's own.
    ///   - answer: runs a message.
    /// - Returns: whether more may be said; false where the connection is to be closed.
    public mutating func converse(
        _ event: LineFramer.Event, send: ([UInt8]) -> Void, forget: (OpaqueID?) -> Void = { _ in },
        answer: (RelayMessage) -> Outcome
    ) -> Bool {
        var actions = receive(event)
        var next = 0
        while next < actions.count {
            switch actions[next] {
            case .send(let bytes): send(bytes)
            case .run(let job): actions += finish(job.ticket, answer(job.message))
            case .claim: actions += admitted()
            case .load(let conversation): actions += loaded(conversation, remembering: [])
            case .release(let conversation), .forget(let conversation): forget(conversation)
            case .close: return false
            }
            next += 1
        }
        return true
    }
}
