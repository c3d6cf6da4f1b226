import Testing

@testable import HelplineCore

@Suite("Second thoughts and early values")
struct SecondThoughtTests {
    /// The small pack with words that take something back.
    private func chat() -> Chatter {
        var content = SmallPack.content
        content.corrections = ["zh": ["不对", "应该是"], "en": ["no", "actually"]]
        var chat = Chatter()
        chat.knowledge = KnowledgeBase(content)
        return chat
    }

    @Test(
        "The last answer is corrected by a word at the start or the end, and the pending question stays",
        arguments: ["不对，USDT", "no USDT", "USDT actually", "no, USDT actually", "不对 应该是usdt"])
    func last(line: String) throws {
        var chat = chat()
        for line in ["账号被盗了", "BTC"] { try chat.say(line) }
        try chat.say(line)
        #expect(chat.conversation.form?.values["asset"]?.canonical.string == "USDT")
        #expect(chat.turn.replies.last?.slot == "leaked")
        #expect(chat.conversation.form?.tries == 0)
    }

    @Test("An answer of the questions that have just ended is corrected, and what follows from it is said anew")
    func closed() throws {
        var chat = chat()
        for line in ["账号被盗了", "BTC", "泄露了"] { try chat.say(line) }
        #expect(chat.turn.replies.last?.slot == "consent")
        let said = try chat.say("no USDT actually")
        #expect(said.first?.contains("New wallet for USDT.") == true)
        #expect(chat.turn.replies.last?.slot == "consent")
        try chat.say("好")
        #expect(chat.conversation.form?.values["asset"]?.canonical.string == "USDT")
    }

    @Test("After some turns an ended form is let alone")
    func tooLate() throws {
        var chat = chat()
        for line in ["账号被盗了", "BTC", "泄露了", "不", "你好", "你好", "你好", "你好"] { try chat.say(line) }
        try chat.say("no USDT actually")
        #expect(chat.conversation.concern?.values["asset"]?.canonical.string == "BTC")
    }

    @Test("A time without a day gets the day of the time it corrects")
    func dayKept() throws {
        var chat = chat()
        for line in ["人工", "好", "我的钱包打不开了怎么办", "昨晚十点"] { try chat.say(line) }
        #expect(chat.conversation.form?.values["time"]?.canonical.string == "2026-11-21T22:00+08:00")
        try chat.say("不对，应该是九点")
        #expect(chat.conversation.form?.values["time"]?.canonical.string == "2026-11-21T21:00+08:00")
    }

    @Test("One line gives several answers, and none twice")
    func several() throws {
        var chat = chat()
        for line in ["人工", "好"] { try chat.say(line) }
        try chat.say("我昨天转的泰达币一直没有收到")
        let values = try #require(chat.conversation.form?.values)
        #expect(values["time"]?.canonical.string == "2026-11-21")
        #expect(values["asset"]?.canonical.string == "USDT")
        #expect(chat.turn.replies.last?.slot == "contact")
    }

    @Test("A more exact time of the same day takes the place of the day")
    func refined() throws {
        var chat = chat()
        for line in ["人工", "好", "我昨天发现钱包打不开了", "BTC，昨晚十点"] { try chat.say(line) }
        #expect(chat.conversation.form?.values["time"]?.canonical.string == "2026-11-21T22:00+08:00")
    }

    @Test("An option named in the first sentence is taken over, a mere yes or no is not")
    func options() throws {
        var content = SmallPack.content
        content.intents[0].slots[1].accept = .choice([
            .init(id: "phrase", title: SmallPack.both("助记词", "the phrase")),
            .init(id: "mail", title: SmallPack.both("邮箱密码", "the mailbox")),
        ])
        var chat = Chatter()
        chat.knowledge = KnowledgeBase(content)
        try chat.say("账号被盗了，他们有我的邮箱密码")
        #expect(chat.conversation.form?.values["leaked"]?.canonical.string == "mail")
        var other = Chatter()
        try other.say("账号被盗了，是的")
        #expect(other.conversation.form?.values["leaked"] == nil)
    }

    @Test("A word that is denied chooses nothing", arguments: ["助记词没泄露", "不是助记词"])
    func denied(line: String) {
        let options: [Accept.Choice] = [
            .init(id: "phrase", title: SmallPack.both("助记词", "the phrase")),
            .init(id: "none", title: SmallPack.both("都没有", "none")),
        ]
        #expect(ChoiceReader(options).read(ScalarText(NormalizedText(line).bytes)) == nil)
    }

    @Test("A slip in an answer is mended against the words of the question")
    func slip() throws {
        var chat = chat()
        try chat.say("账号被盗了")
        let said = try chat.say("USTD")
        #expect(said.first?.contains("<mended>") == true)
        #expect(chat.conversation.form?.values["asset"]?.canonical.string == "USDT")
    }

    @Test("A slip in a harmless command is obeyed, one in a command that ends something is asked")
    func commandSlip() throws {
        var chat = chat()
        try chat.say("my account was stolen")
        try chat.say("skpi")
        #expect(chat.turn.replies.last?.slot == "leaked")
        let said = try chat.say("cancle")
        #expect(said.first?.contains("<command_meant>") == true)
        #expect(chat.conversation.form != nil)
    }

    @Test("Back asks the question before again and keeps its answer until there is another")
    func back() throws {
        var chat = chat()
        for line in ["账号被盗了", "BTC", "返回"] { try chat.say(line) }
        #expect(chat.turn.replies.last?.slot == "asset")
        try chat.say("跳过")
        #expect(chat.conversation.form?.values["asset"]?.canonical.string == "BTC")
        #expect(chat.turn.replies.last?.slot == "leaked")
    }

    @Test("A mail in which everything was left out is not sent, whatever is said")
    func empty() throws {
        var chat = chat()
        for line in ["人工", "好", "跳过", "跳过", "跳过"] { try chat.say(line) }
        let asked = try chat.say("跳过")
        #expect(asked.first?.contains("<mail_empty>") == true)
        #expect(chat.turn.replies.last?.slot == "problem")
        try chat.say("发送")
        #expect(chat.turn.effect == nil)
        let dropped = try chat.say("跳过")
        #expect(dropped.first?.contains("<mail_dropped>") == true)
        #expect(chat.conversation.form == nil)
    }
}
