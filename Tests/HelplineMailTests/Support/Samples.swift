@testable import HelplineCore
@testable import HelplineMail

/// Escalations and mails for tests.
enum Sample {
    static let reference = Reference(random: 0x1_2345_6789)
    static let moment = Timestamp(seconds: 1_795_309_507)
    static let shanghai = ZoneTable(name: "Asia/Shanghai", firstOffset: 28_800)

    static func composer(own: [String] = []) throws -> MailComposer {
        MailComposer(
            try .init(from: "helpline@bot.example", name: "比特派助手", own: own, version: "helpline 1.0"))
    }

    static func escalation(
        recipient: String = "support@team.example", replyTo: String? = "zhang.san@example.com", name: String? = nil,
        subject: String = "账户被盗：120 USDT", body: String = "您好\n", transcript: String? = nil, file: String = "对话.txt",
        intent: String? = "account-stolen", language: String = "zh", files: [(name: String, bytes: [UInt8])] = []
    ) -> Escalation {
        var escalation = Escalation(
            category: "security", urgent: true, intent: intent.map { IntentID($0) }, recipient: recipient,
            replyTo: replyTo.map { safe($0) }, name: name.map { safe($0) },
            language: LocaleID(language), subject: safe(subject), body: safe(body),
            transcript: transcript.map { .init(name: safe(file), text: safe($0)) },
            redactions: 0, contentHash: 1)
        escalation.files = files.enumerated().map { number, file in
            let type = FileType(file.bytes) ?? .text
            let attached = AttachedFile(
                number: number + 1, name: safe(file.name), type: type, size: file.bytes.count, digest: 0)
            return Escalation.File(attached, bytes: file.bytes)
        }
        return escalation
    }

    /// A text taken as safe.
    private static func safe(_ text: String) -> SafeText {
        SafeText(trusting: text)
    }

    static func mail(_ escalation: Escalation = escalation(), own: [String] = []) throws -> ComposedMail {
        try composer(own: own).compose(escalation, reference: reference, at: moment, in: shanghai)
    }

    /// The header of a mail, unfolded: name and value of each field.
    static func fields(_ mail: ComposedMail) -> [(name: String, value: String)] {
        let text = String(decoding: mail.bytes, as: UTF8.self).unicodeScalars.filter { $0 != "\r" }
        let head = String(String.UnicodeScalarView(text)).split(separator: "\n\n").first.map { String($0) } ?? ""
        return head.replacing("\n ", with: " ").split(separator: "\n").map { line in
            let parts = line.split(separator: ":", maxSplits: 1)
            return (String(parts[0]), parts.count > 1 ? String(parts[1].drop { $0 == " " }) : "")
        }
    }

    static func field(_ name: String, _ mail: ComposedMail) -> String? {
        fields(mail).first { $0.name == name }?.value
    }
}
