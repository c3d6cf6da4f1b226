extension Masking {
    /// A kept reply without what was revealed.
    public func masked(_ reply: Reply) -> Reply {
        var reply = reply
        reply.text = masked(reply.text)
        reply.choices = reply.choices.map(masked)
        if let draft = reply.draft {
            reply.draft = Reply.Draft(
                to: draft.to, replyTo: draft.replyTo, subject: masked(draft.subject), body: masked(draft.body),
                attachments: draft.attachments, redactions: draft.redactions)
        }
        return reply
    }
}
