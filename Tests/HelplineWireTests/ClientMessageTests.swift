import HelplineCore
import HelplineWire
import Testing

@Suite("Lines of a relay") struct ClientMessageTests {
    private func decode(_ text: String) throws(RelayFault) -> ClientMessage {
        try ClientMessage(decoding: Array(text.utf8)[...])
    }

    @Test("The smallest legal line is a text")
    func smallest() throws {
        #expect(try decode(#"{"text":"hi"}"#) == .message(RelayMessage(text: "hi")))
    }

    @Test("A message is read with everything a relay may say, unknown fields ignored, null as absent")
    func full() throws {
        let line = """
            {"type":"message","id":"m1","conversation":"u1","audience":"group","at":"2026-11-22T09:58:00Z","x":[{}],
            "user":{"id":"u1","name":"小林","lang":"zh","tz":"Asia/Shanghai","email":"l@example.org","client":"a 1",
            "age":3},"text":"账号被盗了"}
            """.filter { $0 != "\n" }
        let user = RelayUser(
            id: "u1", name: "小林", lang: "zh", tz: "Asia/Shanghai", email: "l@example.org", client: "a 1")
        let message = RelayMessage(id: "m1", conversation: "u1", audience: .group, user: user, text: "账号被盗了")
        #expect(try decode(line) == .message(message))
        let sparse = #"{"type":null,"id":null,"conversation":null,"audience":null,"user":null,"text":"hi"}"#
        #expect(try decode(sparse) == .message(RelayMessage(text: "hi")))
    }

    @Test("Controls leave the text, its line breaks stay; a name becomes one line")
    func controls() throws {
        let line = #"{"text":"a\u0000b\r\nc\u202ed","user":{"name":"x\ny","email":" ","lang":null}}"#
        let message = RelayMessage(user: RelayUser(name: "x y"), text: "a b\ncd")
        #expect(try decode(line) == .message(message))
    }

    @Test(
        "The other types are read",
        arguments: [
            (
                #"{"type":"hello","protocol":["helpline/2","helpline/1"],"relay":"irc","secret":"s"}"#,
                .hello(.init(protocols: ["helpline/2", "helpline/1"], relay: "irc", secret: "s"))
            ),
            (#"{"type":"hello","relay":"irc"}"#, .hello(.init(protocols: [], relay: "irc"))),
            (#"{"type":"ping","id":"p1"}"#, .ping(id: "p1")), (#"{"type":"ping"}"#, .ping(id: nil)),
            (#"{"type":"pong","id":"p1"}"#, .pong), (#"{"type":"end","conversation":"u1"}"#, .end(conversation: "u1")),
            (#"{"type":"end"}"#, .end(conversation: nil)),
        ] as [(String, ClientMessage)])
    func types(line: String, expected: ClientMessage) throws {
        #expect(try decode(line) == expected)
    }

    @Test(
        "A line that cannot be used is told by code, with the message it names",
        arguments: [
            ("hello", .badJSON, nil), ("{", .badJSON, nil), ("[]", .badJSON, nil), ("\"text\"", .badJSON, nil),
            ("{}", .badJSON, nil), (#"{"id":"m1"}"#, .badJSON, "m1"), (#"{"id":"m1","text":1}"#, .badJSON, "m1"),
            (#"{"id":1,"text":"x"}"#, .badJSON, nil), (#"{"id":"","text":"x"}"#, .badJSON, ""),
            (#"{"id":"m1","conversation":"","text":"x"}"#, .badJSON, "m1"),
            (#"{"id":"m1","conversation":{},"text":"x"}"#, .badJSON, "m1"),
            (#"{"id":"m1","audience":"all","text":"x"}"#, .badJSON, "m1"),
            (#"{"id":"m1","user":"lin","text":"x"}"#, .badJSON, "m1"),
            (#"{"id":"m1","user":{"name":1},"text":"x"}"#, .badJSON, "m1"),
            (#"{"type":7,"id":"m1"}"#, .badJSON, "m1"), (#"{"type":"ack","id":"m1"}"#, .unknownType, "m1"),
            (#"{"type":"hello"}"#, .badJSON, nil), (#"{"text":"x","text":"y"}"#, .badJSON, nil),
            (#"{"id":"\#(String(repeating: "i", count: 129))","text":"x"}"#, .tooLong, nil),
        ] as [(String, RelayErrorCode, String?)])
    func faults(line: String, code: RelayErrorCode, to: String?) {
        let fault = #expect(throws: RelayFault.self) { try decode(line) }
        #expect(fault?.code == code)
        #expect(fault?.to == to)
        #expect(fault?.isFatal == false)
    }

    @Test("Invalid UTF-8 has its own code, and Chinese in GB 18030 is named")
    func encodings() {
        let broken = Array(#"{"text":""#.utf8) + [0xFF] + Array(#""}"#.utf8)
        let gb: [UInt8] = Array(#"{"text":""#.utf8) + [0xB1, 0xBB, 0xB5, 0xC1] + Array(#""}"#.utf8)
        let first = #expect(throws: RelayFault.self) { try ClientMessage(decoding: broken[...]) }
        #expect(first?.code == .badUTF8)
        #expect(first?.text.contains("GB 18030") == false)
        let second = #expect(throws: RelayFault.self) { try ClientMessage(decoding: gb[...]) }
        #expect(second?.code == .badUTF8)
        #expect(second?.text.contains("GB 18030") == true)
    }

    @Test("Ids that differ in normalisation alone are two")
    func opaque() {
        #expect(OpaqueID("\u{E9}") != OpaqueID("e\u{301}"))
        #expect(OpaqueID("a") == OpaqueID("a"))
        #expect(Set([OpaqueID("\u{E9}"), OpaqueID("e\u{301}"), OpaqueID("\u{E9}")]).count == 2)
    }
}
