import Testing

@testable import HelplineCore

@Suite("Answers that were given before")
struct RetellingTests {
    @Test("The same answer is not given twice, and in another language it is")
    func repeated() throws {
        var chat = Chatter()
        let first = try chat.say("手续费多少")
        let second = try chat.say("手续费多少")
        #expect(first.first?.contains("看页面。") == true)
        #expect(second.first?.contains("看页面。") == false)
        #expect(second.first?.contains("<repeated>") == true)
        #expect(chat.turn.replies.first?.intent == "fees")
        let english = try chat.say("what about the fees")
        #expect(english.first?.contains("See the page.") == true)
    }

    @Test("“Again” gives the answer in full")
    func again() throws {
        var chat = Chatter()
        for line in ["手续费多少", "手续费多少"] { try chat.say(line) }
        let said = try chat.say("再说一遍")
        #expect(said == ["看页面。"])
    }

    @Test("Half an hour later the answer is given once more")
    func later() throws {
        var chat = Chatter()
        try chat.say("手续费多少")
        chat.environment.now = chat.environment.now.advanced(bySeconds: 31 * 60)
        let said = try chat.say("手续费多少")
        #expect(said.first?.contains("看页面。") == true)
    }

    @Test("Wordings take turns, none twice in a row, and when all were given that is said")
    func wordings() throws {
        var content = SmallPack.content
        content.intents[1].answers = [SmallPack.both("甲", "A"), SmallPack.both("乙", "B"), SmallPack.both("丙", "C")]
        var chat = Chatter()
        chat.knowledge = KnowledgeBase(content)
        var seen: Set<String> = []
        for _ in 0..<3 {
            let said = try chat.say("手续费多少")
            seen.insert(String(said.first?.prefix(1) ?? ""))
        }
        #expect(seen == ["甲", "乙", "丙"])
        let fourth = try chat.say("手续费多少")
        #expect(fourth.first?.contains("<repeated>") == true)
    }

    @Test("Whoever names the matter again while its questions are asked is told so, and no try is counted")
    func sameMatter() throws {
        var chat = Chatter()
        try chat.say("账号被盗了")
        let said = try chat.say("我的账号真的被盗了")
        #expect(said.first?.contains("<same_matter>") == true)
        #expect(chat.turn.replies.last?.slot == "asset")
        #expect(chat.conversation.form?.tries == 0)
    }

    @Test(
        "No to “did it help” asks why; each reason leads on",
        arguments: [("1", nil), ("2", "consent"), ("3", "consent"), ("<why_failed>", "consent"), ("不", "consent")]
            as [(String, String?)])
    func why(reason: String, slot: String?) throws {
        var chat = Chatter()
        for line in ["手续费多少", "不"] { try chat.say(line) }
        try chat.say(reason)
        #expect(chat.turn.replies.last?.slot == slot.map { SlotID($0) })
        #expect(!chat.turn.replies.isEmpty)
    }

    @Test("A new question instead of a reason is answered")
    func insteadOfReason() throws {
        var chat = Chatter()
        for line in ["手续费多少", "不"] { try chat.say(line) }
        try chat.say("营业时间")
        #expect(chat.turn.replies.first?.intent == "hours")
    }

    @Test("Related questions are offered by number after an answer")
    func seeAlso() throws {
        var content = SmallPack.content
        content.intents[1].seeAlso = ["hours", "account-stolen"]
        var chat = Chatter()
        chat.knowledge = KnowledgeBase(content)
        let said = try chat.say("手续费多少")
        #expect(said.first?.contains("1. 营业时间  2. 账户被盗") == true)
        try chat.say("1")
        #expect(chat.turn.replies.first?.intent == "hours")
    }

    @Test("Talk that wears out the bot's patience is ended politely, and the conversation can go on")
    func patience() throws {
        var content = SmallPack.content
        content.intents[4].patience = 2
        var chat = Chatter()
        chat.knowledge = KnowledgeBase(content)
        for _ in 0..<2 {
            try chat.say("你好")
            #expect(!chat.turn.ends)
        }
        let said = try chat.say("你好呀")
        #expect(chat.turn.ends)
        #expect(said.first?.contains("<enough>") == true)
        try chat.say("手续费多少")
        #expect(chat.turn.replies.first?.intent == "fees")
    }

    @Test("Haste without end is ended politely where nothing is being asked, and never where something is")
    func spam() throws {
        var chat = Chatter()
        var ends = 0
        for _ in 0..<30 {
            try chat.say("???")
            if chat.turn.ends { ends += 1 }
        }
        #expect(ends == 2)
        var asked = Chatter()
        try asked.say("账号被盗了")
        for _ in 0..<30 {
            try asked.say("???")
            #expect(!asked.turn.ends)
        }
        #expect(asked.conversation.form?.current == "asset")
        #expect(asked.conversation.form?.tries == 0)
    }

    @Test("A side question at the offer of the e-mail keeps the offer open for a “yes”")
    func offerKept() throws {
        var chat = Chatter()
        for line in ["人工", "营业时间"] { try chat.say(line) }
        #expect(chat.conversation.form == nil)
        #expect(chat.turn.replies.last?.text.string.contains("<offer_mail>") == true)
        try chat.say("好")
        #expect(chat.turn.replies.last?.slot == "problem")
    }

    @Test("Two questions are answered, and a third one is said to be left over")
    func third() throws {
        var chat = Chatter()
        let said = try chat.say("手续费怎么算？几点开门？我的账号被盗了！")
        #expect(said.first?.contains("<more_questions>") == true)
        #expect(chat.turn.replies.compactMap(\.intent).count == 2)
    }

    @Test("A long message is understood by its beginning too")
    func beginning() throws {
        var chat = Chatter()
        try chat.say("手续费怎么算？" + String(repeating: "今天天气很好我去公园走了走", count: 500))
        #expect(chat.turn.replies.compactMap(\.intent) == ["fees"])
        #expect(chat.conversation.history.first?.text.string.utf8.count ?? 0 > 0)
    }
}
