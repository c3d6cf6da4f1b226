import HelplineCore

extension ClientMessage {
    /// The longest id and the longest name of a conversation or relay, in bytes.
    static let longestName = 128

    /// Reads a line; unknown fields are ignored, `null` is the same as a missing field.
    ///
    /// Fails with `bad_json`, `bad_utf8`, `too_long` or `unknown_type`, naming the message where its id could be read.
    public init(decoding line: ArraySlice<UInt8>) throws(RelayFault) {
        let value = try Self.json(line)
        guard case .object(let object) = value else { throw RelayFault(.badJSON, "a line is one JSON object") }
        let fields = RelayFields(object)
        let type = try fields.text("type") ?? "message"
        switch type {
        case "message": self = .message(try Self.message(fields))
        case "attachment": self = .attachment(try Self.part(fields))
        case "hello": self = .hello(try Self.hello(fields))
        case "ping": self = .ping(id: try fields.name("id"))
        case "pong": self = .pong
        case "end": self = .end(conversation: try fields.name("conversation"))
        default: throw fields.fault(.unknownType, "no such type; known are hello, message, attachment, ping, pong, end")
        }
    }

    private static func json(_ line: ArraySlice<UInt8>) throws(RelayFault) -> JSONValue {
        do throws(JSONError) {
            return try JSONReader.read(line)
        } catch {
            guard error.code == .encoding else { throw RelayFault(.badJSON, error.description) }
            let hint = GB18030.isLikely(line) ? "; it looks like GB 18030" : ""
            throw RelayFault(.badUTF8, "\(error.description)\(hint); send UTF-8")
        }
    }

    private static func message(_ fields: RelayFields) throws(RelayFault) -> RelayMessage {
        guard let text = try fields.text("text") else { throw fields.fault(.badJSON, "a message needs a text") }
        return try message(fields, text: text)
    }

    private static func message(_ fields: RelayFields, text: String) throws(RelayFault) -> RelayMessage {
        RelayMessage(
            id: try fields.name("id"), conversation: try fields.name("conversation"), audience: try audience(fields),
            user: try user(fields), text: Controls.removed(from: text, breaks: .kept))
    }

    /// A part of a file; its last one may have the words that the user sent with it.
    private static func part(_ fields: RelayFields) throws(RelayFault) -> FilePart {
        let hasMore = try fields.flag("more")
        guard let data = try fields.text("data") else { throw fields.fault(.badJSON, "an attachment needs data") }
        guard let bytes = Base64Text.decode(data) else {
            throw fields.fault(.badJSON, "data is base64 with its padding (RFC 4648), without line breaks")
        }
        return FilePart(
            message: try message(fields, text: hasMore ? "" : try fields.text("text") ?? ""),
            name: try fields.line("name"), bytes: bytes, hasMore: hasMore)
    }

    private static func audience(_ fields: RelayFields) throws(RelayFault) -> Utterance.Audience {
        guard let word = try fields.text("audience") else { return .private }
        guard let audience = Utterance.Audience(rawValue: word) else {
            throw fields.fault(.badJSON, "audience is private or group")
        }
        return audience
    }

    private static func user(_ fields: RelayFields) throws(RelayFault) -> RelayUser? {
        guard let user = try fields.object("user") else { return nil }
        return RelayUser(
            id: try user.line("id"), name: try user.line("name"), lang: try user.line("lang"),
            tz: try user.line("tz"), email: try user.line("email"), client: try user.line("client"))
    }

    private static func hello(_ fields: RelayFields) throws(RelayFault) -> Hello {
        guard let relay = try fields.name("relay") else { throw fields.fault(.badJSON, "a hello needs a relay") }
        return Hello(protocols: try fields.texts("protocol"), relay: relay, secret: try fields.text("secret"))
    }
}
