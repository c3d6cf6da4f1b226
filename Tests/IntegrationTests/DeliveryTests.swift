import Foundation
import Testing

@Suite(
    "Mail that is really sent",
    .enabled(if: ServerTools.areThere, "aiosmtpd or openssl is not installed; Scripts/test fetches them"))
struct DeliveryTests {
    private let lines = ["账号被盗了", "转人工", "好"] + [String](repeating: "跳过", count: 4) + ["发送"]

    private func chat(_ room: Room, _ lines: [String], _ settings: [String: String]) throws -> Outcome {
        try room.run(
            ["chat", "--intents", SamplePack.small, "--state", room.state],
            input: Array((lines.joined(separator: "\n") + "\n").utf8), environment: settings)
    }

    private func outbox(_ room: Room, _ arguments: [String], _ settings: [String: String] = [:]) throws -> Outcome {
        try room.run(["outbox"] + arguments + ["--state", room.state], environment: settings)
    }

    private func reference(_ outcome: Outcome) throws -> String {
        try String(#require(outcome.text.firstMatch(of: /HL-[0-9A-Z]{4}-[0-9A-Z]{4}/)).output)
    }

    @Test("A confirmed mail is queued, says its receipt, arrives, and then its state says so")
    func sent() throws {
        let room = try Room()
        let server = try MailServer(in: room)
        let outcome = try chat(room, lines, server.settings())
        #expect(outcome.code == 0)
        #expect(outcome.text.contains("正在排队发送"))
        #expect(room.mails.isEmpty, "no file is written beside it")
        let file = try #require(server.mails.first)
        let reference = try reference(outcome)
        #expect(try Judge.read(file).subject.hasPrefix("[\(reference)] "))
        let listed = try outbox(room, ["list"])
        #expect(listed.text.hasPrefix("\(reference)  sent  "))
        #expect(listed.text.contains("    handed over at ") && listed.text.contains(": 250"))
        let later = try chat(room, ["进度 \(reference)"], server.settings())
        #expect(later.text.contains("发出"))
        #expect(server.mails.count == 1)
    }

    @Test("A wrong password holds the mail; once it is mended, “outbox deliver” sends it, and the password is nowhere")
    func held() throws {
        let room = try Room()
        let server = try MailServer(in: room)
        let wrong = server.settings(password: "wrong-passw0rd")
        let outcome = try chat(room, lines, wrong)
        #expect(outcome.errorText.contains("535"))
        let listed = try outbox(room, ["list"])
        #expect(listed.text.contains("  held  "))
        #expect(listed.text.contains("535"))
        #expect(try outbox(room, ["deliver"], wrong).code == 75)
        #expect(try chat(room, ["进度 \(reference(outcome))"], wrong).text.contains("还没有发出"))
        #expect(try outbox(room, ["deliver"], server.settings()).code == 0)
        #expect(server.mails.count == 1)
        let config = try room.run(["config"], environment: wrong)
        #expect(config.text.contains("mail.smtp.password = (hidden)"))
        #expect(!config.text.contains("wrong-passw0rd"))
        #expect(try !EveryByte(of: room).contains("wrong-passw0rd"))
    }

    @Test("A mail that was refused for good says so, and its user is told at the next line")
    func refused() throws {
        let room = try Room()
        let server = try MailServer(in: room)
        let settings = server.settings(recipient: "reject@team.example")
        let outcome = try chat(room, lines, settings)
        let listed = try outbox(room, ["list"])
        #expect(listed.text.contains("  failed  "))
        #expect(listed.text.contains("550 5.1.1 no such user"))
        #expect(try chat(room, ["进度 \(reference(outcome))"], settings).text.contains("没能发出"))
        #expect(try outbox(room, ["retry", reference(outcome)]).code == 0)
        #expect(try outbox(room, ["list"]).text.contains("  ready  "))
        #expect(try outbox(room, ["cancel", reference(outcome)]).code == 0)
        #expect(try outbox(room, ["list"]).text.contains("  cancelled  "))
        #expect(try outbox(room, ["retry", reference(outcome)]).code == 66)
    }

    @Test("“mail test” reaches the recipient with a mail that says it is a test, and keeps nothing")
    func trial() throws {
        let room = try Room()
        let server = try MailServer(in: room)
        let good = try room.run(["mail", "test", "--state", room.state], environment: server.settings())
        #expect(good.code == 0)
        #expect(good.text.contains("support@team.example  handed over by smtp"))
        let mail = try Judge.read(#require(server.mails.first))
        #expect(mail.subject.hasPrefix("[TEST] "))
        #expect(mail.defects.isEmpty)
        #expect(!FileManager.default.fileExists(atPath: room.state))
        let bad = try room.run(["mail", "test"], environment: server.settings(password: "wrong"))
        #expect(bad.code == 75)
        #expect(bad.errorText.contains("535"))
    }

    @Test("Nothing is sent before the operator has said from whom and to whom", arguments: ["FROM", "RECIPIENT"])
    func unset(_ name: String) throws {
        let room = try Room()
        let server = try MailServer(in: room)
        var settings = server.settings()
        settings["HELPLINE_MAIL_\(name)"] = nil
        let outcome = try chat(room, ["谢谢"], settings)
        #expect(outcome.code == 78)
        #expect(outcome.errorText.contains("mail.\(name.lowercased()) is not set"))
    }

    @Test("Mails are copied out of the outbox with the bytes they have there")
    func export() throws {
        let room = try Room()
        let outcome = try chat(room, lines, [:])
        let reference = try reference(outcome)
        #expect(try outbox(room, ["export", room.path("copies")]).text.hasPrefix("1 written"))
        let copy = try Data(contentsOf: URL(fileURLWithPath: room.path("copies/\(reference).eml")))
        #expect(try [UInt8](copy) == outbox(room, ["show", reference, "--source"]).output)
    }

    @Test("Where the file cannot be written, the receipt does not say that it was")
    func noFile() throws {
        let room = try Room()
        try FileManager.default.createDirectory(atPath: room.state, withIntermediateDirectories: true)
        try Data().write(to: URL(fileURLWithPath: room.state + "/outbox"))
        let outcome = try chat(room, lines, [:])
        #expect(outcome.text.contains("暂时写不进发件文件夹"))
        #expect(!outcome.text.contains("邮件已写好"))
        try FileManager.default.removeItem(atPath: room.state + "/outbox")
        #expect(try outbox(room, ["retry", reference(outcome)]).code == 0)
        #expect(try outbox(room, ["deliver"]).code == 0)
        #expect(room.mails.count == 1)
    }

    @Test("Where the state folder was deleted meanwhile, the user is told that the mail is not accepted")
    func folderGone() throws {
        let room = try Room()
        let program = try room.start(["chat", "--intents", SamplePack.small, "--state", room.state])
        for line in lines.dropLast() { program.send(line) }
        _ = try program.output { $0.contains("主题：") ? true : nil }
        try FileManager.default.removeItem(atPath: room.state)
        program.send("发送")
        program.endInput()
        let outcome = try program.end(within: 60)
        #expect(outcome.text.contains("没有收下"))
        #expect(!outcome.text.contains("邮件已写好"))
        #expect(outcome.errorText.contains("was deleted or replaced"))
    }
}
