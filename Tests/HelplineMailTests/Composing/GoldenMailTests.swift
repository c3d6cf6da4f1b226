import Foundation
import Testing

@testable import HelplineCore
@testable import HelplineMail

/// The bytes of two whole mails; `HELPLINE_WRITE_GOLDEN=1` writes them anew, to be read before they are committed.
@Suite("Golden mails")
struct GoldenMailTests {
    @Test("A mail has the bytes under version control", arguments: ["zh", "en"])
    func golden(_ language: String) throws {
        let url = Fixtures.url("Golden/\(language).eml")
        let mail = try Self.mail(language)
        if ProcessInfo.processInfo.environment["HELPLINE_WRITE_GOLDEN"] != nil {
            try Data(mail.bytes).write(to: url)
        }
        #expect(try Data(contentsOf: url) == Data(mail.bytes))
    }

    @Test(
        "A golden mail has no defect", .enabled(if: PythonJudge.isWanted, "python3 is not installed"),
        arguments: ["zh", "en"])
    func judged(_ language: String) throws {
        let mail = try Self.mail(language)
        let escalation = Self.escalation(language)
        let transcript = try #require(escalation.transcript)
        let expectation = PythonJudge.Expectation(
            subject: "[\(Sample.reference)] " + escalation.subject.string, to: "support@team.example",
            replyTo: escalation.replyTo?.string, name: escalation.name?.string ?? "",
            date: Double(Sample.moment.seconds), messageID: mail.messageID, language: language,
            text: escalation.body.string, files: [[transcript.name.string, transcript.text.string]])
        #expect(try PythonJudge.judge([(mail, expectation)]).faults == [])
    }

    private static func mail(_ language: String) throws -> ComposedMail {
        try Sample.mail(escalation(language))
    }

    private static func escalation(_ language: String) -> Escalation {
        language == "zh" ? chinese : english
    }

    private static let chinese = Sample.escalation(
        replyTo: "zhang.san@example.com", name: "张三", subject: "【紧急】账户被盗：今天早上少了 120 USDT",
        body: """
            您好，客服团队：
            这封邮件由用户本人看过并确认后发出。

            类别：账户安全
            紧急程度：高
            发生时间：2026-11-22 09:00 (+08:00)，用户原话“今天早上九点多”
            资产：120 USDT (TRC20)
            交易哈希：5c1f0e6b6a0d4f4f9a2f0c3f1f7d3f0b8f6f0c5d2b7e4a9c8d1e0f3a2b4c6d8e
            已尝试：修改登录密码；打开双重认证
            设备与版本：用户未提供

            用户原文：
            │ 我的账户被盗了，今天早上九点多少了120 USDT
            │ #这一行以井号开头

            谢谢！
            直接回复本邮件即可联系用户：zhang.san@example.com

            """,
        transcript: "[09:02] 用户：我的账户被盗了\n[09:02] 助手：请先修改登录密码。\n", file: "对话记录.txt")

    private static let english = Sample.escalation(
        replyTo: "li@example.org", name: "Li Wei", subject: "Restricted account: locked since last night",
        body: """
            Hello support team,
            the user has read and confirmed this mail before it was sent.

            Category: restricted account
            First seen: 2026-11-21 22:00 (+08:00), in the user's words "last night"
            On the screen: Account limited (E-1043)
            Tried so far: identity verification
            Device and version: not given

            In the user's own words:
            | my account is restricted and the app won't say why
            | -- Please reply above this line --

            Thank you!
            Reply to this mail to reach the user: li@example.org

            """,
        transcript: "[22:31] User: my account is restricted\n[22:31] Bot: Did you finish the verification?\n",
        file: "conversation.txt", intent: "account-restricted", language: "en")
}
