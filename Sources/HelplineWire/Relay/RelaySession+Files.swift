import HelplineCore

extension RelaySession {
    /// The largest file that is put together; what a mail takes is less.
    public static let largestFile = 25_000_000
    /// All bytes of files that a connection may have under way, those of unanswered messages included.
    public static let mostFileBytes = 32_000_000

    /// A file that is coming in parts.
    struct Upload: Sendable {
        /// The message that it will be; nil where the relay gave no id.
        var id: OpaqueID?
        var name: String
        var bytes: [UInt8] = []
        var trouble: Trouble?

        enum Trouble {
            case tooLarge
            case noRoom
        }
    }

    /// Takes a part of a file; the last one makes it a message like any other.
    ///
    /// A part with a name begins a file anew, so that a relay whose connection broke sends the whole once more.
    mutating func collect(_ part: FilePart, _ actions: inout [Action]) throws(RelayFault) {
        let key = part.message.conversation.map(OpaqueID.init)
        let id = part.message.id.map(OpaqueID.init)
        if isKnown(id, in: key) {
            return part.hasMore ? () : try enqueue(part.message, &actions)
        }
        if let name = part.name {
            guard uploads[key] != nil || uploads.count < configuration.window else {
                throw fault(.busy, "more than \(configuration.window) files are under way", part)
            }
            uploads[key] = Upload(id: id, name: name)
        }
        guard var upload = uploads.removeValue(forKey: key), upload.id == id else {
            throw fault(.badJSON, "the first part of a file has its name, and all parts have the same id", part)
        }
        if upload.trouble == nil { upload.take(part.bytes, beside: heldBytes) }
        guard !part.hasMore else { return uploads[key] = upload }
        guard upload.trouble != .noRoom else {
            throw fault(.busy, "more than \(Self.mostFileBytes) bytes of files are under way", part)
        }
        var message = part.message
        message.files = [upload.offered]
        try enqueue(message, &actions)
    }

    /// Whether a message has an answer already or is about to have one, so that its file need not be put together
    /// again.
    private func isKnown(_ id: OpaqueID?, in key: OpaqueID?) -> Bool {
        guard let id, let lane = lanes[key] else { return false }
        if case .new = lane.progress(of: id) { return false }
        return true
    }

    private func fault(_ code: RelayErrorCode, _ text: String, _ part: FilePart) -> RelayFault {
        RelayFault(code, text, to: part.message.id, conversation: part.message.conversation)
    }

    /// Bytes of files that came in parts or wait in messages.
    private var heldBytes: Int {
        uploads.values.reduce(0) { $0 + $1.bytes.count } + lanes.values.reduce(0) { $0 + $1.fileBytes }
    }
}

extension RelaySession.Upload {
    fileprivate mutating func take(_ part: [UInt8], beside held: Int) {
        if bytes.count + part.count > RelaySession.largestFile {
            trouble = .tooLarge
        } else if held + bytes.count + part.count > RelaySession.mostFileBytes {
            trouble = .noRoom
        } else {
            return bytes += part
        }
        bytes = []
    }

    fileprivate var offered: OfferedFile {
        trouble == nil ? OfferedFile(name: name, bytes: bytes) : OfferedFile(name: name, unreadable: .tooLarge)
    }
}

extension Lane {
    /// Bytes of the files of messages without an answer.
    fileprivate var fileBytes: Int {
        let messages = [running?.message].compactMap(\.self) + waiting.compactMap(\.message)
        return messages.flatMap(\.files).reduce(0) { total, file in
            if case .bytes(let bytes) = file.content { total + bytes.count } else { total }
        }
    }
}

extension Lane.Step {
    fileprivate var message: RelayMessage? {
        if case .message(let message) = self { message } else { nil }
    }
}
