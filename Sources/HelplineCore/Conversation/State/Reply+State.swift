/// A reply as bytes, to be said again when a relay repeats its message.
extension Reply {
    private static let version: UInt64 = 2

    /// The reply to be remembered.
    public func encoded() -> [UInt8] {
        var writer = StateWriter()
        writer.write(Self.version)
        writer.write(kind.rawValue)
        writer.write(text)
        writer.write(intent) { $0.write($1) }
        writer.write(score) { $0.write($1) }
        writer.write(locale)
        writer.write(state.rawValue)
        writer.write(slot) { $0.write($1) }
        writer.write(list: choices) { $0.write($1) }
        writer.write(draft) { $0.write($1) }
        writer.write(email) { writer, email in
            writer.write(email.reference.description)
            writer.write(email.status)
        }
        return writer.bytes
    }

    /// Opens a reply that ``encoded()`` gave.
    public init(decoding bytes: [UInt8]) throws(StateError) {
        var reader = StateReader(bytes)
        reader.version = try reader.readUnsigned()
        guard (1...Self.version).contains(reader.version) else {
            throw StateError("The remembered reply has another version than this program reads.")
        }
        self.init(
            kind: try reader.readCase(of: Kind.self), text: try reader.readSafe(),
            intent: try reader.readOptional { reader throws(StateError) in try reader.readID() },
            score: try reader.readOptional { reader throws(StateError) in try reader.readInt() },
            locale: try reader.readID(), state: try reader.readCase(of: State.self),
            slot: try reader.readOptional { reader throws(StateError) in try reader.readID() },
            choices: try reader.readList { reader throws(StateError) in try reader.readSafe() },
            draft: try reader.readOptional { reader throws(StateError) in try reader.readDraft() },
            email: try reader.readOptional { reader throws(StateError) in
                Email(reference: try reader.readReference(), status: try reader.readText())
            })
        guard reader.isAtEnd else { throw StateError("The remembered reply has more bytes than it should.") }
    }
}

extension StateWriter {
    fileprivate mutating func write(_ draft: Reply.Draft) {
        write(draft.to)
        write(draft.replyTo) { $0.write($1) }
        write(draft.subject)
        write(draft.body)
        write(list: draft.attachments) { $0.write($1) }
        write(draft.redactions)
        write(list: draft.files) { $0.write($1) }
    }
}

extension StateReader {
    fileprivate mutating func readDraft() throws(StateError) -> Reply.Draft {
        Reply.Draft(
            to: try readSafe(), replyTo: try readOptional { reader throws(StateError) in try reader.readSafe() },
            subject: try readSafe(), body: try readSafe(),
            attachments: try readList { reader throws(StateError) in try reader.readSafe() },
            redactions: try readInt(),
            files: version > 1 ? try readList { reader throws(StateError) in try reader.readFile() } : [])
    }
}
