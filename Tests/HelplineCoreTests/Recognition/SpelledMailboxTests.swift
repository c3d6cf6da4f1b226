import Testing

@testable import HelplineCore

@Suite("Addresses written out in words")
struct SpelledMailboxTests {
    @Test(
        "An address in words is read as the one that is meant",
        arguments: [
            ("mike at example dot com", "mike@example.com"), ("mike AT Example DOT com", "mike@example.com"),
            ("mike(at)example.com", "mike@example.com"), ("mike (at) example (dot) com", "mike@example.com"),
            ("mike[at]example[dot]com", "mike@example.com"), ("mike @ example.com", "mike@example.com"),
            ("my email is john dot smith at mail dot example dot org thanks", "john.smith@mail.example.org"),
            ("use mike_77 at example.com", "mike_77@example.com"),
            ("mike 艾特 example 点 com", "mike@example.com"), ("邮箱是mike艾特example点com", "mike@example.com"),
            ("我的邮箱：mike小老鼠qq点com", "mike@qq.com"), ("mike圈a163.com", "mike@163.com"),
            ("mike#example.com(#换成@)", "mike@example.com"), ("mike#example.com 请把#换成@", "mike@example.com"),
            ("mike*example.com (replace * with @)", "mike@example.com"),
        ])
    func addresses(line: String, address: String) throws {
        let text = NormalizedText(line)
        let found = try #require(MailboxReader.read(text))
        #expect(found.canonical == address)
        #expect(found.range.upperBound <= text.bytes.count)
    }

    @Test(
        "Words that only look like one are none",
        arguments: [
            "i looked at coinbase dot com", "it is at example.com", "my coins are at binance dot com", "dot",
            "i bought some dot at binance", "meet me at 10.30", "at", "(at)", "a at b", "艾特", "我艾特了客服点com",
            "点com", "#1 at the top @", "100# @", "mike at", "mike at example dot", "it crashed at startup. com",
            "look @ example.com",
        ])
    func others(line: String) {
        #expect(MailboxReader.read(NormalizedText(line)) == nil)
    }

    @Test("No line of marks and letters, cut anywhere, reads beside its end")
    func cutAnywhere() {
        let whole = Array("ab (at) c艾特d[dot]e点f dot g@h #i.jk(#换成@) at l dot m".utf8)
        for start in whole.indices {
            for end in start...whole.count {
                let bytes = Array(String(decoding: whole[start..<end], as: UTF8.self).utf8)
                let found = SpelledMailbox(bytes).read()
                #expect(found.map { $0.range.upperBound <= bytes.count } ?? true)
            }
        }
    }

    @Test(
        "While another question waits, the address is kept and nothing of it becomes an answer",
        arguments: ["mike at example dot com", "mike(at)example.com", "mike 艾特 example 点 com"])
    func besideAQuestion(line: String) throws {
        var chat = Chatter()
        for line in ["账号被盗了", "人工", "好"] { try chat.say(line) }
        let waiting = chat.conversation.form?.current
        try chat.say(line)
        #expect(chat.conversation.form?.values["contact"]?.canonical.string == "mike@example.com")
        #expect(chat.conversation.form?.values["contact"]?.words.string == "mike@example.com")
        #expect(chat.conversation.form?.values["asset"] == nil)
        #expect(chat.conversation.form?.values["time"] == nil)
        #expect(waiting != "contact")
        #expect(chat.conversation.form?.current == waiting)
    }
}
