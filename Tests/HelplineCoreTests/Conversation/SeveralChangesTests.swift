import Testing

@testable import HelplineCore

@Suite("Several changes in one line")
struct SeveralChangesTests {
    /// A conversation at the preview of a mail.
    private func preview() throws -> Chatter {
        var content = SmallPack.content
        content.corrections = ["zh": ["不对", "还是"], "en": ["no", "actually"]]
        var chat = Chatter()
        chat.knowledge = KnowledgeBase(content)
        for line in ["我的账号被盗了", "USDT", "是", "好", "zhang@example.com"] { try chat.say(line) }
        #expect(chat.turn.replies.last?.kind == .preview)
        return chat
    }

    @Test(
        "Every change of a line is made, and the mail is shown once",
        arguments: [
            "actually BTC and the address is y@example.com", "资产改成 BTC，邮箱改成 y@example.com",
            "不对，BTC，邮箱是y@example.com", "change the asset to BTC, address to y@example.com",
            "address: y@example.com; asset: btc", "y@example.com, BTC",
        ])
    func all(line: String) throws {
        var chat = try preview()
        try chat.say(line)
        let form = try #require(chat.conversation.form)
        #expect(form.values["asset"]?.canonical.string == "BTC")
        #expect(form.values["contact"]?.canonical.string == "y@example.com")
        #expect(chat.turn.replies.count { $0.kind == .preview } == 1)
        #expect(chat.turn.replies.first?.text.string.contains("<changed>") == true)
    }

    @Test("What the line tells beside its changes goes below the problem")
    func others() throws {
        var chat = try preview()
        try chat.say("资产改成 BTC，邮箱改成 y@example.com，他们昨天还打电话威胁我")
        let form = try #require(chat.conversation.form)
        #expect(form.values["problem"]?.words.string.hasSuffix("\n他们昨天还打电话威胁我") == true)
        #expect(form.values["time"] == nil)
        #expect(form.values["asset"]?.canonical.string == "BTC")
    }

    @Test("The team's own address is refused, and the other changes are made")
    func teamAddress() throws {
        var chat = try preview()
        try chat.say("资产改成 BTC，邮箱改成 team@example.com")
        let form = try #require(chat.conversation.form)
        #expect(form.values["asset"]?.canonical.string == "BTC")
        #expect(form.values["contact"]?.canonical.string == "zhang@example.com")
        #expect(chat.turn.replies.first?.text.string.contains("<own_address>") == true)
    }

    @Test("A new text of the problem is taken whole, whatever fields it names")
    func problem() throws {
        var chat = try preview()
        try chat.say("改 问题 我转了币，资产是 BTC，邮箱是 y@example.com")
        let form = try #require(chat.conversation.form)
        #expect(form.values["asset"]?.canonical.string == "USDT")
        #expect(form.values["problem"]?.words.string.contains("y@example.com") == true)
    }

    /// A conversation at the preview of a mail that has a field for the amount.
    private func previewWithAmount() throws -> Chatter {
        var content = SmallPack.content
        content.corrections = ["zh": ["不对"], "en": ["no", "actually"]]
        content.stopWords["en", default: []] += ["it", "and"]
        content.stopWords["zh", default: []] += ["还是", "吧"]
        content.sets["coin"]?.entries.append(.init(canonical: "ETH", words: ["eth"]))
        content.email.slots[4].names = ["email"]
        content.email.slots.append(
            Slot(
                id: "amount", prompt: SmallPack.both("多少？", "How much?"), accept: .amount, optional: true,
                label: SmallPack.both("金额", "amount")))
        var chat = Chatter()
        chat.knowledge = KnowledgeBase(content)
        for line in ["我的账号被盗了", "USDT", "是", "好", "zhang@example.com"] { try chat.say(line) }
        #expect(chat.turn.replies.last?.kind == .preview)
        return chat
    }

    @Test("An amount with its coin changes both, beside an address and a time")
    func amounts() throws {
        var chat = try previewWithAmount()
        try chat.say("actually it was 7 ETH and my email is y@example.com")
        var values = try #require(chat.conversation.form?.values)
        #expect(values["asset"]?.canonical.string == "ETH")
        #expect(values["amount"]?.canonical.string == "7 ETH")
        #expect(values["contact"]?.canonical.string == "y@example.com")
        try chat.say("资产改成 BTC，时间改成 昨天早上八点，邮箱改成 v@example.com")
        values = try #require(chat.conversation.form?.values)
        #expect(values["asset"]?.canonical.string == "BTC")
        #expect(values["time"]?.canonical.string == "2026-11-21T08:00+08:00")
        #expect(values["contact"]?.canonical.string == "v@example.com")
        try chat.say("还是用 zhang.wei@163.com 吧，资产改回 USDT 500个")
        values = try #require(chat.conversation.form?.values)
        #expect(values["asset"]?.canonical.string == "USDT")
        #expect(values["amount"]?.canonical.string.hasPrefix("500") == true)
        #expect(values["contact"]?.canonical.string == "zhang.wei@163.com")
    }
}
