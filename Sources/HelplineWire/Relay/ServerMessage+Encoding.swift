import HelplineCore

extension ServerMessage {
    /// The line with its LF; the fields stand in the order of the protocol's description.
    public func encoded() -> [UInt8] {
        var writer = JSONWriter(reservingCapacity: 512)
        encode(into: &writer)
        return writer.bytes
    }

    /// Appends the line with its LF.
    public func encode(into writer: inout JSONWriter) {
        writer.beginObject()
        switch self {
        case .welcome(let window, let lineLimit): writer.welcome(window: window, lineLimit: lineLimit)
        case .reply(let numbered): writer.reply(numbered)
        case .error(let fault): writer.error(fault)
        case .ping(let id): writer.life("ping", id: id)
        case .pong(let id): writer.life("pong", id: id)
        case .bye(let reason, let reconnect): writer.bye(reason: reason, reconnect: reconnect)
        }
        writer.endObject()
        writer.endLine()
    }
}

extension JSONWriter {
    fileprivate mutating func member(_ name: String, _ text: String?) {
        self.name(name)
        string(text)
    }

    fileprivate mutating func member(_ name: String, _ number: Int) {
        self.name(name)
        integer(number)
    }

    fileprivate mutating func member(_ name: String, _ texts: [SafeText]) {
        self.name(name)
        beginArray()
        for text in texts { string(text.string) }
        endArray()
    }

    fileprivate mutating func welcome(window: Int, lineLimit: Int) {
        member("type", "welcome")
        member("protocol", ServerMessage.protocolName)
        member("window", window)
        member("max_line", lineLimit)
    }

    fileprivate mutating func reply(_ numbered: ServerMessage.Numbered) {
        member("type", "reply")
        member("id", numbered.id)
        member("to", numbered.to)
        member("conversation", numbered.conversation)
        member("seq", numbered.seq)
        name("last")
        bool(numbered.isLast)
        content(of: numbered.reply)
    }

    /// `intent`, `score` and `slot` are null where there is none; `draft` and `email` are then left out.
    private mutating func content(of reply: Reply) {
        member("kind", reply.kind.rawValue)
        member("intent", reply.intent?.name)
        name("score")
        thousandths(reply.score)
        member("locale", reply.locale.name)
        member("text", reply.text.string)
        member("state", reply.state.rawValue)
        member("slot", reply.slot?.name)
        member("choices", reply.choices)
        if let draft = reply.draft { self.draft(draft) }
        if let email = reply.email { self.email(email) }
    }

    private mutating func draft(_ draft: Reply.Draft) {
        name("draft")
        beginObject()
        member("to", draft.to.string)
        member("reply_to", draft.replyTo?.string)
        member("subject", draft.subject.string)
        member("body", draft.body.string)
        member("attachments", draft.attachments)
        files(draft.files)
        member("redactions", draft.redactions)
        endObject()
    }

    /// What the user has attached, in the order of the numbers by which a file is taken off again.
    private mutating func files(_ files: [AttachedFile]) {
        name("files")
        beginArray()
        for file in files {
            beginObject()
            member("name", file.name.string)
            member("type", file.type.rawValue)
            member("size", file.size)
            endObject()
        }
        endArray()
    }

    private mutating func email(_ email: Reply.Email) {
        name("email")
        beginObject()
        member("reference", email.reference.description)
        member("status", email.status)
        endObject()
    }

    fileprivate mutating func error(_ fault: RelayFault) {
        member("type", "error")
        member("to", fault.to)
        if let conversation = fault.conversation { member("conversation", conversation) }
        member("code", fault.code.rawValue)
        member("text", fault.text)
    }

    fileprivate mutating func life(_ type: String, id: String?) {
        member("type", type)
        if let id { member("id", id) }
    }

    fileprivate mutating func bye(reason: String, reconnect: Int?) {
        member("type", "bye")
        member("reason", reason)
        if let reconnect { member("reconnect_ms", reconnect) }
    }
}
