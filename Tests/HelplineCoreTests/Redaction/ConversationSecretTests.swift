import Testing

@testable import HelplineCore

@Suite("Secrets in a conversation")
struct ConversationSecretTests {
    /// A valid phrase (a test vector of BIP-39) in two halves.
    private static let first = "letter advice cage absurd amount doctor"
    private static let second = "acoustic avoid letter advice cage above"
    private static let traces = ["cage", "absurd", "doctor", "acoustic", "avoid"]

    /// Everything that a conversation keeps, and the replies that somebody remembered for it.
    private func kept(_ chat: borrowing Chatter, _ remembered: [Reply]) -> String {
        String(decoding: chat.conversation.encoded() + remembered.flatMap { $0.encoded() }, as: UTF8.self)
    }

    /// Says lines and keeps the replies as a ledger does.
    private func say(_ lines: [String], in chat: inout Chatter, remembered: inout [Reply]) throws {
        for line in lines {
            try chat.say(line)
            if let masking = chat.turn.masking { remembered = remembered.map { $0.masked(masking) } }
            remembered += chat.turn.replies
        }
    }

    @Test(
        "A phrase told in two lines is in nothing that is kept, whatever was said around and between",
        arguments: [
            ["hello there \(first)", second],
            ["my recovery phrase is \(first)", "and then \(second)"],
            ["the first half: \(first)", "手续费多少", "ok", "second half \(second) please"],
            [
                "1. letter 2. advice 3. cage 4. absurd 5. amount 6. doctor",
                "7) acoustic, avoid, letter,\nadvice and cage, above",
            ],
            ["letter advice cage", "absurd amount doctor", "acoustic avoid letter", "advice cage above"],
            ["letter, advice, cage, absurd and amount", "doctor and acoustic", "no", "avoid letter advice cage above"],
        ])
    func split(lines: [String]) throws {
        var chat = Chatter()
        var remembered: [Reply] = []
        try say(lines, in: &chat, remembered: &remembered)
        let kept = kept(chat, remembered)
        for trace in Self.traces { #expect(!kept.contains(trace), "\(trace)") }
        #expect(kept.contains("[recovery phrase removed]"))
    }

    @Test(
        "What only a later line calls a secret is in nothing that is kept",
        arguments: [
            (["mydogspot77", "oops, that was my password"], ["mydogspot"]),
            (["登不上 panda1998 帮我", "哎呀我把密码发出来了"], ["panda1998"]),
            (["老虎不吃草", "手续费多少", "刚才那是我的密码"], ["老虎不吃草"]),
            (["I enter panda1998 and nothing happens", "ok", "I just sent you my password"], ["panda1998"]),
            (["sunflower", "the word I sent before is the passphrase"], ["sunflower"]),
            (["velvet orchid museum", "刚才那是我的助记词"], ["velvet", "orchid", "museum"]),
            (["velvet", "museum", "those were my seed words"], ["velvet", "museum"]),
            (["KJH23kjh23kjh2mm99x", "上面那串是私钥的一部分"], ["KJH23", "mm99x"]),
            (["我收到的是 5521", "那个是验证码"], ["5521"]),
        ])
    func calledLater(lines: [String], traces: [String]) throws {
        var chat = Chatter()
        var remembered: [Reply] = []
        try say(lines, in: &chat, remembered: &remembered)
        let kept = kept(chat, remembered)
        for trace in traces { #expect(!kept.contains(trace), "\(trace)") }
        #expect(chat.turn.masking != nil)
    }

    @Test("A sentence told as the problem loses the password that a later line finds in it, in draft and mail")
    func calledInForm() throws {
        var chat = Chatter()
        var remembered: [Reply] = []
        let lines = ["我的账号被盗了", "USDT", "是", "好", "zhang@example.com", "改 问题"]
        try say(lines + ["登不上 panda1998 一直转圈"], in: &chat, remembered: &remembered)
        #expect(kept(chat, remembered).contains("panda1998"), "nothing tells yet that it is a password")
        try say(["不小心把密码发出来了"], in: &chat, remembered: &remembered)
        #expect(!kept(chat, remembered).contains("panda1998"))
        #expect(kept(chat, remembered).contains("一直转圈"), "the rest of the sentence stays")
    }

    @Test("A key that was taken for a hash goes from every text that repeats it, and other hashes stay")
    func repeatedKey() {
        let key = String(repeating: "9f3b", count: 16)
        let hash = String(repeating: "5c1f", count: 16)
        var masking = Masking(markers: .english)
        let line = masking.add(
            Redaction.Reveal(linesBack: 1, subject: .hexKey, kind: .privateKey), in: SafeText(trusting: "tx \(key) ok"))
        #expect(!line.string.contains(key))
        let noted = masking.masked(
            SafeText(trusting: "Noted: transaction hash (0x\(key.uppercased())), other \(hash)."))
        #expect(!noted.string.lowercased().contains(key))
        #expect(noted.string.hasSuffix("other \(hash)."))
    }

    @Test("A phrase told in answers to a form's questions is masked in the draft, its preview and the mail")
    func form() throws {
        var chat = Chatter()
        var remembered: [Reply] = []
        let lines = ["我的账号被盗了", "USDT", "是", "好", "zhang@example.com"]
        try say(lines, in: &chat, remembered: &remembered)
        try say(["改 问题", Self.first], in: &chat, remembered: &remembered)
        #expect(kept(chat, remembered).contains("absurd"), "nothing tells yet that this is half of a phrase")
        try say(["改 问题", Self.second], in: &chat, remembered: &remembered)
        let kept = kept(chat, remembered)
        for trace in Self.traces { #expect(!kept.contains(trace), "\(trace)") }
        // A line that is nothing but a secret is no answer, and the question waits.
        try say(["返回", "发送"], in: &chat, remembered: &remembered)
        let submitted = chat.submitted
        let mail = try #require(submitted)
        let sent = [mail.subject, mail.body, mail.transcript?.text ?? SafeText()].map(\.string).joined()
        for trace in Self.traces { #expect(!sent.contains(trace), "\(trace)") }
    }

    @Test("A word that completes a phrase and is a command as well is obeyed, and the phrase is spoken of")
    func commandInPhrase() throws {
        var chat = Chatter()
        for line in ["账号被盗了", "USDT", "是", "好", "zhang@example.com", "发送"] { try chat.say(line) }
        try chat.settle(.accepted(.sample, .written))
        let lines = [
            "letter advice cage absurd amount doctor", "手续费多少", "手续费多少", "acoustic avoid letter advice absorb",
        ]
        for line in lines { try chat.say(line) }
        try chat.say("cancel")
        #expect(chat.turn.effect == .weigh(.sample))
        #expect(try chat.settle(.weighed(.sample, nil)).first?.contains("<secret_seen>") == true)
    }

    @Test("A password that was announced is one though it begins like a command")
    func passwordLikeCommand() throws {
        var chat = Chatter()
        var remembered: [Reply] = []
        try say(["账号被盗了", "我的密码是", "改天换地2020"], in: &chat, remembered: &remembered)
        #expect(!kept(chat, remembered).contains("换地"))
        #expect(kept(chat, remembered).contains("[密码已隐去]"))
    }
}
