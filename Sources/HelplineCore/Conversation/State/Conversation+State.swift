/// The state as bytes, version 4: identifiers and texts free of secrets, never more than 64 KB.
extension Conversation {
    private static let version: UInt64 = 4
    private static let limit = 64 * 1024

    /// The state to be kept.
    ///
    /// The history is shortened from its beginning where the whole would exceed 64 KB.
    public func encoded() -> [UInt8] {
        var conversation = self
        while true {
            let bytes = conversation.written()
            if bytes.count <= Self.limit || conversation.history.isEmpty { return bytes }
            conversation.history.removeFirst((conversation.history.count + 1) / 2)
        }
    }

    /// Opens a state that ``encoded()`` gave.
    ///
    /// A state of an earlier version opens as well; what it did not know yet is empty.
    ///
    /// - Throws: ``StateError`` for a state of another version and for damaged bytes;
    ///   ``KeptConversation/init(opening:)`` begins anew.
    public init(decoding bytes: [UInt8]) throws(StateError) {
        var reader = StateReader(bytes)
        let version = try reader.readUnsigned()
        guard (1...Self.version).contains(version) else {
            throw StateError("The state has version \(version); this program reads versions 1 to \(Self.version).")
        }
        self.init()
        reader.version = version
        try read(&reader)
        guard reader.isAtEnd else { throw StateError("The state has more bytes than it should.") }
    }

    /// Opens a kept state, and where it cannot be opened begins anew, which the next turn says.
    init(opening bytes: [UInt8]) {
        do {
            self = try Conversation(decoding: bytes)
        } catch {
            self.init()
            startsAfresh = true
        }
    }

    private func written() -> [UInt8] {
        var writer = StateWriter()
        writer.write(Self.version)
        writer.write(locale) { $0.write($1) }
        writer.write(pinned) { $0.write($1) }
        writer.write(turns)
        writer.write(form) { $0.write($1) }
        writer.write(list: suspended) { $0.write($1) }
        writer.write(list: live) { writer, context in
            writer.write(context.intent)
            writer.write(context.lastTurn)
            writer.write(context.end.milliseconds)
        }
        writer.write(list: offered) { $0.write($1) }
        writer.write(misses)
        writer.write(haste)
        writer.write(aftermath) { $0.write($1) }
        writer.write(mailOfferEnd)
        writer.write(list: told) { $0.write($1) }
        writer.write(closed) { writer, closed in
            writer.write(closed.form)
            writer.write(closed.turn)
        }
        writer.write(startsAfresh)
        writer.write(concern) { writer, concern in
            writer.write(concern.intent) { $0.write($1) }
            writer.write(concern.words)
            writer.write(concern.values)
        }
        writer.write(list: memory.encoded) { writer, byte in writer.write(UInt64(byte)) }
        writer.write(asksKeyOrHash)
        writer.write(redactions)
        writer.write(list: history) { writer, line in
            writer.write(line.isUser)
            writer.write(line.text)
        }
        writer.write(list: mails) { writer, mail in
            writer.write(mail.reference.description)
            writer.write(mail.contentHash)
            writer.write(mail.parent) { $0.write($1.description) }
            writer.write(mail.topic) { $0.write($1) }
            writer.write(mail.replyTo) { $0.write($1) }
            writer.write(mail.isOpen)
        }
        writer.write(heard) { $0.write($1.milliseconds) }
        writer.write(draftIsGone)
        return writer.bytes
    }

    private mutating func read(_ reader: inout StateReader) throws(StateError) {
        locale = try reader.readOptional { reader throws(StateError) in try reader.readID() }
        pinned = try reader.readOptional { reader throws(StateError) in try reader.readID() }
        turns = try reader.readCount()
        form = try reader.readOptional { reader throws(StateError) in try reader.readForm() }
        suspended = try reader.readList { reader throws(StateError) in try reader.readForm() }
        live = try reader.readList { reader throws(StateError) in
            LiveContext(
                intent: try reader.readID(), lastTurn: try reader.readCount(), end: try reader.readMoment())
        }
        offered = try reader.readList { reader throws(StateError) in try reader.readID() }
        misses = try reader.readCount()
        haste = try reader.readCount()
        if reader.version == 1 {
            aftermath = try reader.readOptional { reader throws(StateError) in .helped(try reader.readID()) }
        } else {
            try readWhatWasSaid(&reader)
        }
        concern = try reader.readOptional { reader throws(StateError) in
            Concern(
                intent: try reader.readOptional { reader throws(StateError) in try reader.readID() },
                words: try reader.readSafe(), values: try reader.readValues())
        }
        let remembered = try reader.readList { reader throws(StateError) in
            UInt8(truncatingIfNeeded: try reader.readUnsigned())
        }
        guard let memory = RedactionMemory(encoded: remembered) else {
            throw StateError("The state's memory of secrets is damaged.")
        }
        self.memory = memory
        asksKeyOrHash = try reader.readBool()
        redactions = try reader.readCount()
        history = try reader.readList { reader throws(StateError) in
            HistoryLine(isUser: try reader.readBool(), text: try reader.readSafe())
        }
        mails = try reader.readList { reader throws(StateError) in
            try reader.readSentMail()
        }
        guard reader.version > 3 else { return }
        heard = try reader.readOptional { reader throws(StateError) in try reader.readMoment() }
        draftIsGone = try reader.readBool()
    }
}

extension Conversation {
    /// What version 2 added: the answers given, what was asked after them, and the questions that have just ended.
    fileprivate mutating func readWhatWasSaid(_ reader: inout StateReader) throws(StateError) {
        aftermath = try reader.readOptional { reader throws(StateError) in try reader.readAftermath() }
        mailOfferEnd = try reader.readCount()
        told = try reader.readList { reader throws(StateError) in try reader.readTold() }
        closed = try reader.readOptional { reader throws(StateError) in
            Closed(form: try reader.readForm(), turn: try reader.readCount())
        }
        startsAfresh = try reader.readBool()
    }
}

extension StateWriter {
    fileprivate mutating func write(_ aftermath: Conversation.Aftermath) {
        switch aftermath {
        case .helped(let id):
            write(Bool(false))
            write(id)
        case .reason(let id):
            write(Bool(true))
            write(id)
        }
    }

    fileprivate mutating func write(_ told: Conversation.Told) {
        write(told.intent)
        write(told.followUp) { $0.write($1) }
        write(told.locale)
        write(told.turn)
        write(told.moment.milliseconds)
        write(told.variant)
        write(told.count)
    }

    fileprivate mutating func write(_ form: Form) {
        switch form.owner {
        case .email: write(Bool(false))
        case .intent(let id):
            write(Bool(true))
            write(id)
        }
        write(UInt64(form.stage.rawValue))
        write(form.values)
        write(list: form.skipped) { $0.write($1) }
        write(form.current) { $0.write($1) }
        write(form.tries)
        write(list: form.asked) { $0.write($1) }
        write(form.topic) { $0.write($1) }
        write(form.isChange)
        write(list: form.answered) { $0.write($1) }
        write(form.hasDoubted)
        write(form.wasEmpty)
        write(form.parent) { $0.write($1.description) }
        write(list: form.files) { $0.write($1) }
        write(list: form.unconfirmed) { $0.write($1) }
        write(form.hasAskedForFile)
        write(form.words)
    }

    /// Sorted, so that equal states have equal bytes.
    fileprivate mutating func write(_ values: [SlotID: SlotValue]) {
        write(list: values.sorted { $0.key < $1.key }) { writer, pair in
            writer.write(pair.key)
            writer.write(pair.value.canonical)
            writer.write(pair.value.words)
        }
    }
}

extension StateReader {
    fileprivate mutating func readSentMail() throws(StateError) -> Conversation.SentMail {
        var mail = Conversation.SentMail(reference: try readReference(), contentHash: try readUnsigned())
        guard version > 1 else { return mail }
        mail.parent = try readOptional { reader throws(StateError) in try reader.readReference() }
        mail.topic = try readOptional { reader throws(StateError) in try reader.readID() }
        mail.replyTo = try readOptional { reader throws(StateError) in try reader.readSafe() }
        mail.isOpen = try readBool()
        return mail
    }

    fileprivate mutating func readForm() throws(StateError) -> Form {
        var form = Form(owner: try readBool() ? .intent(try readID()) : .email)
        form.stage = try readCase(of: Form.Stage.self)
        form.values = try readValues()
        form.skipped = try readList { reader throws(StateError) in try reader.readID() }
        form.current = try readOptional { reader throws(StateError) in try reader.readID() }
        form.tries = try readCount()
        form.asked = try readList { reader throws(StateError) in try reader.readID() }
        form.topic = try readOptional { reader throws(StateError) in try reader.readID() }
        form.isChange = try readBool()
        guard version > 1 else { return form }
        form.answered = try readList { reader throws(StateError) in try reader.readID() }
        form.hasDoubted = try readBool()
        form.wasEmpty = try readBool()
        form.parent = try readOptional { reader throws(StateError) in try reader.readReference() }
        guard version > 2 else { return form }
        form.files = try readList { reader throws(StateError) in try reader.readFile() }
        form.unconfirmed = try readList { reader throws(StateError) in try reader.readCount() }
        form.hasAskedForFile = try readBool()
        form.words = try readSafe()
        return form
    }

    fileprivate mutating func readAftermath() throws(StateError) -> Conversation.Aftermath {
        try readBool() ? .reason(try readID()) : .helped(try readID())
    }

    fileprivate mutating func readTold() throws(StateError) -> Conversation.Told {
        Conversation.Told(
            intent: try readID(), followUp: try readOptional { reader throws(StateError) in try reader.readCount() },
            locale: try readID(), turn: try readCount(), moment: try readMoment(), variant: try readCount(),
            count: try readCount())
    }

    fileprivate mutating func readValues() throws(StateError) -> [SlotID: SlotValue] {
        let pairs = try readList { reader throws(StateError) in
            (try reader.readID() as SlotID, SlotValue(canonical: try reader.readSafe(), words: try reader.readSafe()))
        }
        return Dictionary(pairs, uniquingKeysWith: { _, last in last })
    }

    mutating func readReference() throws(StateError) -> Reference {
        let text = try readText()
        guard let reference = Reference(parsing: text) else {
            throw StateError("The state has a damaged reference “\(text)”.")
        }
        return reference
    }
}
