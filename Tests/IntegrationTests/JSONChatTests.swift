import Foundation
import Testing

@Suite("A chat as JSON lines")
struct JSONChatTests {
    @Test("A reply has the fields of helpline/1 in their order")
    func fields() throws {
        let reply = try #require(
            try ask(
                #"{"type":"message","id":"m1","conversation":"u1","audience":"private","#
                    + #""user":{"id":"u1","lang":"zh","tz":"Asia/Shanghai"},"text":"账号被盗了"}"#
            ).first)
        let names = [
            "type", "id", "to", "conversation", "seq", "last", "kind", "intent", "score", "locale", "text", "state",
            "slot", "choices",
        ]
        #expect(reply.order(of: names) == names)
        #expect(reply["type"] == "reply")
        #expect(reply["to"] == "m1")
        #expect(reply["conversation"] == "u1")
        #expect(reply.number("seq") == 1)
        #expect(reply.flag("last") == true)
        #expect(reply["kind"] == "answer")
        #expect(reply["intent"] == "account-stolen")
        #expect((0...1).contains(reply.number("score") ?? -1))
        #expect(reply["locale"] == "zh")
        #expect(reply["state"] == "form")
        #expect(reply["slot"] != nil)
    }

    @Test("A hello is welcomed before anything else")
    func hello() throws {
        let lines = try ask(#"{"type":"hello","protocol":["helpline/1"],"relay":"one"}"#, #"{"text":"手续费"}"#)
        #expect(lines.first?["type"] == "welcome")
        #expect(lines.first?["protocol"] == "helpline/1")
        #expect(lines.first?.number("max_line") == 65_536)
        #expect(lines.dropFirst().first?["intent"] == "fees")
    }

    @Test("The smallest message is a text, and the conversation is the connection")
    func smallest() throws {
        let reply = try #require(try ask(#"{"text":"账号被盗了"}"#).first)
        #expect(reply["intent"] == "account-stolen")
        #expect(reply.isNull("to"))
        #expect(reply.isNull("conversation"))
    }

    @Test("The same id gets the same lines again, and no turn is taken for it")
    func replay() throws {
        let lines = try ask(
            #"{"id":"m1","text":"手续费"}"#, #"{"id":"m1","text":"something else"}"#, #"{"id":"m2","text":"账号被盗了"}"#)
        let first = lines.filter { $0["to"] == "m1" }
        #expect(first.count == 2)
        #expect(first.first?.raw == first.last?.raw)
        #expect(lines.first { $0["to"] == "m2" }?.number("seq") == 2)
    }

    @Test("Conversations on one connection know nothing of one another")
    func conversations() throws {
        let lines = try ask(
            #"{"id":"a","conversation":"one","text":"账号被盗了"}"#, #"{"id":"b","conversation":"two","text":"手续费"}"#,
            #"{"id":"c","conversation":"one","text":"没有"}"#)
        #expect(lines.first { $0["to"] == "a" }?["state"] == "form")
        #expect(lines.first { $0["to"] == "b" }?["state"] == "idle")
        #expect(lines.first { $0["to"] == "b" }?.number("seq") == 1)
        #expect(lines.first { $0["to"] == "c" }?.number("seq") == 2)
    }

    @Test(
        "A line that is wrong gets one error with its code, and the next line is answered",
        arguments: [
            (#"{bad"#, "bad_json"), ("[]", "bad_json"), (#"{"text":5}"#, "bad_json"), (#"{"id":"m9"}"#, "bad_json"),
            ("plain words", "bad_json"), (#"{"text":"a"} x"#, "bad_json"), (#"{"type":"zzz"}"#, "unknown_type"),
            ("{\"text\":\"" + String(repeating: "a", count: 70_000) + "\"}", "too_long"),
        ])
    func errors(line: String, code: String) throws {
        let lines = try ask(line, #"{"id":"next","text":"手续费"}"#)
        let errors = lines.filter { $0["type"] == "error" }
        #expect(errors.map { $0["code"] } == [code])
        #expect(errors.first?["text"]?.isEmpty == false)
        #expect(lines.contains { $0["to"] == "next" && $0["intent"] == "fees" })
    }

    @Test("Bytes that are no UTF-8 are an error with a code of its own")
    func badUTF8() throws {
        let room = try Room()
        let line = Array(#"{"text":""#.utf8) + [0xFF, 0xFE] + Array("\"}\n".utf8)
        let outcome = try room.chat(line, pack: SamplePack.small, options: ["--json"])
        #expect(outcome.objects.first?["code"] == "bad_utf8")
        #expect(outcome.code == 0)
    }

    @Test("On the way to a mail the state is form, then confirm, then sent once, then idle")
    func states() throws {
        let room = try Room()
        let program = try room.start(["chat", "--json", "--intents", SamplePack.small, "--state", room.state])
        let way = try Complaint.all[0].converse(with: program)
        #expect(way.dropLast().allSatisfy { $0["state"] == "form" })
        #expect(way.last?["state"] == "confirm")
        let draft = try #require(way.last?.object("draft"))
        #expect(Set(draft.keys) == ["to", "reply_to", "subject", "body", "files", "attachments", "redactions"])
        let receipt = try #require(try program.ask("发送", number: 90).last)
        #expect(receipt["kind"] == "receipt")
        #expect(receipt["state"] == "sent")
        #expect(receipt.object("email")?["status"] as? String == "written")
        #expect(room.mails.count == 1, "a mail whose receipt is shown is there")
        #expect(try program.ask("手续费", number: 91).last?["state"] == "idle")
        program.endInput()
        let outcome = try program.end(within: 60)
        #expect(outcome.code == 0)
        #expect(outcome.errors.isEmpty)
    }

    @Test("In a group no form, no address and no reference is shown")
    func group() throws {
        let lines = try ask(
            #"{"id":"a","audience":"group","conversation":"g","text":"账号被盗了"}"#,
            #"{"id":"b","audience":"group","conversation":"g","text":"转人工"}"#)
        let replies = lines.filter { $0["type"] == "reply" }
        #expect(replies.count == 2)
        #expect(replies.first?["intent"] == "account-stolen")
        #expect(replies.allSatisfy { $0["state"] == "idle" && $0["slot"] == nil })
    }

    private func ask(_ lines: String...) throws -> [JSONLine] {
        let outcome = try Room().chat(lines, pack: SamplePack.small, options: ["--json"])
        #expect(outcome.code == 0)
        #expect(outcome.errors.isEmpty)
        return outcome.objects
    }
}
