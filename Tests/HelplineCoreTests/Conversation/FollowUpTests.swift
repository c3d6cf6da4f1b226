import Testing

@testable import HelplineCore

@Suite("After a mail was sent")
struct FollowUpTests {
    private static let second = Reference(random: 0xFEDC_BA98_7654)

    /// A conversation whose mail was just accepted.
    private func sent() throws -> Chatter {
        var chat = Chatter()
        for line in ["我的账号被盗了", "USDT", "是", "好", "zhang@example.com", "发送"] { try chat.say(line) }
        try chat.settle(.accepted(.sample, .queued))
        return chat
    }

    private func status(_ state: MailState) -> MailStatus {
        let moment = Timestamp(seconds: 1_795_341_600)
        return MailStatus(state: state, created: moment, moment: moment, attempts: 1)
    }

    @Test("What is added is shown under the first mail's tag, and submitted on its thread with the same address")
    func adds() throws {
        var chat = try sent()
        try chat.say("补充 对方地址是 TXyz")
        let draft = try #require(chat.turn.replies.first?.draft)
        #expect(draft.subject.string.hasPrefix("[\(Reference.sample)] "))
        #expect(!draft.subject.string.contains("Re:"))
        #expect(draft.body.string.contains("│ 对方地址是 TXyz"))
        #expect(draft.body.string.contains("补充 \(Reference.sample)"))
        #expect(draft.replyTo?.string == "zhang@example.com")
        try chat.say("发送")
        let submitted = chat.submitted
        let escalation = try #require(submitted)
        #expect(escalation.parent == .sample)
        #expect(escalation.category == "security")
        let receipt = try chat.settle(.accepted(Self.second, .queued))
        #expect(receipt.first?.contains("<receipt_added>") == true)
        #expect(receipt.first?.contains(Reference.sample.description) == true)
        // Another addition belongs to the same thread.
        try chat.say("补充 还有一件事")
        #expect(chat.turn.replies.first?.draft?.subject.string.hasPrefix("[\(Reference.sample)] ") == true)
    }

    @Test("An addition is another matter than the first mail, and than another addition")
    func hashes() throws {
        var chat = try sent()
        let first = try #require(chat.conversation.mails.first?.contentHash)
        try chat.say("补充 我的账号被盗了")
        try chat.say("发送")
        let submitted = chat.submitted
        #expect(try #require(submitted).contentHash != first)
    }

    @Test("“add” alone asks for the words; where nothing was sent, it is no command")
    func addAlone() throws {
        var chat = try sent()
        #expect(try chat.say("补充").first?.contains("<add_how>") == true)
        var other = Chatter()
        #expect(try other.say("补充 一件事").first?.contains("<add_how>") == false)
        #expect(other.turn.replies.first?.draft == nil)
    }

    @Test("A secret in an addition is not sent, and the user is warned")
    func secret() throws {
        var chat = try sent()
        let phrase = "abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon about"
        let replies = try chat.say("补充 \(phrase)")
        #expect(replies.contains { $0.contains("<secret_seen>") })
        #expect(chat.turn.replies.allSatisfy { $0.draft == nil })
    }

    @Test("“my e-mails” names every mail with its state, the newest first")
    func lists() throws {
        var chat = try sent()
        try chat.say("我的邮件")
        #expect(chat.turn.effect == .lookupAll([.sample]))
        let told = try chat.settle(.statuses([.sample: status(.sent)]))
        let list = try #require(told.first)
        #expect(list.contains("\(Reference.sample)：中<status_sent>"), "\(list)")
        var empty = Chatter()
        #expect(try empty.say("我的邮件").first?.contains("<mails_none>") == true)
    }

    @Test(
        "“cancel” after sending says what can still be done",
        arguments: [
            (MailState.ready, "<can_withdraw>"), (.held, "<can_withdraw>"), (.sent, "<cannot_withdraw>"),
            (.sending, "<cannot_withdraw>"), (.failed, "<status_failed>"), (.cancelled, "<status_cancelled>"),
        ])
    func cancels(_ state: MailState, _ expected: String) throws {
        var chat = try sent()
        try chat.say("取消")
        #expect(chat.turn.effect == .weigh(.sample))
        #expect(try chat.settle(.weighed(.sample, status(state))).first?.contains(expected) == true)
    }

    @Test("“withdraw” takes the last mail back, or the one that is named, and says where it was too late")
    func withdraws() throws {
        var chat = try sent()
        try chat.say("撤回")
        #expect(chat.turn.effect == .withdraw(.sample))
        #expect(
            try chat.settle(.withdrawn(.sample, isDone: true, status(.cancelled))).first?.contains("<withdrawn>")
                == true)
        chat.conversation.mails.append(Conversation.SentMail(reference: Self.second, contentHash: 2))
        try chat.say("撤回 \(Self.second)")
        #expect(chat.turn.effect == .withdraw(Self.second))
        let late = try chat.settle(.withdrawn(Self.second, isDone: false, status(.sent)))
        #expect(late.first?.contains("<cannot_withdraw>") == true)
        try chat.say("withdraw 100 USDT")
        #expect(chat.turn.effect == nil, "that is a question about coins")
    }

    @Test("A mail that was given up is told at the next line, once")
    func givenUp() throws {
        var chat = try sent()
        try chat.say("手续费多少")
        #expect(chat.turn.news == [.sample])
        let answer = chat.turn
        let told = chat.conversation.hear([.sample: status(.failed)], in: answer, chat.environment, chat.knowledge)
        #expect(told.replies.count == answer.replies.count + 1)
        let news = try #require(told.replies.first).text.string
        #expect(news.contains("\(Reference.sample)：中<status_failed>"), "\(news)")
        try chat.say("手续费多少")
        #expect(chat.turn.news.isEmpty)
    }

    @Test("A mail that waits is asked about again, one that was sent is not", arguments: [MailState.ready, .sent])
    func noNews(_ state: MailState) throws {
        var chat = try sent()
        try chat.say("手续费多少")
        let answer = chat.turn
        let told = chat.conversation.hear([.sample: status(state)], in: answer, chat.environment, chat.knowledge)
        #expect(told == answer)
        try chat.say("手续费多少")
        #expect(chat.turn.news.isEmpty == (state == .sent))
    }
}
