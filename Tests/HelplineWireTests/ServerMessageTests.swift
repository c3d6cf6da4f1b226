@testable import HelplineCore
import HelplineWire
import Testing

@Suite("Lines to a relay") struct ServerMessageTests {
    private func line(_ message: ServerMessage) -> String {
        String(decoding: message.encoded(), as: UTF8.self)
    }

    private func safe(_ text: String) -> SafeText { SafeText(trusting: text) }

    @Test("A reply has its fields in the order of the protocol")
    func reply() {
        let reply = Reply(
            kind: .answer, text: safe("先冻结\n哪种资产？"), intent: "account-stolen", score: 920, locale: "zh", state: .form,
            slot: "asset", choices: [safe("BTC"), safe("ETH")])
        let numbered = ServerMessage.Numbered(
            id: "r1", to: "m1", conversation: "u1", seq: 1, isLast: true, reply: reply)
        #expect(
            line(.reply(numbered)) == #"{"type":"reply","id":"r1","to":"m1","conversation":"u1","seq":1,"last":true,"#
                + #""kind":"answer","intent":"account-stolen","score":0.92,"locale":"zh","text":"先冻结\n哪种资产？","#
                + #""state":"form","slot":"asset","choices":["BTC","ETH"]}"# + "\n")
    }

    @Test("What a reply does not have is null, a draft and an email are left out")
    func sparse() {
        let numbered = ServerMessage.Numbered(
            id: "r2", to: nil, conversation: nil, seq: 2, isLast: false, reply: .saying("hi", kind: .smalltalk))
        #expect(
            line(.reply(numbered)) == #"{"type":"reply","id":"r2","to":null,"conversation":null,"seq":2,"last":false,"#
                + #""kind":"smalltalk","intent":null,"score":null,"locale":"en","text":"hi","state":"idle","slot":null,"#
                + #""choices":[]}"# + "\n")
    }

    @Test("A preview carries the draft, a receipt the email")
    func mail() {
        var reply = Reply.saying("look", kind: .preview)
        reply.draft = Reply.Draft(
            to: safe("support@example.org"), replyTo: nil, subject: safe("[HL-____-____] security: x"),
            body: safe("a\nb"),
            attachments: [safe("transcript.txt"), safe("截图.png")], redactions: 2,
            files: [AttachedFile(number: 1, name: safe("截图.png"), type: .png, size: 34_000, digest: 1)])
        let preview = ServerMessage.Numbered(id: "r1", to: "m", conversation: "c", seq: 1, isLast: true, reply: reply)
        #expect(
            line(.reply(preview)).hasSuffix(
                #","draft":{"to":"support@example.org","reply_to":null,"subject":"[HL-____-____] security: x","#
                    + #""body":"a\nb","attachments":["transcript.txt","截图.png"],"#
                    + #""files":[{"name":"截图.png","type":"image/png","size":34000}],"redactions":2}}"# + "\n"))
        let reference = Reference(random: 7)
        reply.draft = nil
        reply.email = Reply.Email(reference: reference, status: "written")
        let receipt = ServerMessage.Numbered(id: "r1", to: "m", conversation: "c", seq: 1, isLast: true, reply: reply)
        #expect(
            line(.reply(receipt)).hasSuffix(
                #","choices":[],"email":{"reference":"\#(reference.description)","status":"written"}}"# + "\n"))
    }

    @Test("The other lines have their fields in order")
    func others() {
        #expect(
            line(.welcome(window: 64, lineLimit: 65536))
                == #"{"type":"welcome","protocol":"helpline/1","window":64,"max_line":65536}"# + "\n")
        #expect(
            line(.error(RelayFault(.badJSON, "a \"b\"")))
                == #"{"type":"error","to":null,"code":"bad_json","text":"a \"b\""}"#
                + "\n")
        #expect(
            line(.error(RelayFault(.busy, "wait", to: "m1", conversation: "u1")))
                == #"{"type":"error","to":"m1","conversation":"u1","code":"busy","text":"wait"}"# + "\n")
        #expect(line(.pong(id: "p1")) == #"{"type":"pong","id":"p1"}"# + "\n")
        #expect(line(.pong(id: nil)) == #"{"type":"pong"}"# + "\n")
        #expect(
            line(.bye(reason: "shutdown", reconnect: 1000))
                == #"{"type":"bye","reason":"shutdown","reconnect_ms":1000}"# + "\n"
        )
    }

    @Test("The codes are those of the protocol")
    func codes() {
        #expect(
            RelayErrorCode.allCases.map(\.rawValue) == [
                "bad_json", "bad_utf8", "too_long", "unknown_type", "unauthorized", "busy", "storage", "shutting_down",
                "internal",
            ])
    }
}
