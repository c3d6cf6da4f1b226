import Foundation
import HelplineCore
import Testing

@testable import HelplineMail

@Suite(
    "SMTP with a real server",
    .enabled(if: TestTools.wantsAiosmtpd, "aiosmtpd or openssl is not installed; Scripts/test fetches them"))
struct SMTPTests {
    private let moment = Sample.moment

    @Test("A mail arrives byte for byte, encrypted and with a login", arguments: [false, true])
    func arrives(_ isImplicit: Bool) throws {
        let server = try LoopbackServer(isImplicit ? .implicit : .starttls)
        let mail = try LeasedMail.sample()
        let result = try server.transport(security: isImplicit ? .implicit : .startTLS).deliver(mail, at: moment)
        guard case .delivered(let place) = result else {
            Issue.record("\(result)")
            return
        }
        #expect(place.hasSuffix("250 2.0.0 accepted as 1"))
        #expect(server.mails == [mail.composed.bytes])
        let facts = try server.facts(1)
        #expect(facts.from == mail.composed.sender)
        #expect(facts.to == [mail.composed.recipient])
        #expect(facts.tls || isImplicit)
        #expect(facts.user)
    }

    @Test("Lines that look like the end of a mail arrive as lines of it")
    func dots() throws {
        let server = try LoopbackServer()
        var mail = try LeasedMail.sample()
        mail.composed.bytes = Array(
            "Subject: dots\r\n\r\n.\r\n..\r\n.x\r\nFrom me\r\n\r\n.\r\nQUIT\r\nRCPT TO:<v@x.example>\r\n".utf8)
        _ = try server.transport().deliver(mail, at: moment)
        #expect(server.mails == [mail.composed.bytes])
    }

    @Test(
        "A refusal for now leads to another try, one for good to the end",
        arguments: ["defer", "full", "reject", "spam"])
    func refused(_ recipient: String) throws {
        let server = try LoopbackServer()
        var mail = try LeasedMail.sample()
        mail.composed.recipient = "\(recipient)@team.example"
        let result = try server.transport().deliver(mail, at: moment)
        switch (recipient, result) {
        case ("defer", .deferred(let reason, let next)):
            #expect(reason.contains("451 4.7.1 greylisted"))
            #expect(next.seconds - moment.seconds >= 48 && next.seconds - moment.seconds <= 72)
        case ("full", .deferred(let reason, _)): #expect(reason.contains("452 4.3.1 no room"))
        case ("reject", .failed(let reason)): #expect(reason.contains("550 5.1.1 no such user"))
        case ("spam", .failed(let reason)): #expect(reason.contains("554 5.7.1 refused"))
        default: Issue.record("\(recipient): \(result)")
        }
    }

    @Test("A wrong password holds the mail, and is named in no result")
    func wrongPassword() throws {
        let server = try LoopbackServer()
        let result = try server.transport(password: "not-the-s3cret").deliver(.sample(), at: moment)
        guard case .held(let reason) = result else {
            Issue.record("\(result)")
            return
        }
        #expect(reason.contains("535"))
        #expect(!reason.contains("s3cret"))
    }

    @Test("A certificate that is not trusted holds the mail, and nothing is handed over")
    func notTrusted() throws {
        let server = try LoopbackServer()
        guard case .held = try server.transport(trusted: false).deliver(.sample(), at: moment) else {
            Issue.record("the mail was not held")
            return
        }
        #expect(server.mails.isEmpty)
    }

    @Test("A server without TLS gets neither password nor mail")
    func noTLS() throws {
        let server = try LoopbackServer(.clear)
        let mail = try LeasedMail.sample()
        guard case .held = try server.transport(trusted: false).deliver(mail, at: moment) else {
            Issue.record("the mail was not held")
            return
        }
        #expect(server.heard.contains("EHLO bot.example"))
        for word in ["AUTH", "s3cret", "Ym90", "MAIL", "zhang"] { #expect(!server.heard.contains(word)) }
    }

    @Test("An answer that takes long is waited for, and there is one copy")
    func slow() throws {
        let server = try LoopbackServer()
        var mail = try LeasedMail.sample()
        mail.composed.recipient = "slow@team.example"
        guard case .delivered = try server.transport().deliver(mail, at: moment) else {
            Issue.record("the mail was not delivered")
            return
        }
        #expect(server.mails.count == 1)
    }

    @Test("A line that breaks after the final dot leads to a second copy with the same bytes")
    func cut() throws {
        let server = try LoopbackServer()
        var mail = try LeasedMail.sample()
        mail.composed.recipient = "cut@team.example"
        let transport = try server.transport()
        guard case .deferred = transport.deliver(mail, at: moment) else {
            Issue.record("the broken line was not noticed")
            return
        }
        mail.attempts = 1
        guard case .delivered = transport.deliver(mail, at: moment) else {
            Issue.record("the second try failed")
            return
        }
        #expect(server.mails == [mail.composed.bytes, mail.composed.bytes])
    }

    @Test("Where nobody answers, the mail is tried again")
    func nobody() throws {
        let server = try LoopbackServer()
        let transport = try server.transport(host: "[::1]")
        guard case .deferred(let reason, _) = transport.deliver(try .sample(), at: moment) else {
            Issue.record("the mail was not deferred")
            return
        }
        #expect(reason.contains("libcurl 7"))
    }

    @Test("A mail of a thousand kilobytes goes through the helper")
    func large() throws {
        let server = try LoopbackServer()
        var mail = try LeasedMail.sample()
        let line = Array(String(repeating: "A", count: 76).utf8) + [0x0D, 0x0A]
        mail.composed.bytes += [[UInt8]](repeating: line, count: 13_000).flatMap(\.self)
        _ = try server.transport().deliver(mail, at: moment)
        #expect(server.mails == [mail.composed.bytes])
    }

    @Test("While another sender of a state folder still hands over, a mail waits for its end")
    func waitsForAnother() throws {
        let server = try LoopbackServer()
        let lock = try HeldLock(server.folder.path + "/handover.lock")
        let mail = try LeasedMail.sample()
        let sender = try StartedHelper(input: server.transport(lock: lock.path).encoded(mail.composed))
        #expect(lock.isWaitedFor(by: sender))
        #expect(server.mails.isEmpty)
        lock.release()
        #expect(sender.code() == 0)
        #expect(server.mails == [mail.composed.bytes])
    }

    @Test("A sender whose starter died while it waited hands nothing over")
    func orphan() throws {
        let server = try LoopbackServer()
        let lock = try HeldLock(server.folder.path + "/handover.lock")
        let sender = try StartedHelper(input: server.transport(lock: lock.path).encoded(LeasedMail.sample().composed))
        #expect(lock.isWaitedFor(by: sender))
        sender.leave()
        lock.release()
        #expect(sender.code() == 75)
        #expect(server.mails.isEmpty)
    }

    @Test("A lock that cannot be taken holds the mail and is named")
    func noLock() throws {
        let server = try LoopbackServer()
        let path = server.folder.path + "/missing/handover.lock"
        guard case .held(let reason) = try server.transport(lock: path).deliver(.sample(), at: moment) else {
            Issue.record("the mail was not held")
            return
        }
        #expect(reason.contains(path))
    }
}
