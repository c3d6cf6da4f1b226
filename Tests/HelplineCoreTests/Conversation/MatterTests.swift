import Testing

@testable import HelplineCore

@Suite("Another matter, and lists by number")
struct MatterTests {
    /// The small pack with a second case, and the words that change or add a matter.
    private func chat() -> Chatter {
        var content = SmallPack.content
        content.intents.append(
            Intent(
                id: "frozen", title: SmallPack.both("账户冻结", "My account is frozen"),
                triggers: [SmallPack.trigger("(账号|账户).{0,4}冻结", "zh"), SmallPack.trigger("account.{0,8}frozen", "en")],
                answers: [SmallPack.both("看提示。", "Read the notice.")],
                slots: [
                    Slot(id: "asset", prompt: SmallPack.both("哪种资产？", "Which asset?"), accept: .set("coin")),
                    Slot(id: "notice", prompt: SmallPack.both("什么提示？", "Which notice?"), accept: .text(minimum: 2)),
                ],
                escalation: Intent.Escalation(category: "other", require: ["time"])))
        content.texts[.matterWords] = [SmallPack.both("其实", "wait no"), SmallPack.both("算了", "i changed my mind")]
        content.texts[.alsoWords] = [SmallPack.both("另外", "also")]
        for key in [TextKey.matterChanged, .matterOfMailChanged, .matterNoted, .matterWaiting] {
            content.texts[key] = [SmallPack.both("<\(key.rawValue)> {{title}}", "<\(key.rawValue)> {{title}}")]
        }
        var chat = Chatter()
        chat.knowledge = KnowledgeBase(content)
        return chat
    }

    private let toProblem = ["人工", "好"]

    @Test("Behind the menu a number is its topic, and the question that waits comes again")
    func menu() throws {
        var chat = chat()
        for line in ["账号被盗了", "菜单"] { try chat.say(line) }
        let said = try chat.say("2")
        #expect(said.first?.contains("看页面。") == true)
        #expect(chat.turn.replies.last?.slot == "asset")
        #expect(chat.conversation.form?.tries == 0)
        try chat.say("1")
        #expect(chat.conversation.form?.tries == 1, "the menu is no longer what was shown last")
    }

    @Test("A number that the menu does not have is refused in words, and is no try")
    func beyondMenu() throws {
        var chat = chat()
        for line in ["账号被盗了", "菜单"] { try chat.say(line) }
        #expect(try chat.say("9").first?.contains("<choice_invalid>") == true)
        #expect(chat.turn.replies.last?.slot == "asset")
        #expect(chat.conversation.form?.tries == 0)
    }

    @Test("At the preview a number behind the menu is its topic, and the mail stays")
    func menuAtPreview() throws {
        var chat = chat()
        for line in toProblem + ["钱包打不开了怎么办", "昨天", "跳过", "跳过", "菜单"] { try chat.say(line) }
        #expect(try chat.say("2").first?.contains("看页面。") == true)
        #expect(chat.conversation.form?.stage == .confirming)
    }

    @Test("A question that lists its answers by number is the last list, below the menu too")
    func numberedQuestion() throws {
        var content = SmallPack.content
        content.intents[0].slots[1].prompt = SmallPack.both("泄露了吗？\n1. 是\n2. 否", "Leaked?\n1. yes\n2. no")
        var chat = Chatter()
        chat.knowledge = KnowledgeBase(content)
        for line in ["账号被盗了", "BTC", "菜单", "2"] { try chat.say(line) }
        #expect(chat.conversation.closed?.form.values["leaked"]?.canonical.string == "no")
    }

    @Test("Who takes back the matter of a form is asked about the one that is meant, with what was told kept")
    func changed() throws {
        var chat = chat()
        for line in ["账号被盗了", "BTC"] { try chat.say(line) }
        let said = try chat.say("算了，其实是我的账户冻结了")
        #expect(said.first?.contains("<matter_changed> 账户冻结") == true)
        #expect(chat.conversation.form?.owner == .intent("frozen"))
        #expect(chat.conversation.form?.values["asset"]?.canonical.string == "BTC")
        #expect(chat.turn.replies.last?.slot == "notice")
        #expect(chat.conversation.suspended.isEmpty)
        #expect(chat.conversation.concern?.intent == "frozen")
    }

    @Test("A draft goes on about the matter that is meant, with all that was told, and says so")
    func draftChanged() throws {
        var chat = chat()
        for line in toProblem + ["钱包打不开了怎么办", "BTC"] { try chat.say(line) }
        let said = try chat.say("wait no, my account is frozen")
        #expect(said.first?.contains("<matter_of_mail_changed>") == true)
        let form = try #require(chat.conversation.form)
        #expect(form.owner == .email && form.topic == "frozen")
        #expect(form.values["asset"]?.canonical.string == "BTC")
        #expect(form.values["problem"]?.words.string == "钱包打不开了怎么办\nwait no, my account is frozen")
    }

    @Test("The same words in the middle of what is told are no change of the matter")
    func notChanged() throws {
        var chat = chat()
        for line in toProblem { try chat.say(line) }
        try chat.say("我打开应用，其实当时账户冻结了")
        #expect(chat.conversation.form?.values["problem"]?.words.string == "我打开应用，其实当时账户冻结了")
    }

    @Test("Cancel and another matter in one line: the draft is dropped in words, and the matter is answered")
    func cancelled() throws {
        var chat = chat()
        for line in toProblem + ["钱包打不开了怎么办"] { try chat.say(line) }
        let said = try chat.say("取消，账户冻结了")
        #expect(said.first?.contains("<mail_cancelled>") == true)
        #expect(chat.conversation.form?.owner == .intent("frozen"))
    }

    @Test(
        "A second case told beside a draft is answered, and its questions come after the mail",
        arguments: [true, false])
    func second(isSent: Bool) throws {
        var chat = chat()
        for line in toProblem + ["我的账号被盗了怎么办"] { try chat.say(line) }
        #expect(chat.turn.replies.last?.slot == "asset")
        let said = try chat.say("另外账户冻结了")
        #expect(said.first?.contains("看提示。") == true)
        #expect(chat.turn.replies.last?.slot == "asset")
        for line in ["BTC", "a@example.com"] { try chat.say(line) }
        if isSent {
            try chat.say("发送")
            try chat.settle(.accepted(.sample, .queued))
        } else {
            try chat.say("取消")
        }
        #expect(chat.turn.replies.last?.text.string.contains("<matter_waiting> 账户冻结") == true)
        #expect(chat.conversation.form?.owner == .intent("frozen"))
        #expect(chat.conversation.concern?.intent == "frozen")
        #expect(chat.conversation.suspended.isEmpty)
    }

    @Test("Only a mail of this conversation can be taken back in it")
    func foreignWithdraw() throws {
        var chat = chat()
        let said = try chat.say("撤回 \(Reference.sample)")
        #expect(chat.turn.effect == nil)
        #expect(said.count == 1 && said[0].contains("<withdraw_unknown>"))
    }

    @Test("“Not solved” is no answer “no”, and leads to the e-mail")
    func unsolved() throws {
        var content = SmallPack.content
        content.commands[.notSolved] = ["zh": ["没有解决", "没用"], "en": ["not solved", "doesn't work"]]
        for line in ["没有解决", "我的没有解决", "doesn't work"] {
            var chat = Chatter()
            chat.knowledge = KnowledgeBase(content)
            for line in ["账号被盗了", "BTC"] { try chat.say(line) }
            #expect(chat.turn.replies.last?.slot == "leaked")
            try chat.say(line)
            #expect(chat.turn.replies.last?.slot == "consent")
            #expect(chat.conversation.form?.values["leaked"] == nil)
        }
    }
}
