import Foundation
import HelplineCore
import Testing

@testable import HelplineMail

@Suite("The sendmail command")
struct SendmailTests {
    private func command(_ script: String, in folder: TemporaryFolder) throws -> String {
        try folder.write(Array("#!/bin/sh\n\(script)\n".utf8), to: "sendmail")
        let path = folder.path + "/sendmail"
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
        return path
    }

    @Test("It gets the recipient as an argument, the mail with the line ends of this machine, and no variable of ours")
    func arguments() throws {
        let folder = try TemporaryFolder()
        let path = try command(
            "cd '\(folder.path)' && echo \"$@\" > arguments && cat > mail && env > variables", in: folder)
        let mail = try LeasedMail.sample()
        setenv("HELPLINE_TEST_SECRET", "s3cret", 1)
        #expect(SendmailTransport(path: path).deliver(mail, at: Sample.moment) == .delivered(path))
        let arguments = try String(contentsOfFile: folder.path + "/arguments", encoding: .utf8)
        #expect(arguments == "-i -f helpline@bot.example -- support@team.example\n")
        let received = try Data(contentsOf: URL(filePath: folder.path + "/mail"))
        #expect([UInt8](received) == mail.composed.bytes.filter { $0 != 0x0D })
        #expect(try !String(contentsOfFile: folder.path + "/variables", encoding: .utf8).contains("s3cret"))
    }

    @Test(
        "Its exit codes are those of sysexits",
        arguments: [(75, "deferred"), (71, "deferred"), (1, "deferred"), (67, "failed"), (65, "failed"), (78, "held")])
    func codes(_ code: Int, _ expected: String) throws {
        let folder = try TemporaryFolder()
        let path = try command("echo words of the command >&2; exit \(code)", in: folder)
        switch SendmailTransport(path: path).deliver(try .sample(), at: Sample.moment) {
        case .deferred(let reason, _): #expect(expected == "deferred" && reason.contains("words of the command"))
        case .failed(let reason): #expect(expected == "failed" && reason.contains("words of the command"))
        case .held: #expect(expected == "held")
        case .delivered: Issue.record("code \(code) counted as delivered")
        }
    }

    @Test("One that takes too long is ended, and the mail is tried again")
    func hangs() throws {
        let folder = try TemporaryFolder()
        let transport = SendmailTransport(path: try command("exec sleep 60", in: folder), seconds: 1)
        guard case .deferred(let reason, _) = transport.deliver(try .sample(), at: Sample.moment) else {
            Issue.record("the mail was not deferred")
            return
        }
        #expect(reason.contains("longer than 1 seconds"))
    }

    @Test("One that reads nothing does not end this process by a signal")
    func readsNothing() throws {
        let folder = try TemporaryFolder()
        var mail = try LeasedMail.sample()
        mail.composed.bytes += [UInt8](repeating: 0x41, count: 4_000_000)
        let path = try command("exit 75", in: folder)
        guard case .deferred = SendmailTransport(path: path).deliver(mail, at: Sample.moment) else {
            Issue.record("the mail was not deferred")
            return
        }
    }

    @Test("One that is missing holds the mail")
    func missing() throws {
        let transport = SendmailTransport(path: "/nonexistent/sendmail")
        #expect(transport.obstacle != nil)
        guard case .held = transport.deliver(try .sample(), at: Sample.moment) else {
            Issue.record("the mail was not held")
            return
        }
    }
}
