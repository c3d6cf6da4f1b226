/// A reply with its number in the conversation, as it is remembered.
public struct NumberedReply: Sendable, Equatable {
    /// Counts the replies of the conversation from 1.
    public var number: Int
    /// What was said.
    public var reply: Reply

    /// Numbers a reply.
    public init(_ number: Int, _ reply: Reply) {
        self.number = number
        self.reply = reply
    }

    /// Opens what ``encoded()`` gave.
    public init(decoding bytes: [UInt8]) throws(StateError) {
        var reader = StateReader(bytes)
        number = try reader.readInt()
        reply = try Reply(decoding: Array(try reader.readSlice()))
        guard reader.isAtEnd else { throw StateError("The remembered reply has more bytes than it should.") }
    }

    /// The bytes to be kept.
    public func encoded() -> [UInt8] {
        var writer = StateWriter()
        let bytes = reply.encoded()
        writer.write(number)
        writer.write(UInt64(bytes.count))
        writer.append(bytes)
        return writer.bytes
    }
}

extension Reply {
    /// The reply without what a later message has revealed in it.
    public func masked(_ masking: Masking) -> Reply {
        var reply = self
        reply.text = masking.masked(text)
        reply.choices = choices.map(masking.masked)
        if let draft { reply.draft = draft.masked(masking) }
        return reply
    }
}

extension RememberedReplies {
    /// The replies without the drafts that they show: of a preview, whose mail is no more, its first line stays.
    ///
    /// Nil where nothing of a draft stands in them, or they cannot be read.
    public func withoutDrafts() -> RememberedReplies? {
        var kept = self
        for index in replies.indices {
            guard var numbered = try? NumberedReply(decoding: replies[index]), numbered.reply.draft != nil else {
                continue
            }
            numbered.reply.draft = nil
            numbered.reply.text = numbered.reply.text.firstLine
            kept.replies[index] = numbered.encoded()
        }
        return kept == self ? nil : kept
    }
}

extension Reply.Draft {
    fileprivate func masked(_ masking: Masking) -> Self {
        Self(
            to: masking.masked(to), replyTo: replyTo.map(masking.masked), subject: masking.masked(subject),
            body: masking.masked(body), attachments: attachments.map(masking.masked), redactions: redactions,
            files: files.map { $0.masked(masking) })
    }
}
