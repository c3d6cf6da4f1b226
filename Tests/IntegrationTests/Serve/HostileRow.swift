/// What hostile and clumsy clients send, and what must come back; the rows are those that eight daemons were tried
/// with.
struct HostileRow {
    let name: String
    let bytes: [UInt8]
    /// What all replies together hold.
    var holds: [String] = []
    /// Whether the server closes the connection before its client ends it.
    var closes = false

    private init(_ name: String, _ bytes: [UInt8], _ holds: [String], closes: Bool = false) {
        self.name = name
        self.bytes = bytes
        self.holds = holds
        self.closes = closes
    }

    /// A row that is text.
    private static func text(_ name: String, _ text: String, _ holds: String..., closes: Bool = false) -> HostileRow {
        HostileRow(name, Array(text.utf8), holds, closes: closes)
    }

    /// A row of bytes with text behind them.
    private static func raw(
        _ name: String, _ bytes: [UInt8], then text: String = "", _ holds: String..., closes: Bool = false
    ) -> HostileRow {
        HostileRow(name, bytes + Array(text.utf8), holds, closes: closes)
    }

    private static let question = "账号被盗了"
    /// What the answer to the question says.
    private static let answer = "助记词"
    private static let tooLong = "太长"
    private static let asked = "\n\(question)\n"
    private static let askedInJSON = "\n{\"text\":\"\(question)\"}\n"

    private static func long(_ count: Int, of letter: String = "x") -> String {
        String(repeating: letter, count: count)
    }

    static let all = ends + bytes + lengths + protocols + objects

    private static let ends: [HostileRow] = [
        text("LF", question + "\n", answer),
        text("CR LF", question + "\r\n", answer),
        text("no end", question, answer),
        text("nothing at all", ""),
        text("empty lines before", "\n\n" + asked, answer),
        text("a bare CR inside", "账号\r被盗了\n", answer),
        text("a thousand CRs", "x" + long(1000, of: "\r") + asked, answer),
    ]

    private static let bytes: [HostileRow] = [
        text("NUL inside", "账号\0被盗了\n", answer),
        text("a line of NULs", long(300, of: "\0") + asked, answer),
        raw("invalid UTF-8", [0xC0, 0xAF, 0xED, 0xA0, 0x80], then: asked, answer),
        raw("0xFF before the end of a line", Array("今天天气".utf8) + [0xFF], then: asked, "没有听懂", answer),
        raw("half a character at the end", Array(question.utf8) + [0xE8, 0xB4], answer),
        text("a byte order mark", "\u{FEFF}" + question + "\n", answer),
        raw("GB 18030", [0xD5, 0xCB, 0xBA, 0xC5, 0xB1, 0xBB, 0xB5, 0xC1, 0x0A], "UTF-8"),
        raw("telnet negotiation", [0xFF, 0xFD, 0x01, 0xFF, 0xFB, 0x22], then: question + "\r\n", answer),
        raw("telnet without end", [0xFF, 0xFA] + [UInt8](repeating: 1, count: 5000), then: asked, answer),
        raw("telnet, cut", Array((question + "\n").utf8) + [0xFF, 0xFD], answer),
        text("control characters", "\u{1B}]0;x\u{07}\u{1B}[2J" + asked, answer),
        text("overrides of direction", "\u{202E}" + question + "\u{2066}\n", answer),
    ]

    private static let lengths: [HostileRow] = [
        text("600 bytes", long(600) + asked, answer),
        text("4,096 bytes", long(4096) + asked, answer),
        text("4,097 bytes", long(4097) + asked, tooLong, answer),
        text("70,000 bytes", long(70_000) + asked, tooLong, answer),
        text("a million bytes without end", long(1_000_000), tooLong),
        text("a line without end", long(3_000_000), "without end", closes: true),
        text("three lines too long", long(3, of: long(5000) + "\n") + question + "\n", tooLong, answer),
        text("three hundred empty lines", long(300, of: "\n") + "退出\n", "再见", closes: true),
    ]

    private static let protocols: [HostileRow] = [
        text("HTTP GET", "GET / HTTP/1.1\r\nHost: x\r\n\r\n", "HTTP", closes: true),
        text("HTTP POST", "POST /a HTTP/1.1\r\nContent-Length: 9\r\n\r\nsend\n", "HTTP", closes: true),
        text("a proxy's CONNECT", "CONNECT x:443 HTTP/1.1\r\n\r\n", "HTTP", closes: true),
        text("HTTP/2", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", "HTTP", closes: true),
        text("the header of a proxy that nobody set up", "PROXY TCP4 1.2.3.4 5.6.7.8 1 2" + asked, answer),
        raw("TLS", [0x16, 0x03, 0x01, 0x02, 0x00, 0x01, 0x00, 0x01, 0xFC, 0x03, 0x03], "TLS", closes: true),
    ]

    private static let objects: [HostileRow] = [
        text("a brace alone", "{", "bad_json"),
        text("no JSON", "{nonsense}" + askedInJSON, "bad_json", answer),
        text("JSON of an array", "{}\n[1,2]" + askedInJSON, "bad_json", answer),
        text("JSON nested deep", "{\"a\":" + long(20_000, of: "[") + askedInJSON, "bad_json", answer),
        text("a name twice", "{\"text\":\"a\",\"text\":\"b\"}" + askedInJSON, "bad_json", answer),
        text("half a surrogate pair", "{\"text\":\"\\ud83d\"}" + askedInJSON, answer),
        raw("JSON with invalid UTF-8", Array("{\"text\":\"".utf8) + [0xFF], then: "\"}\n", "bad_utf8"),
        text("JSON too long", "{\"text\":\"" + long(70_000) + "\"}" + askedInJSON, "too_long", answer),
        text("useless JSON without end", long(100, of: "{}\n"), "bad_json", closes: true),
        text("an unknown type", "{\"type\":\"nuke\"}" + askedInJSON, "unknown_type", answer),
        text("a hello that lies", "{\"type\":\"hello\",\"relay\":\"irc\"}\n", "unauthorized", closes: true),
        text("an id too long", "{\"id\":\"" + long(200) + "\",\"text\":\"x\"}" + askedInJSON, "too_long", answer),
    ]
}
