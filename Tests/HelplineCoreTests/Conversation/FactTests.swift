import Testing

@testable import HelplineCore

@Suite("What is told beside the questions")
struct FactTests {
    /// The small pack with more fields of the mail, and the words for what was tried.
    private func chat(require: [SlotID] = ["asset"]) -> Chatter {
        var content = SmallPack.content
        let field: (SlotID, String, Accept) -> Slot = { id, label, accept in
            Slot(
                id: id, prompt: SmallPack.both(label + "？", label + "?"), accept: accept, optional: true,
                label: SmallPack.both(label, label))
        }
        content.email.slots.insert(
            contentsOf: [
                field("steps", "步骤", .text(minimum: 2)), field("amount", "金额", .amount),
                field("evidence", "证据", .text(minimum: 2)), field("tried", "试过", .text(minimum: 2)),
                field("device", "设备", .text(minimum: 2)),
            ], at: 4)
        content.email.phrases[.client] = SmallPack.both("设备：{{client}}", "Device: {{client}}")
        content.email.phrases[.name] = SmallPack.both("称呼：{{name}}", "Name: {{name}}")
        content.texts[.triedWords] = [SmallPack.both("试过重启", "tried restarting")]
        content.texts[.doneWords] = [SmallPack.both("重装了", "reinstalled")]
        content.intents[0].escalation?.require = require
        var chat = Chatter()
        chat.knowledge = KnowledgeBase(content)
        return chat
    }

    private let mail = ["人工", "好", "我的钱包打不开了怎么办"]

    private func skip(to slot: SlotID, in chat: inout Chatter) throws {
        for _ in 0..<8 where chat.conversation.form?.current != slot { try chat.say("跳过") }
        #expect(chat.conversation.form?.current == slot)
    }

    @Test(
        "Amount and asset are kept however they are put",
        arguments: [
            ("3000个 昨晚", "3000", nil), ("USDT 大概3000", "3000 USDT", "USDT"), ("about 3k usdt", "3000 USDT", "USDT"),
            ("三千多个U", "3000 USDT", "USDT"), ("usdt about 3,000", "3000 USDT", "USDT"),
        ])
    func amounts(line: String, amount: String, asset: String?) throws {
        var chat = chat()
        for line in ["账号被盗了", line] { try chat.say(line) }
        let values = try #require(chat.conversation.form?.values)
        #expect(values["amount"]?.canonical.string == amount)
        #expect(values["asset"]?.canonical.string == asset)
        for line in ["人工", "好"] { try chat.say(line) }
        #expect(chat.conversation.form?.values["amount"]?.canonical.string == amount)
    }

    @Test("A bare number is the amount where the coin is asked for")
    func bareAmount() throws {
        var chat = chat()
        for line in ["账号被盗了", "大概3000"] { try chat.say(line) }
        #expect(chat.conversation.form?.values["amount"]?.canonical.string == "3000")
        #expect(chat.turn.replies.last?.slot == "asset")
        #expect(chat.conversation.form?.tries == 0)
    }

    @Test("What is counted otherwise is no amount", arguments: ["100个人", "12个单词", "3个", "版本 5.2.1", "2个月"])
    func noAmounts(line: String) {
        #expect(AmountReader(ScalarText(NormalizedText(line).bytes)).read(asked: false) == nil)
    }

    @Test("A number before a comma and more digits is no hour")
    func noHour() {
        let reader = DateReader(
            rule: .past, now: Chatter().environment.now, zone: ZoneTable(name: "Asia/Shanghai", firstOffset: 28_800))
        let text = NormalizedText("lost roughly 2,500 USDT last night")
        #expect(reader.read(ScalarText(text.bytes), asked: true)?.canonical == "2026-11-21")
    }

    @Test(
        "A name, a device or what was tried is no answer to another question, and stands where it belongs",
        arguments: [
            ("我叫王芳", "称呼：王芳"), ("iphone 14 ios 17", "设备：iphone 14 ios 17"), ("安卓13 版本 5.2.1", "设备：安卓13 版本 5.2.1"),
            ("我试过重启", "试过：我试过重启"),
        ])
    func wrongFields(line: String, field: String) throws {
        var chat = chat()
        for line in mail { try chat.say(line) }
        try skip(to: "evidence", in: &chat)
        let said = try chat.say(line)
        #expect(chat.turn.replies.last?.slot == "evidence", "\(said)")
        #expect(chat.conversation.form?.values["evidence"] == nil)
        for line in ["跳过", "跳过", "跳过"] where chat.conversation.form?.stage == .asking { try chat.say(line) }
        let body = try #require(chat.turn.replies.last?.draft?.body.string)
        #expect(body.contains(field))
    }

    @Test("What was done before the problem are steps, what was tried since is not")
    func stepsAndTried() throws {
        var chat = chat()
        for line in mail { try chat.say(line) }
        try skip(to: "steps", in: &chat)
        try chat.say("试过重启")
        #expect(chat.conversation.form?.current == "steps")
        try chat.say("重装了应用")
        #expect(chat.conversation.form?.values["steps"]?.words.string == "重装了应用")
        #expect(chat.conversation.form?.values["tried"]?.words.string == "试过重启")
    }

    @Test("What was told before the mail is not asked again")
    func toldBefore() throws {
        var chat = chat(require: ["time", "asset", "evidence", "tried"])
        for line in ["昨晚账号被盗了，少了3000u，我试过重启，华为mate60", "人工", "好"] { try chat.say(line) }
        let values = try #require(chat.conversation.form?.values)
        #expect(values["time"]?.canonical.string == "2026-11-21")
        #expect(values["asset"]?.canonical.string == "USDT")
        #expect(values["amount"]?.canonical.string == "3000 USDT")
        #expect(values["tried"]?.words.string == "我试过重启")
        #expect(values["device"]?.words.string == "华为mate60")
        #expect(chat.turn.replies.last?.slot == "evidence")
    }

    @Test("A mail asks six questions at most, whatever its topic wants")
    func six() throws {
        var chat = chat(require: ["steps", "time", "asset", "amount", "evidence", "tried", "device"])
        for line in ["账号被盗了", "人工", "好"] { try chat.say(line) }
        var asked: [SlotID] = []
        for _ in 0..<12 {
            guard let slot = chat.conversation.form?.current else { break }
            asked.append(slot)
            try chat.say("跳过")
        }
        #expect(asked.count == 6)
        #expect(asked.last == "contact")
    }

    @Test("The transcript has no empty line of the user for a file that came without words")
    func noEmptyLines() throws {
        var chat = chat()
        for line in mail { try chat.say(line) }
        try chat.say("", files: [SampleFile.picture("shot.png")])
        for _ in 0..<8 where chat.conversation.form?.stage == .asking { try chat.say("跳过") }
        try chat.say("发送")
        let transcript = try #require(chat.submitted?.transcript?.text.string)
        #expect(!transcript.split(separator: "\n").contains { $0 == "用户：" })
    }

    @Test("Who says “maybe” to the warning about an identity photo is asked once more, and then it is left out")
    func maybe() throws {
        var chat = chat()
        for line in mail { try chat.say(line) }
        try chat.say("", files: [SampleFile.picture("id card.png")])
        #expect(try chat.say("可能吧").last?.contains("<file_identity>") == true)
        #expect(chat.conversation.form?.unconfirmed.count == 1)
        try chat.say("可能吧")
        #expect(chat.conversation.form?.files.isEmpty == true)
    }

    @Test("In a rehearsal the state of a mail says that nothing is sent, and times carry their distance from UTC")
    func states() throws {
        let status = MailStatus(
            state: .cancelled, created: Timestamp(seconds: 1_795_341_600), moment: Timestamp(seconds: 1_795_341_600),
            attempts: 0)
        var chat = chat()
        try chat.say(Reference.sample.description)
        #expect(try chat.settle(.status(status)).first?.contains("(UTC+08:00)") == true)
        chat.environment.mailbox.isTrial = true
        try chat.say(Reference.sample.description)
        #expect(try chat.settle(.status(status)).first?.contains("<status_trial>") == true)
    }
}
