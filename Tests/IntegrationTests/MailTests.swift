import Foundation
import Testing

@Suite("From a question to a mail")
struct MailTests {
    @Test(
        "The mail that was confirmed is one file that another mail program reads without a defect",
        .enabled(if: Judge.isAvailable), arguments: Complaint.all)
    func file(complaint: Complaint) throws {
        let room = try Room()
        let program = try room.start([
            "chat", "--json", "--intents", SamplePack.shipped, "--state", room.state,
        ])
        let way = try complaint.converse(with: program)
        #expect(room.mails.isEmpty, "nothing is written before the user says so")
        let preview = try #require(way.last)
        #expect(preview["kind"] == "preview")
        let receipt = try #require(try program.ask(complaint.send, number: 90).last)
        program.endInput()
        #expect(try program.end(within: 60).code == 0)

        let file = try #require(room.mails.first)
        #expect(room.mails.count == 1)
        let reference = try #require(receipt.object("email")?["reference"] as? String)
        #expect(file.hasSuffix("/\(reference).eml"))
        #expect(reference.wholeMatch(of: /HL-[0-9A-Z]{4}-[0-9A-Z]{4}/) != nil)
        #expect(try mode(of: file) == 0o600)
        #expect(try mode(of: room.state) == 0o700)

        let mail = try Judge.read(file)
        #expect(mail.defects.isEmpty)
        #expect(mail.to == "support@bitpai.com")
        #expect(mail.replyTo == Complaint.address)
        #expect(mail.subject.hasPrefix("[\(reference)] "))
        #expect(receipt["text"]?.contains(reference) == true)
        for words in complaint.words { #expect(mail.body.contains(words)) }
        #expect(mail.attachments.contains { $0.contains(complaint.opening) })
        let draft = try #require(preview.object("draft"))
        #expect(draft["to"] as? String == mail.to)
        #expect(draft["reply_to"] as? String == mail.replyTo)
    }

    @Test("Saying “send” again makes no second mail and names the first one's reference", arguments: Complaint.all)
    func twice(complaint: Complaint) throws {
        let room = try Room()
        let program = try room.start(["chat", "--json", "--intents", SamplePack.small, "--state", room.state])
        _ = try complaint.converse(with: program)
        let receipt = try #require(try program.ask(complaint.send, number: 90).last)
        let reference = try #require(receipt.object("email")?["reference"] as? String)
        let second = try #require(try program.ask(complaint.send, number: 91).last)
        #expect(second["state"] != "sent")
        #expect(second["text"]?.contains(reference) == true)
        program.endInput()
        _ = try program.end(within: 60)
        #expect(room.mails.count == 1)
    }

    @Test("On plain lines the receipt, the file and the list of the outbox show the same reference")
    func plain() throws {
        let room = try Room()
        let lines = ["账号被盗了", "转人工", "好"] + [String](repeating: "跳过", count: 4) + ["发送"]
        let outcome = try room.chat(lines, pack: SamplePack.small)
        #expect(outcome.code == 0)
        let file = try #require(room.mails.first)
        let reference = String(file.split(separator: "/").last?.dropLast(4) ?? "")
        #expect(outcome.replies?.last?.contains(reference) == true)

        let list = try room.run(["outbox", "--state", room.state])
        #expect(list.code == 0)
        #expect(list.text.hasPrefix("\(reference)  written  "))
        #expect(list.text.contains(" to \(file); nothing sends it from there\n"))
        let shown = try room.run(["outbox", "show", reference, "--source", "--state", room.state])
        let written = try [UInt8](Data(contentsOf: URL(fileURLWithPath: file)))
        #expect(shown.output == written)
        for command in ["retry", "cancel"] {
            let refused = try room.run(["outbox", command, reference, "--state", room.state])
            #expect(refused.code == 66)
            #expect(refused.errorText == "helpline: \(reference) is written to its file already.\n")
        }
        let status = try room.chat(["进度 \(reference)"], pack: SamplePack.small)
        #expect(status.replies?.count == 1)
        #expect(status.code == 0)
    }

    @Test("“outbox show” gives the mail and its transcript as a person reads them", .enabled(if: Judge.isAvailable))
    func readable() throws {
        let room = try Room()
        _ = try room.chat(
            ["账号被盗了", "转人工", "好", "跳过", "跳过", "跳过", "王小明 <wang@example.com>", "发送"], pack: SamplePack.small)
        let file = try #require(room.mails.first)
        let reference = String(file.split(separator: "/").last?.dropLast(4) ?? "")
        let outcome = try room.run(["outbox", "show", reference, "--state", room.state])
        #expect(outcome.errorText.hasPrefix("helpline: \(reference) is written at "))
        let shown = outcome.text
        let judged = try Judge.read(file)
        #expect(shown.contains("Subject: \(judged.subject)\n"))
        #expect(shown.contains(judged.body.replacing("\r\n", with: "\n").trimmingCharacters(in: .newlines)))
        #expect(shown.contains("王小明") && shown.contains("Reply-To: ") && shown.contains("用户：账号被盗了"))
        #expect(!shown.contains("base64"))
    }

    @Test("A hash that a topic asked for has a line of its own in the mail", .enabled(if: Judge.isAvailable))
    func hash() throws {
        let hash = "0x" + String(repeating: "5c1f", count: 16)
        let room = try Room()
        _ = try room.chat(
            [
                "I sent 0.25 ETH to my wallet yesterday 14:30 and it never arrived", "not arrived", hash, "human",
                "yes",
                "skip", "skip", "skip", "send",
            ], pack: SamplePack.shipped)
        let body = try Judge.read(#require(room.mails.first)).body
        #expect(body.contains("交易哈希：\(hash)"))
    }

    @Test("A rehearsal writes no mail")
    func trial() throws {
        let room = try Room()
        let lines = ["账号被盗了", "转人工", "好"] + [String](repeating: "跳过", count: 4) + ["发送"]
        let outcome = try room.chat(lines, pack: SamplePack.small, options: ["--trial"])
        #expect(outcome.text.contains("演练"))
        #expect(room.mails.isEmpty)
    }

    @Test("A recipient of the configuration takes the place of the pack's address", .enabled(if: Judge.isAvailable))
    func recipient() throws {
        let room = try Room()
        let lines = ["账号被盗了", "转人工", "好"] + [String](repeating: "跳过", count: 4) + ["发送"]
        let outcome = try room.run(
            ["chat", "--intents", SamplePack.small, "--state", room.state],
            input: Array((lines.joined(separator: "\n") + "\n").utf8),
            environment: [
                "HELPLINE_MAIL_RECIPIENT": "all@example.com", "HELPLINE_MAIL_RECIPIENT_SECURITY": "guard@example.com",
            ])
        #expect(outcome.code == 0)
        let file = try #require(room.mails.first)
        #expect(try Judge.read(file).to == "guard@example.com")
    }

    @Test("Of a chat nothing is kept but its mails, whatever way it is spoken", arguments: [[], ["--json"]])
    func keepsNoConversation(options: [String]) throws {
        let room = try Room()
        let lines = ["账号被盗了", "转人工", "好"] + [String](repeating: "跳过", count: 4) + ["发送", "谢谢，再问一句别的"]
        let input = options.isEmpty ? lines : lines.map { "{\"conversation\":\"u1\",\"text\":\"\($0)\"}" }
        _ = try room.chat(input, pack: SamplePack.small, options: options)
        #expect(room.mails.count == 1)
        let script = """
            import sqlite3, sys
            base = sqlite3.connect(sys.argv[1])
            print([base.execute(f'select count(*) from {t}').fetchone()[0] for t in ('conversations', 'replies', 'files', 'mails')])
            """
        let outcome = try ServerTools.python(["-c", script, room.state + "/helpline.db"])
        #expect(outcome.text == "[0, 0, 0, 1]\n")
        #expect(try !EveryByte(of: room).contains("再问一句别的"))
    }

    private func mode(of file: String) throws -> Int {
        let attributes = try FileManager.default.attributesOfItem(atPath: file)
        return (attributes[.posixPermissions] as? NSNumber)?.intValue ?? 0
    }
}
