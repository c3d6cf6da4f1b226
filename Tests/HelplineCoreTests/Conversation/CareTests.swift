import Testing

@testable import HelplineCore

@Suite("Words for somebody who may be in danger")
struct CareTests {
    private func chatter() -> Chatter {
        var content = SmallPack.content
        content.intents.append(
            Intent(
                id: "danger", kind: .care, title: SmallPack.both("危险", "Danger"),
                triggers: [SmallPack.trigger("不想活", "zh"), SmallPack.trigger("want to die", "en")],
                vetoes: [SmallPack.trigger("电影", "zh")],
                answers: [SmallPack.both("找人说说。", "Talk to somebody."), SmallPack.both("请打电话。", "Please call.")]))
        var chat = Chatter()
        chat.knowledge = KnowledgeBase(content)
        return chat
    }

    @Test("They come first, then the line is answered as any other")
    func first() throws {
        var chat = chatter()
        let said = try chat.say("我不想活了，账号被盗了")
        #expect(said.count == 2)
        #expect(["找人说说。", "请打电话。"].contains(said[0]))
        #expect(said[1] == "先转移剩余资产。\n哪种资产？")
        #expect(chat.turn.replies.map(\.kind) == [.notice, .answer])
        #expect(chat.turn.replies.map(\.intent) == [nil, "account-stolen"])
    }

    @Test("However little of a long line they are about, they are said")
    func inside() throws {
        var chat = chatter()
        let said = try chat.say(
            String(repeating: "这家公司的人一直不管我的事情", count: 6) + "不想活" + String(repeating: "等了又等", count: 9))
        #expect(["找人说说。", "请打电话。"].contains(said[0]))
    }

    @Test("Alone they are the whole answer, in other words each time, and the line is no miss")
    func alone() throws {
        var chat = chatter()
        let first = try chat.say("我不想活了")
        let second = try chat.say("不想活")
        let third = try chat.say("i want to die")
        #expect(first.count == 1 && second.count == 1 && third.count == 1)
        #expect(first != second)
        #expect(chat.conversation.misses == 0)
        #expect(chat.turn.replies.map(\.kind) == [.notice])
    }

    @Test(
        "They are no wrong answer to a question, nor what a mail is about",
        arguments: [["账号被盗了"], ["人工"], ["人工", "好"]])
    func pending(way: [String]) throws {
        var chat = chatter()
        for line in way { try chat.say(line) }
        let before = chat.conversation.form
        let said = try chat.say("我不想活了")
        #expect(["找人说说。", "请打电话。"].contains(said[0]))
        #expect(said.count == 2)
        #expect(chat.conversation.form == before)
    }

    @Test("They are said in a group too, and not where the pack rules them out")
    func elsewhere() throws {
        var chat = chatter()
        #expect(try chat.say("我不想活了", audience: .group).count == 1)
        #expect(chat.turn.replies.map(\.kind) == [.notice])
        try chat.say("电影里那个人不想活了")
        #expect(!chat.turn.replies.contains { ["找人说说。", "请打电话。"].contains($0.text.string) })
    }
}
