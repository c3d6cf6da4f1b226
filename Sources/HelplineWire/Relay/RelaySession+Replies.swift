import HelplineCore

extension RelaySession {
    /// The lines of new replies; they are remembered where the message has an id.
    mutating func number(_ replies: [Reply], to message: RelayMessage) -> [UInt8] {
        let key = message.conversation.map(OpaqueID.init)
        let firstSeq = (lanes[key]?.seq ?? 0) + 1
        let label = lanes[key]?.label
        let firstID = ReplyName(label: label, number: label == nil ? self.replies + 1 : firstSeq)
        self.replies += replies.count
        lanes[key]?.seq += replies.count
        if let id = message.id {
            lanes[key]?.memory.remember(replies, to: OpaqueID(id), firstID: firstID, firstSeq: firstSeq)
        }
        return Self.lines(of: replies, to: message, firstID: firstID, firstSeq: firstSeq)
    }

    /// The lines of remembered replies.
    func lines(of entry: ReplyMemory.Entry, to message: RelayMessage) -> [UInt8] {
        Self.lines(of: entry.replies, to: message, firstID: entry.firstID, firstSeq: entry.firstSeq)
    }

    /// The line of an error that answers a message.
    func error(_ code: RelayErrorCode, _ text: String, to message: RelayMessage) -> [UInt8] {
        let fault = RelayFault(code, text, to: message.id, conversation: message.conversation)
        return ServerMessage.error(fault).encoded()
    }

    private static func lines(
        of replies: [Reply], to message: RelayMessage, firstID: ReplyName, firstSeq: Int
    ) -> [UInt8] {
        var writer = JSONWriter(reservingCapacity: 512 * replies.count)
        for (index, reply) in replies.enumerated() {
            let numbered = ServerMessage.Numbered(
                id: "\(firstID.advanced(by: index))", to: message.id, conversation: message.conversation,
                seq: firstSeq + index, isLast: index == replies.count - 1, reply: reply)
            ServerMessage.reply(numbered).encode(into: &writer)
        }
        return writer.bytes
    }
}
