import Foundation
import Testing

@testable import HelplineCore
@testable import HelplineMail

@Suite("Mails as Python's email package reads them", .enabled(if: PythonJudge.isWanted, "python3 is not installed"))
struct JudgedMailTests {
    /// How many mails a seed stands for; `HELPLINE_NASTY_MAILS` makes it more for a long run.
    private static let count = ProcessInfo.processInfo.environment["HELPLINE_NASTY_MAILS"].flatMap { Int($0) } ?? 100

    @Test("Nasty texts arrive as they were meant, without a defect", arguments: [1, 2, 3] as [UInt64])
    func nasty(_ seed: UInt64) throws {
        var texts = NastyText(seed: seed)
        let mails = try (0..<Self.count).map { _ in try mail(&texts) }
        let (faults, count) = try PythonJudge.judge(mails)
        #expect(faults == [])
        #expect(count == mails.count)
    }

    @Test("Texts that look like syntax arrive as text")
    func syntax() throws {
        let body = ".\n..\nFrom me\n" + String(repeating: "长", count: 5000) + "\ntrailing  \n-- \n"
        let escalations = [
            Sample.escalation(subject: "=?UTF-8?B?eA==?=", body: body),
            Sample.escalation(name: "张三\" <v@x.example>, \"", subject: "Re: [Ticket#1]", transcript: body),
            Sample.escalation(name: "a@b.example, c@d.example", subject: "x", body: "--=_\(Sample.reference).1--\n"),
            Sample.escalation(name: "=?UTF-8?Q?x?=", transcript: "", file: "../../截图\u{202E}gnp.\"p;n*g"),
        ]
        let mails = try escalations.map { escalation in
            let mail = try Sample.mail(escalation)
            return (mail, expectation(escalation, mail, Sample.moment))
        }
        #expect(mails[1].1.name == "张三\" <v@x.example>, \"")
        #expect(try PythonJudge.judge(mails).faults == [])
    }

    @Test("The judge finds what is wrong with a mail")
    func judgeJudges() throws {
        var texts = NastyText(seed: 4)
        var (mail, expectation) = try mail(&texts)
        expectation.subject += "x"
        mail.bytes = Array("X-Evil: 1\r\nSubject: 汉\r\n".utf8) + mail.bytes
        let (faults, _) = try PythonJudge.judge([(mail, expectation)])
        for part in ["a byte above 127", "fields {'X-Evil'}", "a field twice", "subject '"] {
            #expect(faults.contains { $0.contains(part) }, "\(part)")
        }
    }

    private func mail(_ texts: inout NastyText) throws -> (ComposedMail, PythonJudge.Expectation) {
        let address: String? = texts.pick(["zhang.san@example.com", "o'x+tag@c.co", "u@例子.测试", "用户@例子.测试", nil])
        let escalation = Sample.escalation(
            replyTo: address, name: texts.next(6), subject: texts.next(12), body: texts.next(40),
            transcript: texts.pick([texts.next(40), nil]), file: texts.next(8),
            intent: texts.pick([texts.next(2), nil]),
            language: texts.pick(["zh", "en", "zh-Hant-TW", "x\r\ny", nil]) ?? "",
            files: (0..<texts.number(0...2)).map { _ in (texts.next(8), file(&texts)) })
        let moment = Timestamp(milliseconds: texts.number(0...4_000_000_000_000))
        let zone = ZoneTable(name: "x", firstOffset: Int32(texts.number(-43_200...50_400)))
        let reference = Reference(random: UInt64(texts.number(0...Int64.max)))
        let mail = try Sample.composer().compose(escalation, reference: reference, at: moment, in: zone)
        return (mail, expectation(escalation, mail, moment))
    }

    /// A file as users attach it: a picture with random bytes, or a text with random lines.
    private func file(_ texts: inout NastyText) -> [UInt8] {
        let text = Array(texts.next(30).utf8)
        guard texts.number(0...2) > 0 else { return FileType(text) == .text ? text : Array("plain\n".utf8) }
        let head: [UInt8] =
            texts.pick([[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], Array("%PDF-1.7\n".utf8), nil]) ?? [
                0xFF, 0xD8, 0xFF,
            ]
        return head + (0..<texts.number(0...300)).map { _ in UInt8(texts.number(0...255)) }
    }

    /// A file as it is to be read back: its text, or its bytes in base64 and their type.
    private func expected(_ entry: Escalation.File) -> [String] {
        let name = FileName.cleaned(entry.file.name.string)
        let bytes = entry.bytes ?? []
        guard entry.file.type != .text else {
            return [name, String(decoding: bytes, as: UTF8.self).replacingOccurrences(of: "\r\n", with: "\n")]
        }
        return [name, Data(bytes).base64EncodedString(), entry.file.type.rawValue]
    }

    /// What the rules for texts of users make of an escalation, written down a second time and more simply.
    private func expectation(
        _ escalation: Escalation, _ mail: ComposedMail, _ moment: Timestamp
    ) -> PythonJudge.Expectation {
        let address = escalation.replyTo.flatMap { try? EmailAddress(parsing: $0.string) }
        let files = escalation.transcript.map { [[FileName.cleaned($0.name.string), asRead($0.text.string)]] } ?? []
        return PythonJudge.Expectation(
            subject: mail.subject, to: escalation.recipient,
            replyTo: address.flatMap { $0.isASCII ? $0.description : nil },
            name: escalation.name?.string.headerText(limit: 120) ?? "", date: Double(moment.seconds),
            messageID: mail.messageID,
            language: ["zh", "en", "zh-Hant-TW"].contains(escalation.language.name) ? escalation.language.name : nil,
            text: TicketTag.neutralised(asRead(escalation.body.string), own: ""),
            files: files + escalation.files.map(expected))
    }

    private func asRead(_ text: String) -> String {
        let lines = text.replacingOccurrences(of: "\r\n", with: "\n").unicodeScalars
            .split(separator: "\n", omittingEmptySubsequences: false)
            .map { line in
                String(String.UnicodeScalarView(line.map { isKept($0) ? $0 : " " }))
            }
        let joined = lines.joined(separator: "\n")
        return joined.isEmpty || joined.unicodeScalars.last == "\n" ? joined : joined + "\n"
    }

    private func isKept(_ scalar: Unicode.Scalar) -> Bool {
        let category = scalar.properties.generalCategory
        return scalar == "\t" || ![.control, .lineSeparator, .paragraphSeparator].contains(category)
    }
}
