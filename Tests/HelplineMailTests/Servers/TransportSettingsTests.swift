import HelplineCore
import Testing

@testable import HelplineMail

@Suite("Settings of transports")
struct TransportSettingsTests {
    @Test(
        "What is no host is refused",
        arguments: ["", "a b", "mail.example/x", "user@mail.example", "mail.example:25", "a\r\nb", "[::1", "邮件.测试"])
    func host(_ host: String) {
        #expect(throws: TransportError.self) { try SMTPServer(host: host) }
    }

    @Test("Host names and addresses are taken", arguments: ["mail.example", "localhost", "192.0.2.1", "[2001:db8::1]"])
    func goodHost(_ host: String) throws {
        #expect(try SMTPServer(host: host).port == 587)
        #expect(try SMTPServer(host: host, security: .implicit).port == 465)
    }

    @Test("A password is refused where the line is not encrypted, and a user where there is no password")
    func passwords() {
        #expect(throws: TransportError.self) {
            try SMTPServer(host: "localhost", security: .none, user: "u", password: .text("p"))
        }
        #expect(throws: TransportError.self) { try SMTPServer(host: "localhost", user: "u") }
        #expect(throws: TransportError.self) { try SMTPServer(host: "localhost", password: .text("p")) }
    }

    @Test("The limits of time are those of RFC 5321, or longer")
    func timeouts() {
        let timeouts = SMTPServer.Timeouts()
        #expect(timeouts.answering >= 600)
        #expect(timeouts.altogether > timeouts.answering)
    }

    @Test("An envelope address with a line break never reaches a server")
    func envelope() throws {
        let server = try SMTPServer(host: "localhost")
        let transport = SMTPTransport(server, helper: TestTools.helper, greeting: "bot.example")
        for address in ["v@x.example\r\nRSET", "v@x.example>\r\nRCPT TO:<w@x.example", "a b@x.example", "用户@x.example"]
        {
            var mail = try LeasedMail.sample()
            mail.composed.recipient = address
            guard case .held = transport.deliver(mail, at: Sample.moment) else {
                Issue.record("\(address) was taken")
                continue
            }
        }
    }

    @Test("A helper that is missing holds the mail and says so before a receipt promises anything")
    func noHelper() throws {
        let transport = SMTPTransport(
            try SMTPServer(host: "localhost"), helper: "/nonexistent/helpline-smtp", greeting: "x.example")
        #expect(transport.obstacle != nil)
        guard case .held(let reason) = transport.deliver(try .sample(), at: Sample.moment) else {
            Issue.record("the mail was not held")
            return
        }
        #expect(reason.contains("/nonexistent/helpline-smtp"))
    }

    @Test(
        "libcurl's result and the server's code together decide",
        arguments: [
            ((0, 250), "delivered"), ((0, 354), "deferred"), ((55, 451), "deferred"), ((55, 550), "failed"),
            ((67, 535), "held"), ((67, 454), "deferred"), ((60, 220), "held"), ((64, 250), "held"),
            ((56, 354), "deferred"), ((7, 0), "deferred"), ((28, 250), "deferred"), ((6, 0), "deferred"),
            ((55, 530), "held"), ((8, 554), "failed"), ((3, 0), "held"), ((56, 421), "deferred"),
        ])
    func verdicts(_ numbers: (Int, Int), _ expected: String) throws {
        let answer = SMTPAnswer(result: numbers.0, code: numbers.1, words: "words")
        let result = answer.result(at: "host:1", after: try .sample(), Sample.moment, .standard)
        let name =
            switch result {
            case .delivered: "delivered"
            case .deferred: "deferred"
            case .failed: "failed"
            case .held: "held"
            }
        #expect(name == expected)
    }

    @Test("What is no answer of the helper is none", arguments: ["", "\n", "0", "x 250\n", "0 250 1\n"])
    func noAnswer(_ text: String) {
        #expect(SMTPAnswer(Array(text.utf8)) == nil)
    }
}
