import Foundation
import Testing

@testable import HelplineCore
@testable import HelplineMail

@Suite(
    "exim, a mail server as it is used", .serialized,
    .enabled(if: TestTools.wantsExim, "exim4 or openssl is not installed; Scripts/test fetches them"))
struct EximTests {
    @Test("A mail with Chinese text, dots and a transcript passes exim and is read without a defect")
    func passes() throws {
        let server = try EximServer()
        let body = ".\n..\nFrom me\n" + String(repeating: "长", count: 3000) + "\n-- \n"
        let escalation = Sample.escalation(subject: "账户被盗：120 USDT", body: body, transcript: "用户: 你好\n.\n")
        let composed = try Sample.mail(escalation)
        let mail = LeasedMail(
            reference: Sample.reference, category: "security", owner: "test", attempts: 0, created: Sample.moment,
            composed: composed)
        guard case .delivered = try server.transport().deliver(mail, at: Sample.moment) else {
            Issue.record("exim did not take it: \(server.log)")
            return
        }
        let arrived = try #require(server.wait(for: 1).first, "\(server.log)")
        // exim puts its own fields before ours and keeps lines as this machine does; what is ours must be as it was.
        let ours = composed.bytes.filter { $0 != 0x0D }
        #expect(arrived.suffix(ours.count).elementsEqual(ours))
        let expectation = PythonJudge.Expectation(
            subject: composed.subject, to: "support@team.example", replyTo: "zhang.san@example.com", name: "",
            date: Double(Sample.moment.seconds), messageID: composed.messageID, language: "zh", text: body,
            files: [["对话.txt", "用户: 你好\n.\n"]])
        #expect(try PythonJudge.judge([(composed, expectation)]).faults == [])
    }

    @Test("exim's own sendmail command takes a mail too")
    func sendmail() throws {
        let server = try EximServer()
        try server.folder.write(
            Array("#!/bin/sh\nexec '\(server.folder.path)/exim' -C '\(server.folder.path)/exim.conf' \"$@\"\n".utf8),
            to: "sendmail")
        let path = server.folder.path + "/sendmail"
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
        let mail = try LeasedMail.sample()
        #expect(SendmailTransport(path: path).deliver(mail, at: Sample.moment) == .delivered(path))
        let arrived = try #require(server.wait(for: 1).first, "\(server.log)")
        let ours = mail.composed.bytes.filter { $0 != 0x0D }
        #expect(arrived.suffix(ours.count).elementsEqual(ours))
    }
}
