/// A message of RFC 5322 with a text and files, as a value; its bytes depend on nothing else.
///
/// ```swift
/// var message = MailMessage(text: "你好", boundary: "=_HL-7K3Q-M2XV.1")
/// try message.headers.add("Subject", text: "账户被盗")
/// let bytes = try message.encoded()
/// ```
public struct MailMessage: Sendable, Equatable {
    /// The fields that come before those of MIME.
    public var headers = HeaderBlock()
    /// The text; its lines may end in LF, CR or CR LF.
    public var text: String
    /// The files.
    public var attachments: [Attachment]
    /// What separates the parts of a message with files (RFC 2046 section 5.1.1): at most 70 characters.
    public var boundary: String

    /// A message with a text.
    public init(text: String, attachments: [Attachment] = [], boundary: String) {
        self.text = text
        self.attachments = attachments
        self.boundary = boundary
    }

    /// The bytes, all of them ASCII, no line above 78 octets but for header words that cannot be folded.
    ///
    /// - Throws: ``HeaderError`` where a boundary has a character it cannot have.
    public func encoded() throws(HeaderError) -> [UInt8] {
        var header = headers
        try header.add("MIME-Version", words: "1.0")
        guard !attachments.isEmpty else { return try Self.part(text, header) }
        try checkBoundary()
        try header.add("Content-Type", words: "multipart/mixed; boundary=\"\(boundary)\"")
        let delimiter = Array("\r\n--\(boundary)".utf8)
        let lineEnd: [UInt8] = [0x0D, 0x0A]
        var bytes = header.bytes + delimiter + lineEnd + (try Self.part(text, HeaderBlock()))
        for attachment in attachments {
            bytes += delimiter + lineEnd + (try Self.part(attachment))
        }
        return bytes + delimiter + Array("--".utf8) + lineEnd
    }

    private func checkBoundary() throws(HeaderError) {
        let allowed = boundary.utf8.allSatisfy { byte in
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
            default: "'()+_,-./:=?".utf8.contains(byte)
            }
        }
        guard allowed, !boundary.isEmpty else { throw HeaderError(field: "Content-Type", reason: .notASCII) }
        guard boundary.utf8.count <= 70 else { throw HeaderError(field: "Content-Type", reason: .tooLong) }
    }

    private static func part(_ text: String, _ fields: HeaderBlock) throws(HeaderError) -> [UInt8] {
        var header = fields
        let body = TextBody(text)
        try header.add("Content-Type", words: "text/plain; charset=utf-8")
        try header.add("Content-Transfer-Encoding", words: body.encoding)
        return header.bytes + [0x0D, 0x0A] + body.bytes
    }

    private static func part(_ attachment: Attachment) throws(HeaderError) -> [UInt8] {
        var fields = HeaderBlock()
        try fields.add("Content-Disposition", value: "attachment", parameter: "filename", attachment.name)
        switch attachment.content {
        case .text(let text):
            return try part(text, fields)
        case .data(let data):
            let charset = attachment.type == "text/plain" ? "; charset=utf-8" : ""
            try fields.add("Content-Type", words: attachment.type + charset)
            try fields.add("Content-Transfer-Encoding", words: "base64")
            return fields.bytes + [0x0D, 0x0A] + Base64.encodeLines(data)
        }
    }
}
