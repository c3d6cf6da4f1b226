import Testing

@testable import HelplineCore

@Suite struct FormTests {
    @Test("The answers choose what follows, and the e-mail is offered")
    func consequence() throws {
        var chat = Chatter()
        try chat.say("账号被盗了")
        let next = try chat.say("USDT")
        #expect(next == ["助记词泄露了吗？"])
        let end = try chat.say("泄露了")
        #expect(end == ["USDT 换新钱包。\n要写邮件吗？"])
        #expect(chat.turn.replies.first?.slot == "consent")
    }

    @Test("A value given early is not asked for again")
    func early() throws {
        var chat = Chatter()
        let said = try chat.say("我钱包里的泰达币没了")
        #expect(said == ["先转移剩余资产。\n中<noted>哪种资产？ (泰达币)\n助记词泄露了吗？"])
        let end = try chat.say("1")
        #expect(end.first?.hasPrefix("泰达币 换新钱包。") == true)
    }

    @Test("A wrong answer is explained, the second is kept as it is")
    func wrongAnswer() throws {
        var chat = Chatter()
        try chat.say("账号被盗了")
        let first = try chat.say("火锅好吃")
        #expect(first == ["例如 BTC。\n哪种资产？"])
        let second = try chat.say("狗狗币")
        #expect(second.first?.contains("<kept_text>") == true)
        #expect(chat.turn.replies.first?.slot == "leaked")
    }

    @Test("A detour is answered, the question repeated, and its tries stay as they were")
    func detour() throws {
        var chat = Chatter()
        try chat.say("账号被盗了")
        try chat.say("火锅好吃")
        let said = try chat.say("手续费多少")
        #expect(said.count == 2)
        #expect(said.last?.hasSuffix("哪种资产？") == true)
        #expect(chat.conversation.form?.tries == 1)
        try chat.say("BTC")
        #expect(chat.turn.replies.first?.slot == "leaked")
    }

    @Test("Greeting, haste and a language switch inside a form repeat its question", arguments: ["你好", "急", "English"])
    func aside(text: String) throws {
        var chat = Chatter()
        try chat.say("账号被盗了")
        try chat.say(text)
        #expect(chat.turn.replies.last?.slot == "asset")
        #expect(chat.turn.replies.last?.kind == .question)
        #expect(chat.conversation.form?.tries == 0)
    }

    @Test("Back returns to the question before, skip leaves one out, cancel ends")
    func commands() throws {
        var chat = Chatter()
        try chat.say("账号被盗了")
        try chat.say("BTC")
        let back = try chat.say("返回")
        #expect(back == ["中<current_value>BTC\n哪种资产？"])
        try chat.say("跳过")
        #expect(chat.turn.replies.first?.slot == "leaked")
        let end = try chat.say("取消")
        #expect(end.first?.contains("<form_cancelled>") == true)
        #expect(chat.conversation.form == nil)
    }

    @Test("A word that is both a command and an option answers the question")
    func optionBeforeCommand() throws {
        var chat = Chatter()
        try chat.say("账号被盗了")
        try chat.say("BTC")
        let said = try chat.say("没有")
        #expect(said == ["改密码。\n要写邮件吗？"])
    }

    @Test("An empty line loses nothing")
    func empty() throws {
        var chat = Chatter()
        try chat.say("账号被盗了")
        let said = try chat.say("   ")
        #expect(said.first?.contains("<empty_line>") == true)
        #expect(chat.conversation.form?.current == "asset")
    }

    @Test("Where nobody has told the language, an empty line and a notice are answered in all; after words in theirs")
    func unknownLanguage() throws {
        var chat = Chatter()
        let both = "中<empty_line>\nen<empty_line>"
        #expect(try chat.say("") == [both])
        #expect(try chat.say(" \u{3000}") == [both])
        let (environment, knowledge) = (chat.environment, chat.knowledge)
        let hint = chat.conversation.notice(.leaveKey, in: environment, with: knowledge).text.string
        #expect(hint.contains("中<leave_key>") && hint.contains("en<leave_key>"))
        try chat.say("how much are the fees")
        #expect(try chat.say("") == ["en<empty_line>"])
        #expect(chat.conversation.notice(.leaveKey, in: environment, with: knowledge).text.string == "en<leave_key>")
        var known = Chatter()
        known.environment.user = .init(language: "en")
        #expect(try known.say("") == ["en<empty_line>"])
    }

    @Test("A value inside another question does not swallow the question")
    func questionWithValue() throws {
        var chat = Chatter()
        try chat.say("账号被盗了")
        try chat.say("USDT的手续费是多少")
        #expect(chat.turn.replies.first?.intent == "fees")
        #expect(chat.turn.replies.last?.slot == "asset")
    }

    @Test("A form whose question a new pack has lost goes on, and says so")
    func lostQuestion() throws {
        var chat = Chatter()
        try chat.say("账号被盗了")
        var content = SmallPack.content
        content.intents[0].slots.removeFirst()
        chat.knowledge = KnowledgeBase(content)
        let said = try chat.say("BTC")
        #expect(said.first?.contains("<state_lost>") == true)
        #expect(chat.turn.replies.first?.slot == "leaked")
    }
}
