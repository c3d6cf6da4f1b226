import Testing

@testable import HelplineCore

@Suite struct AnswerTests {
    @Test("A question is answered and its first follow-up question asked in the same reply")
    func answerWithQuestion() throws {
        var chat = Chatter()
        let said = try chat.say("我的账号被盗了")
        #expect(said == ["先转移剩余资产。\n哪种资产？"])
        let reply = try #require(chat.turn.replies.first)
        #expect(reply.kind == .answer)
        #expect(reply.intent == "account-stolen")
        #expect(reply.state == .form)
        #expect(reply.slot == "asset")
        #expect(reply.choices.map(\.string) == ["BTC", "USDT"])
        #expect(reply.locale == "zh")
    }

    @Test(
        "The reply follows the language of each message", arguments: [("my account was stolen", "en"), ("账户被盗", "zh")])
    func language(text: String, locale: String) throws {
        var chat = Chatter()
        try chat.say(text)
        #expect(chat.turn.replies.first?.locale == LocaleID(locale))
    }

    @Test(
        "Numbers, hashes and emoji keep the language",
        arguments: ["123", "😭", "???", "0x52908400098527886E0F7030069857D2E4169EE7"])
    func languageKept(text: String) throws {
        var chat = Chatter()
        try chat.say("opening hours")
        try chat.say(text)
        #expect(chat.turn.replies.first?.locale == "en")
    }

    @Test("Two questions in one message are both answered")
    func twoQuestions() throws {
        var chat = Chatter()
        let said = try chat.say("手续费怎么算？还有几点开门")
        #expect(said.count == 2)
        #expect(chat.turn.replies.map(\.intent) == ["fees", "hours"])
    }

    @Test(
        "What cannot wait is answered first, and its questions come after both answers",
        arguments: [
            "手续费怎么算？还有我账号被盗了", "账号被盗了，手续费怎么算", "账号被盗了手续费多少", "手续费多少 账号被盗了",
        ])
    func urgentFirst(text: String) throws {
        var chat = Chatter()
        let said = try chat.say(text)
        #expect(said == ["先转移剩余资产。", "看页面。", "哪种资产？"])
        #expect(chat.turn.replies.map(\.intent) == ["account-stolen", "fees", nil])
        #expect(chat.turn.replies.map(\.kind) == [.answer, .answer, .question])
        #expect(chat.turn.replies.last?.slot == "asset")
        #expect(chat.conversation.concern?.intent == "account-stolen")
    }

    @Test("White space between Chinese characters parts two questions, and never one")
    func clauses() throws {
        var chat = Chatter()
        try chat.say("手续费 几点开门")
        #expect(chat.turn.replies.map(\.intent) == ["fees", "hours"])
        try chat.say("账号 被盗 了")
        #expect(chat.turn.replies.map(\.intent) == ["account-stolen"])
    }

    @Test("A veto rules an intent out")
    func veto() throws {
        var chat = Chatter()
        try chat.say("how do i avoid my account being hacked")
        #expect(chat.turn.replies.first?.intent == nil)
    }

    @Test(
        "A question about somebody else's product gets none of our answers, unless it names ours",
        arguments: [
            ("微信账号被盗了", nil), ("比特派和微信账号被盗了", "account-stolen"),
        ] as [(String, String?)])
    func otherProduct(text: String, intent: String?) throws {
        var chat = Chatter()
        try chat.say(text)
        #expect(chat.turn.replies.first?.intent == intent.map { IntentID($0) })
    }

    @Test("A greeting with a question in it answers the question, a greeting alone is greeted")
    func greeting() throws {
        var chat = Chatter()
        try chat.say("你好，手续费多少")
        #expect(chat.turn.replies.first?.intent == "fees")
        let said = try chat.say("你好")
        #expect(said == ["您好！"])
        #expect(chat.turn.replies.first?.kind == .smalltalk)
    }

    @Test("A short question is understood only while its intent is live")
    func followUp() throws {
        var chat = Chatter()
        try chat.say("多久")
        #expect(chat.turn.replies.first?.kind == .fallback)
        try chat.say("账号被盗了")
        try chat.say("取消")
        let said = try chat.say("要多久？")
        #expect(said == ["尽快。"])
        #expect(chat.turn.replies.first?.intent == "account-stolen")
    }

    @Test("What is being talked about is forgotten after some turns and after some minutes")
    func contextEnds() throws {
        var slow = Chatter()
        for line in ["账号被盗了", "取消"] { try slow.say(line) }
        slow.environment.now = slow.environment.now.advanced(bySeconds: 16 * 60)
        try slow.say("要多久？")
        #expect(slow.turn.replies.first?.intent == nil)
        var long = Chatter()
        for line in ["账号被盗了", "取消", "你好", "你好", "你好", "你好", "你好"] { try long.say(line) }
        try long.say("要多久？")
        #expect(long.turn.replies.first?.intent == nil)
    }

    @Test("Yes to “did it help” closes, no asks why in a word")
    func solved() throws {
        var chat = Chatter()
        try chat.say("手续费多少")
        #expect(chat.turn.replies.first?.state == .idle)
        let yes = try chat.say("是")
        #expect(yes.first?.contains("<solved_yes>") == true)
        var other = Chatter()
        try other.say("手续费多少")
        let why = try other.say("不")
        #expect(why.first?.contains("<why_not>") == true)
        #expect(other.turn.replies.first?.choices.count == 3)
        #expect(other.turn.replies.first?.state == .idle)
    }

    @Test("The first miss offers another way, the second the e-mail; a hit begins anew")
    func ladder() throws {
        var chat = Chatter()
        let first = try chat.say("火锅好吃")
        #expect(first.first?.contains("<fallback_first>") == true)
        let second = try chat.say("天气如何")
        #expect(second.first?.contains("<fallback_offer>") == true)
        #expect(chat.turn.replies.first?.kind == .fallback)
        #expect(chat.turn.replies.first?.slot == "consent")
        try chat.say("手续费多少")
        #expect(chat.turn.replies.first?.intent == "fees")
        let again = try chat.say("火锅好吃")
        #expect(again.first?.contains("<fallback_first>") == true)
    }

    @Test("Haste is no miss, and no two replies to it in a row are the same")
    func haste() throws {
        var chat = Chatter()
        let said = try ["急", "???", "急急", "🤖"].flatMap { try chat.say($0) }
        #expect(said == ["急一", "急二", "急三", "急四"])
        let miss = try chat.say("火锅好吃")
        #expect(miss.first?.contains("<fallback_first>") == true)
    }

    @Test("A topic of the menu is chosen by number or title")
    func menu() throws {
        var chat = Chatter()
        let menu = try chat.say("菜单")
        #expect(menu.first?.contains("1. 账户被盗\n2. 手续费\n3. 营业时间") == true)
        try chat.say("2")
        #expect(chat.turn.replies.first?.intent == "fees")
        try chat.say("菜单")
        try chat.say("营业时间")
        #expect(chat.turn.replies.first?.intent == "hours")
    }

    @Test("The first line may be a number of the menu that the greeting has shown")
    func numberFirst() throws {
        var chat = Chatter()
        try chat.say("2")
        #expect(chat.turn.replies.first?.intent == "fees")
    }

    @Test("A group gets answers only: no form, no e-mail")
    func group() throws {
        var chat = Chatter()
        let said = try chat.say("账号被盗了", audience: .group)
        #expect(said.first?.contains("先转移剩余资产。") == true)
        #expect(said.first?.contains("<group_only>") == true)
        #expect(chat.turn.replies.first?.state == .idle)
        try chat.say("人工", audience: .group)
        #expect(chat.turn.replies.first?.slot == nil)
    }

    @Test(
        "A secret shown to a group is warned of first, and the question answered",
        arguments: ["my password is Tr0ub4dor", "账号被盗了，密码是Tr0ub4dor", "4111 1111 1111 1111"])
    func secretInGroup(text: String) throws {
        var chat = Chatter()
        let said = try chat.say(text, audience: .group)
        #expect(said.first?.contains("<secret_seen>") == true)
        #expect(said.filter { $0.contains("<secret_seen>") }.count == 1)
        #expect(!chat.conversation.encoded().containsText("Tr0ub4dor"))
    }

    @Test(
        "A secret in the first message leaves the language to the words around it, or tells it itself",
        arguments: [
            ("my seed phrase is legal winner thank year wave sausage worth useful legal winner thank yellow", "en"),
            ("legal winner thank year wave sausage worth useful legal winner thank yellow", "en"),
            ("my password is Tr0ub4dor and I cannot log in", "en"), ("my card is 4111 1111 1111 1111", "en"),
            ("助记词 legal winner thank year wave sausage worth useful legal winner thank yellow", "zh"),
            ("我的密码是Tr0ub4dor", "zh"), ("4111 1111 1111 1111", "zh"),
        ])
    func languageOfSecret(text: String, locale: String) throws {
        var chat = Chatter()
        try chat.say(text)
        #expect(chat.turn.replies.first?.locale == LocaleID(locale))
        #expect(chat.turn.replies.first?.text.string.contains("<secret_seen>") == true)
    }

    @Test("A secret later on keeps the language of the conversation")
    func languageBesideSecret() throws {
        var chat = Chatter()
        try chat.say("账号被盗了")
        try chat.say("my password is Tr0ub4dor")
        #expect(chat.turn.replies.first?.locale == "zh")
    }

    @Test("A language asked for in words is kept")
    func pinned() throws {
        var chat = Chatter()
        try chat.say("English")
        try chat.say("手续费多少")
        #expect(chat.turn.replies.first?.locale == "en")
    }

    @Test("A secret is answered by a warning alone: no miss, no try")
    func secret() throws {
        var chat = Chatter()
        let phrase = "abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon about"
        let said = try chat.say(phrase)
        #expect(said.count == 1)
        #expect(said.first?.contains("<secret_seen>") == true)
        #expect(chat.conversation.misses == 0)
        #expect(chat.conversation.history.allSatisfy { !$0.text.string.contains("abandon abandon") })
        try chat.say("账号被盗了")
        try chat.say(phrase)
        #expect(chat.turn.replies.last?.slot == "asset")
        #expect(chat.conversation.form?.tries == 0)
    }

    @Test(
        "“That did not help” leads to the e-mail at once, inside an intent's questions too",
        arguments: [
            ["手续费多少", "没用"], ["账号被盗了", "没用"], ["没用"],
        ])
    func notSolved(lines: [String]) throws {
        var chat = Chatter()
        for line in lines { try chat.say(line) }
        #expect(chat.turn.replies.last?.slot == "consent")
    }
}

extension [UInt8] {
    fileprivate func containsText(_ text: String) -> Bool { firstRange(of: Array(text.utf8)) != nil }
}
