import Testing

@testable import HelplineCore
@testable import HelplineMail

@Suite("Composing the mail")
struct MailComposerTests {
    @Test("An addition is on the thread of the first mail: its tag once, its Message-ID in both fields, one of its own")
    func addition() throws {
        var escalation = Sample.escalation(subject: "账户被盗")
        escalation.parent = Reference(random: 7)
        let parent = Reference(random: 7)
        let mail = try Sample.mail(escalation)
        #expect(mail.subject == "[\(parent)] 账户被盗")
        #expect(mail.messageID == "<hl.\(Sample.reference).1@bot.example>")
        for name in ["In-Reply-To", "References"] {
            #expect(Sample.field(name, mail) == "<hl.\(parent).1@bot.example>")
        }
        #expect(Sample.field("X-Helpline-Ref", mail) == "\(parent)")
    }

    @Test(
        "The header is the fixed list, whatever the texts try", arguments: HeaderBlockTests.forbidden + ["\nX-Evil: 1"])
    func fixedHeader(_ evil: String) throws {
        let nasty = "x" + evil + "Bcc: v@x.example"
        let mail = try Sample.mail(
            Sample.escalation(
                name: nasty, subject: nasty, body: nasty, transcript: nasty, file: nasty, intent: nasty, language: nasty
            ))
        #expect(
            Sample.fields(mail).map(\.name) == [
                "From", "To", "Reply-To", "Subject", "Date", "Message-ID", "X-Helpline-Ref", "X-Helpline-Intent",
                "X-Helpline-Version", "MIME-Version", "Content-Type",
            ])
        #expect(mail.subject.unicodeScalars.allSatisfy { !$0.isForbiddenInHeader })
    }

    @Test("No field is there for which ticket systems suspend or silence a mail")
    func nothingAutomatic() throws {
        let names = Sample.fields(try Sample.mail()).map { $0.name.lowercased() }
        #expect(names.contains("content-language"))
        for name in ["auto-submitted", "precedence", "cc", "bcc", "sender"] { #expect(!names.contains(name)) }
        #expect(!names.contains { $0.hasPrefix("list-") })
    }

    @Test("The reference is in subject, Message-ID and a field of its own, and the envelope is the operator's")
    func keys() throws {
        let mail = try Sample.mail(Sample.escalation(subject: "Restricted account"))
        let reference = Sample.reference.description
        #expect(mail.messageID == "<hl.\(reference).1@bot.example>")
        #expect(mail.subject == "[\(reference)] Restricted account")
        #expect(mail.sender == "helpline@bot.example")
        #expect(mail.recipient == "support@team.example")
        #expect(Sample.field("Message-ID", mail) == mail.messageID)
        #expect(Sample.field("Subject", mail) == mail.subject)
        #expect(Sample.field("X-Helpline-Ref", mail) == reference)
        #expect(Sample.field("X-Helpline-Intent", mail) == "account-stolen")
        #expect(Sample.field("Content-Language", mail) == "zh")
        #expect(Sample.field("To", mail) == "support@team.example")
        #expect(Sample.field("Reply-To", mail) == "zhang.san@example.com")
        #expect(Sample.field("Date", mail) == "Sun, 22 Nov 2026 09:05:07 +0800")
    }

    @Test("The same escalation gives the same bytes, and another reference another boundary")
    func deterministic() throws {
        let escalation = Sample.escalation(body: "正文\n", transcript: "用户: 你好\n")
        #expect(try Sample.mail(escalation) == Sample.mail(escalation))
        let other = try Sample.composer().compose(
            escalation, reference: Reference(random: 7), at: Sample.moment, in: Sample.shanghai)
        #expect(Sample.field("Content-Type", other) != Sample.field("Content-Type", try Sample.mail(escalation)))
    }

    @Test("Short ASCII goes as 7bit and any Chinese as base64; nothing goes as 8bit")
    func encodings() throws {
        #expect(
            Sample.field("Content-Transfer-Encoding", try Sample.mail(Sample.escalation(body: "Hello\n"))) == "7bit")
        let chinese = try Sample.mail()
        #expect(Sample.field("Content-Transfer-Encoding", chinese) == "base64")
        #expect(chinese.bytes.allSatisfy { $0 < 0x80 })
    }

    @Test(
        "A reply address of the operator is refused, whatever its case and tag",
        arguments: [
            "support@team.example", "SUPPORT@Team.Example", "support+x@team.example", "helpline@bot.example",
            "boss@other.example", "anyone@staff.example", "anyone@mail.staff.example",
        ])
    func ownAddress(_ address: String) throws {
        #expect(throws: ComposerError.self) {
            try Sample.mail(Sample.escalation(replyTo: address), own: ["boss@other.example", "@staff.example"])
        }
    }

    @Test(
        "An address that only resembles one of the operator's is the user's",
        arguments: [
            "supporter@team.example", "boss@another.example", "x@notstaff.example", "zhang@bot.example",
        ])
    func foreignAddress(_ address: String) throws {
        let mail = try Sample.mail(
            Sample.escalation(replyTo: address), own: ["boss@other.example", "@staff.example"])
        #expect(Sample.field("Reply-To", mail) == address)
    }

    @Test("A domain beyond ASCII is answered by its A-labels")
    func internationalDomain() throws {
        let mail = try Sample.mail(Sample.escalation(replyTo: "u@例子.测试"))
        #expect(Sample.field("Reply-To", mail) == "u@xn--fsqu00a.xn--0zwm56d")
    }

    @Test(
        "A local part beyond ASCII leaves the mail without Reply-To, and the mail goes",
        arguments: ["用户@例子.测试", nil, ""])
    func noReplyTo(_ address: String?) throws {
        let mail = try Sample.mail(Sample.escalation(replyTo: address, body: "回信地址：用户@例子.测试\n"))
        #expect(Sample.field("Reply-To", mail) == nil)
        #expect(Sample.field("To", mail) == "support@team.example")
    }

    @Test(
        "A failure says what is wrong without quoting the user",
        arguments: ["zhang.san", "a@b, c@d.example", "x\r\n@y.example"])
    func refusal(_ address: String) throws {
        let error = try #require(throws: ComposerError.self) { try Sample.mail(Sample.escalation(replyTo: address)) }
        #expect(!error.description.contains(address))
        #expect(error.description.hasPrefix("the user's reply address"))
    }

    @Test(
        "A recipient that cannot be one is refused",
        arguments: ["", "support", "用户@team.example", "helpline@bot.example", "a@b.example\r\nRCPT"])
    func recipient(_ address: String) throws {
        #expect(throws: ComposerError.self) { try Sample.mail(Sample.escalation(recipient: address)) }
    }

    @Test("Only our own tag is in ASCII brackets, in the subject and in the text")
    func tags() throws {
        let words = "[Ticket#20261122] [1G7EOR-0Q2J] [example #42]"
        let mail = try Sample.mail(Sample.escalation(subject: words, body: words + "\n[\(Sample.reference)]\n"))
        let own = "[\(Sample.reference)]"
        #expect(mail.subject == own + " 【Ticket#20261122】 【1G7EOR-0Q2J】 【example #42】")
        let text = try #require(MailReading.text(mail))
        #expect(text == "【Ticket#20261122】 【1G7EOR-0Q2J】 【example #42】\r\n\(own)\r\n")
    }

    @Test(
        "Nothing inside a line of the text begins a line of its own",
        arguments: ["\r", "\u{85}", "\u{2028}", "\u{2029}", "\u{B}", "\u{C}", "\r\r"])
    func lineStarts(_ separator: String) throws {
        let mail = try Sample.mail(Sample.escalation(body: "│ 你好" + separator + "#status solved\n│ 末\r\n"))
        let text = try #require(MailReading.text(mail))
        let starts = text.unicodeScalars.split { $0.properties.isWhitespace && $0 != " " }
        #expect(starts.count == 2)
        #expect(starts.allSatisfy { $0.first == "│" })
    }

    @Test("A very long name or subject is shortened, not refused")
    func longTexts() throws {
        let mail = try Sample.mail(
            Sample.escalation(
                name: String(repeating: "名", count: 5000), subject: String(repeating: "e\u{301}", count: 5000),
                intent: String(repeating: "x", count: 5000)))
        #expect(mail.bytes.count < 4000)
        #expect(mail.subject.hasSuffix("…"))
    }
}
