import Testing

@testable import HelplineCore

@Suite struct MailTests {
    /// From the theft to the preview.
    private func preview() throws -> Chatter {
        var chat = Chatter()
        try chat.say("我的账号被盗了")
        try chat.say("USDT")
        try chat.say("是")
        try chat.say("好")
        try chat.say("zhang@example.com")
        return chat
    }

    @Test("Leaving asks once before a draft is dropped, and again where the user has gone on")
    func leaving() throws {
        var chat = Chatter()
        for line in ["人工", "好"] { try chat.say(line) }
        #expect(try chat.say("再见").first?.contains("<leave_draft>") == true)
        #expect(!chat.turn.ends)
        try chat.say("钱包打不开了")
        #expect(try chat.say("再见").first?.contains("<leave_draft>") == true)
        #expect(try chat.say("bye").first?.contains("<mail_cancelled>") == true)
        #expect(chat.turn.ends)
        #expect(chat.conversation.form == nil)
    }

    @Test("Leaving asks nothing where there is no draft", arguments: [[], ["人工"], ["账号被盗了"]])
    func leavingAtOnce(way: [String]) throws {
        var chat = Chatter()
        for line in way { try chat.say(line) }
        try chat.say("再见")
        #expect(chat.turn.ends)
    }

    @Test("Only what is missing is asked, and then the whole mail is shown")
    func missingOnly() throws {
        let chat = try preview()
        let reply = try #require(chat.turn.replies.first)
        #expect(reply.kind == .preview)
        #expect(reply.state == .confirm)
        let draft = try #require(reply.draft)
        #expect(draft.to.string == "team@example.com")
        #expect(draft.replyTo?.string == "zhang@example.com")
        #expect(draft.subject.string == "[HL-____-____] 【紧急】安全：账户被盗，USDT")
        #expect(draft.body.string.contains("│ 我的账号被盗了"))
        #expect(draft.attachments.map(\.string) == ["记录.txt"])
        #expect(chat.turn.effect == nil)
    }

    @Test("A name that the user wrote beside the address is the name of the mail")
    func name() throws {
        var chat = Chatter()
        for line in ["我的账号被盗了", "USDT", "是", "好", "张伟 zhang@example.com", "发送"] { try chat.say(line) }
        let mail = chat.submitted
        #expect(mail?.name?.string == "张伟")
        #expect(mail?.replyTo?.string == "zhang@example.com")
    }

    @Test("Nothing is submitted before the user says so, and then exactly what was shown")
    func send() throws {
        var chat = try preview()
        let shown = try #require(chat.turn.replies.first?.draft)
        let said = try chat.say("发送")
        #expect(said.isEmpty)
        let mail = chat.submitted
        let escalation = try #require(mail)
        #expect(escalation.body == shown.body)
        #expect(escalation.category == "security")
        #expect(escalation.urgent)
        let receipt = try chat.settle(.accepted(.sample, .written))
        #expect(receipt.first?.contains("<receipt_written>") == true)
        #expect(receipt.first?.contains(Reference.sample.description) == true)
        let reply = try #require(chat.turn.replies.first)
        #expect(reply.kind == .receipt)
        #expect(reply.state == .sent)
        #expect(reply.email == Reply.Email(reference: .sample, status: "written"))
        try chat.say("手续费多少")
        #expect(chat.turn.replies.first?.state == .idle)
    }

    @Test("A second “send” names the first mail and makes no other")
    func sendTwice() throws {
        var chat = try preview()
        try chat.say("发送")
        try chat.settle(.accepted(.sample, .written))
        let said = try chat.say("发送")
        #expect(chat.turn.effect == nil)
        #expect(said.first?.contains(Reference.sample.description) == true)
    }

    @Test(
        "Where the mail is not accepted the draft stays",
        arguments: [
            Outcome.failed, .limited(until: Timestamp(seconds: 1_795_345_200)),
        ])
    func notAccepted(outcome: Outcome) throws {
        var chat = try preview()
        try chat.say("发送")
        try chat.settle(outcome)
        #expect(chat.turn.replies.first?.state == .confirm)
        try chat.say("发送")
        let mail = chat.submitted
        #expect(mail != nil)
    }

    @Test(
        "A field is changed in one line, by number, and by name; the preview comes again",
        arguments: [
            ["改 资产 BTC"], ["改", "3", "BTC"], ["改资产", "比特币"],
        ])
    func change(lines: [String]) throws {
        var chat = try preview()
        for line in lines { try chat.say(line) }
        #expect(chat.turn.replies.last?.kind == .preview)
        #expect(chat.turn.replies.last?.draft?.subject.string.hasSuffix("BTC") == true)
        #expect(chat.turn.replies.last?.draft?.replyTo?.string == "zhang@example.com")
    }

    @Test("Cancel sends nothing; “I will send it myself” shows address and text")
    func leave() throws {
        var chat = try preview()
        let own = try chat.say("我自己发")
        #expect(own.first?.contains("team@example.com") == true)
        #expect(own.first?.contains("│ 我的账号被盗了") == true)
        #expect(chat.conversation.form == nil)
        var other = try preview()
        let said = try other.say("取消")
        #expect(said.first?.contains("<mail_cancelled>") == true)
        #expect(other.turn.effect == nil)
    }

    @Test("What is not understood at the preview keeps the preview")
    func unclear() throws {
        var chat = try preview()
        try chat.say("火锅好吃")
        #expect(chat.turn.replies.first?.state == .confirm)
        try chat.say("发送")
        let mail = chat.submitted
        #expect(mail != nil)
    }

    @Test("A wish for a person starts the e-mail, and the question beside it becomes its topic")
    func wish() throws {
        var chat = Chatter()
        try chat.say("转人工")
        #expect(chat.turn.replies.first?.slot == "consent")
        try chat.say("好")
        #expect(chat.turn.replies.first?.slot == "problem")
        var other = Chatter()
        try other.say("手续费太贵了。我要找人工")
        #expect(other.turn.replies.first?.slot == "consent")
        #expect(other.conversation.form?.topic == "fees")
    }

    @Test("Declining the e-mail ends it without a question")
    func decline() throws {
        var chat = Chatter()
        try chat.say("人工")
        let said = try chat.say("不用")
        #expect(said.first?.contains("<offer_declined>") == true)
        #expect(chat.conversation.form == nil)
    }

    @Test(
        "An amount beside the coin is kept, and stands whole on a line of its own",
        arguments: [("100 USDT", "100 USDT"), ("大概 1,200.5 usdt 吧", "1,200.5 usdt"), ("USDT", nil)]
            as [(String, String?)])
    func amountBesideCoin(answer: String, amount: String?) throws {
        var chat = Chatter()
        for line in ["我的账号被盗了", answer, "是", "好", "zhang@example.com"] { try chat.say(line) }
        let body = try #require(chat.turn.replies.first?.draft).body.string
        let lines = body.split(separator: "\n").map(String.init)
        #expect(lines.contains("资产：USDT"))
        #expect(lines.first { $0.hasPrefix("金额") } == amount.map { "金额：" + $0 })
    }

    @Test("What was changed by its question is said above the preview that comes again")
    func changedByQuestion() throws {
        var chat = try preview()
        try chat.say("改")
        try chat.say("邮箱")
        let said = try chat.say("li@example.com")
        #expect(said.first?.contains("<changed>") == true)
        #expect(chat.turn.replies.first?.draft?.replyTo?.string == "li@example.com")
    }

    @Test("Words are added to the problem while a value is asked for, and the question comes again")
    func addWhileAsking() throws {
        var chat = Chatter()
        for line in ["我的账号被盗了", "USDT", "是", "好"] { try chat.say(line) }
        #expect(chat.turn.replies.last?.slot == "contact")
        let said = try chat.say("补充 我已经报警了")
        #expect(said.first?.contains("<noted>") == true)
        #expect(chat.turn.replies.last?.slot == "contact")
        #expect(chat.conversation.form?.values["problem"]?.words.string == "我的账号被盗了\n我已经报警了")
    }

    @Test("“改了密码” tells what was done and changes nothing")
    func tellsOfChange() throws {
        var chat = Chatter()
        for line in ["人工", "好", "改了密码以后登不上了"] { try chat.say(line) }
        #expect(chat.conversation.form?.values["problem"]?.words.string == "改了密码以后登不上了")
    }

    @Test("Every question can be skipped, and the mail says so")
    func skipAll() throws {
        var chat = Chatter()
        for line in ["手续费多少", "人工", "好"] { try chat.say(line) }
        for _ in 0..<4 { try chat.say("跳过") }
        let draft = try #require(chat.turn.replies.first?.draft)
        #expect(draft.replyTo == nil)
        #expect(draft.body.string.contains("时间：未提供"))
        #expect(draft.body.string.contains("未留邮箱"))
    }

    @Test("A description that matches an FAQ is taken as the problem, not answered")
    func problemText() throws {
        var chat = Chatter()
        try chat.say("人工")
        try chat.say("好")
        try chat.say("我的账号被盗了")
        #expect(chat.conversation.form?.values["problem"]?.words.string == "我的账号被盗了")
        // The topic it tells requires the asset and not the time.
        #expect(chat.turn.replies.first?.slot == "asset")
    }

    @Test("A reference in a line is looked up")
    func status() throws {
        var chat = Chatter()
        try chat.say("查 \(Reference.sample)")
        #expect(chat.turn.effect == .lookup(.sample))
        let said = try chat.settle(.status(nil))
        #expect(said.first?.contains("<status_unknown>") == true)
    }

    @Test("A mail begun without a topic takes the category of the problem's words")
    func learnedTopic() throws {
        var chat = Chatter()
        try chat.say("人工")
        try chat.say("好")
        try chat.say("手续费太贵了")
        #expect(chat.conversation.form?.topic == "fees")
    }

    @Test(
        "The team's own address is not taken for the user's",
        arguments: [
            "team@example.com", "TEAM+x@example.com", "anyone@team.example",
        ])
    func ownAddress(address: String) throws {
        var chat = Chatter()
        chat.environment.mailbox.own = ["@team.example"]
        try chat.say("我的账号被盗了")
        for line in ["USDT", "是", "好"] { try chat.say(line) }
        let said = try chat.say(address)
        #expect(said.first?.contains("<own_address>") == true)
        #expect(chat.turn.replies.first?.slot == "contact")
    }

    @Test(
        "Of an address that an answer may not reach it is said why, and another one is asked for",
        arguments: ["üser@gmail.com", "张三@例子.公司"])
    func foreignAddress(address: String) throws {
        var chat = Chatter()
        try chat.say("我的账号被盗了")
        for line in ["USDT", "是", "好"] { try chat.say(line) }
        let said = try chat.say(address)
        #expect(said.first?.contains("<foreign_address>") == true)
        #expect(chat.turn.replies.first?.slot == "contact")
        try chat.say("x@bücher.de")
        #expect(chat.conversation.form?.values["contact"]?.canonical.string == "x@bücher.de")
    }

    @Test("“Change” inside an intent's questions never leads to a preview")
    func changeInIntent() throws {
        var chat = Chatter()
        try chat.say("账号被盗了")
        try chat.say("BTC")
        try chat.say("改")
        #expect(chat.turn.replies.first?.state == .form)
        try chat.say("发送")
        #expect(chat.turn.replies.first?.kind == .question)
        #expect(chat.turn.replies.first?.slot == "leaked")
    }

    @Test("A time is written with its offset beside the user's words")
    func time() throws {
        var chat = Chatter()
        for line in ["人工", "好", "手续费太贵了", "昨晚十点"] { try chat.say(line) }
        for line in ["跳过", "跳过"] { try chat.say(line) }
        let body = try #require(chat.turn.replies.first?.draft?.body.string)
        #expect(body.contains("时间：2026-11-21 22:00 (UTC+08:00)（原话“昨晚十点”）"))
    }

    @Test("Amount and transaction hash in the user's words stand on lines of their own, whole")
    func facts() throws {
        let hash = "0x5c1f0e6b6a0d4f4f9a2f0c3f1f7d3f0b8f6f0c5d2b7e4a9c8d1e0f3a2b4c6d8e"
        var chat = Chatter()
        for line in ["人工", "好", "转了 120 USDT 没到账，交易哈希 \(hash)", "跳过", "跳过", "zhang@example.com"] {
            try chat.say(line)
        }
        let body = try #require(chat.turn.replies.first?.draft?.body.string)
        let lines = body.split(separator: "\n")
        #expect(lines.contains("金额：120 USDT"))
        #expect(lines.contains("哈希：\(hash)"))
        #expect(!body.contains("网络"))
    }

    @Test("The preview says how many secrets were removed, and of which kinds")
    func removed() throws {
        var chat = Chatter()
        for line in ["人工", "好", "转账失败了，我的密码是Tr0ub4dor&Xyzzy99", "跳过", "跳过", "卡号 4111 1111 1111 1111"] {
            try chat.say(line)
        }
        try chat.say("zhang@example.com")
        let text = try #require(chat.turn.replies.last?.text.string)
        #expect(text.contains("<preview_redacted>2[密码已隐去] [卡号已隐去]"), "\(text)")
    }

    @Test("The preview shows the transcript when it is first shown and when it is asked for again, and else names it")
    func transcript() throws {
        var chat = try preview()
        let first = try #require(chat.turn.replies.last?.text.string)
        #expect(first.contains("<preview_transcript>"))
        for words in ["我的账号被盗了", "USDT", "zhang@example.com"] { #expect(first.contains("│ 用户：\(words)")) }
        try chat.say("改 资产 BTC")
        let changed = try #require(chat.turn.replies.last?.text.string)
        #expect(changed.contains("<preview_transcript_again>"))
        #expect(!changed.contains("│ 用户：USDT"))
        try chat.say("再说一遍")
        #expect(chat.turn.replies.last?.text.string.contains("│ 用户：改 资产 BTC") == true)
    }

    @Test("Of a long conversation the preview and the transcript say that they do not begin with it")
    func longTranscript() throws {
        var chat = Chatter()
        for number in 1...30 { try chat.say("第\(number)句话，没人听懂") }
        for line in ["取消", "我的账号被盗了", "USDT", "是", "好"] { try chat.say(line) }
        try chat.say("zhang@example.com")
        let shown = try #require(chat.turn.replies.last?.text.string)
        #expect(shown.contains("<preview_transcript_part>"), "\(shown)")
        #expect(!shown.contains("第1句话"))
        try chat.say("发送")
        let mail = chat.submitted
        let transcript = try #require(mail?.transcript?.text.string)
        #expect(transcript.hasPrefix("更早的没有\n"), "\(transcript.prefix(80))")
        var short = try preview()
        try short.say("发送")
        let whole = short.submitted
        #expect(whole?.transcript?.text.string.contains("更早的没有") == false)
    }

    @Test(
        "What is added on the preview stands below the words that tell the problem",
        arguments: ["补充 我已经报警了", "add that 我已经报警了"])
    func addedOnPreview(line: String) throws {
        var chat = try preview()
        try chat.say(line)
        let draft = try #require(chat.turn.replies.last?.draft)
        #expect(draft.body.string.contains("│ 我的账号被盗了\n│ 我已经报警了"), "\(draft.body)")
        try chat.say("发送")
        #expect(chat.submitted?.body == draft.body)
    }

    @Test("The text for the user's own mail program claims no confirmation and no helper")
    func ownHand() throws {
        var chat = try preview()
        let text = try #require(try chat.say("我自己发").last)
        #expect(text.contains("│ 我的账号被盗了"))
        #expect(text.contains("USDT"))
        for words in ["用户确认", "类型：", "直接回复"] { #expect(!text.contains(words), "\(text)") }
    }

    @Test("Whoever is asked for consent and gives an address has consented, and is not asked for it again")
    func consentByAddress() throws {
        var chat = Chatter()
        for line in ["我的账号被盗了", "USDT", "是"] { try chat.say(line) }
        #expect(chat.turn.replies.last?.slot == "consent")
        try chat.say("zhang@example.com")
        #expect(chat.turn.replies.last?.draft?.replyTo?.string == "zhang@example.com")
    }

    @Test(
        "A mere “yes” or a word for the preview is no value of a field, however often it is said",
        arguments: ["是", "发送"])
    func noValue(word: String) throws {
        var chat = Chatter()
        for line in ["人工", "好", "转账失败了", word, word, word] { try chat.say(line) }
        #expect(chat.turn.replies.last?.slot == "time")
        for line in ["跳过", word, "跳过", "zhang@example.com"] { try chat.say(line) }
        let draft = try #require(chat.turn.replies.last?.draft)
        #expect(!draft.body.string.contains("：\(word)"), "\(draft.body)")
    }

    @Test("However often a long mail is shown, the user's first words stay in the transcript")
    func longPreviews() throws {
        var chat = try preview()
        for number in 0..<6 { try chat.say("补充 \(number)" + String(repeating: "很长的话", count: 150)) }
        try chat.say("发送")
        #expect(chat.submitted?.transcript?.text.string.contains("用户：我的账号被盗了") == true)
    }
}
