import HelplineCore
import Testing

@testable import HelplineMail

@Suite("The operator's settings")
struct ConfigurationTests {
    @Test("What is left out follows from the sender's address")
    func defaults() throws {
        let configuration = try MailComposer.Configuration(from: "bot@Mail.Example", name: "助手\r\n", version: "1")
        #expect(configuration.from == Mailbox(name: "助手", address: EmailAddress(local: "bot", domain: "mail.example")))
        #expect(configuration.sender.description == "bot@mail.example")
        #expect(configuration.domain == "mail.example")
    }

    @Test("An envelope at another domain than the sender's is refused at start")
    func alignment() throws {
        #expect(throws: ComposerError.self) {
            try MailComposer.Configuration(
                from: "bot@mail.example", name: "", sender: "bounce@other.example", version: "1")
        }
        let same = try MailComposer.Configuration(
            from: "bot@mail.example", name: "", sender: "bounce@mail.example", version: "1")
        #expect(same.sender.description == "bounce@mail.example")
    }

    @Test(
        "A setting that is no address is refused by name",
        arguments: ["bot", "", "助手@mail.example", "a@b.example, c@d.example"])
    func nonsense(_ text: String) throws {
        let error = try #require(throws: ComposerError.self) {
            try MailComposer.Configuration(from: text, name: "", version: "1")
        }
        #expect(error.description.hasPrefix("the sender's address"))
        #expect(throws: ComposerError.self) {
            try MailComposer.Configuration(from: "bot@mail.example", name: "", own: ["@"], version: "1")
        }
        #expect(throws: ComposerError.self) {
            try MailComposer.Configuration(from: "bot@mail.example", name: "", domain: "localhost", version: "1")
        }
    }

    @Test("Where nothing is set, mail can be written, from an address that cannot exist")
    func unset() throws {
        let composer = MailComposer(.unset(name: "助手", version: "1"))
        let mail = try composer.compose(
            Sample.escalation(), reference: Sample.reference, at: Sample.moment, in: .utc)
        #expect(mail.sender == "helpline@helpline.invalid")
        #expect(mail.messageID.hasSuffix("@helpline.invalid>"))
    }
}
