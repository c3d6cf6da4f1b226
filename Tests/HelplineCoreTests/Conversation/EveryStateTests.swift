import TestSupport
import Testing

@testable import HelplineCore

/// Every word of every command and every kind of answer, wherever a conversation can stand.
@Suite("Whatever is said wherever a conversation stands")
struct EveryStateTests {
    /// What is said until a conversation stands where it is tried.
    static let ways: [String: [String]] = {
        let mail = ["账号被盗了", "BTC", "是", "好"]
        let preview = mail + ["a@example.com"]
        let blank = ["人工", "好"]
        return [
            "new": [], "a word of a set": ["账号被盗了"], "a choice": ["账号被盗了", "BTC"], "consent": ["人工"],
            "free text": blank, "a date": blank + ["钱包打不开了"], "an address": mail, "the preview": preview,
            "what to change": preview + ["改"], "a change": preview + ["改 时间"], "an answer": ["手续费多少"],
            "why not": ["手续费多少", "不"], "a tie": ["菜单"], "one miss": ["火锅好吃"], "two misses": ["火锅好吃", "天气如何"],
            "haste": ["急", "???"], "closed": ["账号被盗了", "BTC", "是", "不用"],
            "an interrupted form": ["账号被盗了", "手续费多少"], "a key or a hash": [String(repeating: "a1", count: 32)],
            "English": ["English", "my account was stolen"],
        ]
    }()

    /// Each kind of answer, right and wrong, and what people send by mistake or in anger.
    private static let answers: [String] = [
        "1", "2", "99", "-1", "0", "第二个", "the last one", "BTC", "usdt", "USTD", "泄露了", "昨晚十点", "yesterday at 9pm",
        "31.02.",
        "2月30日", "25:99", "-500 USDT", "1e308 BTC", "99999999999999999999999999 USDT", "a@example.com",
        "team@example.com",
        "a@", "@", "a@example.com b@example.com", "0x52908400098527886E0F7030069857D2E4169EE7",
        String(repeating: "4c", count: 32), "手续费多少", "账号被盗了", "how long", "多久", "微信密码", "你好", "谢谢", "急", "???", "🤖",
        "👨‍👩‍👧",
        "火锅好吃", "不对，是USDT", "no BTC actually", "时间是昨天", "the asset is BTC", "改 邮箱 b@example.com", "改 资产",
        "change the moon",
        "cancle", "skpi", "", "   ", "\n\n\n\n", "好\n好\n好", "مرحبا هل يمكنك مساعدتي", "\u{202E}dlrow olleh",
        "e" + combining,
        String(repeating: "哈", count: 2000), long, hundred, address, "my password is Abc12345x",
        "abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon about",
        "\u{FEFF}", "{}", "{{asset}}", "<script>", "%s%n", "\\", "null", "NaN", "(((((((((((",
        "Subject: x\r\nBcc: y@z.org",
    ]
    private static let combining = String(repeating: "\u{301}", count: 1000)
    private static let long = String(repeating: "你们怎么回事，我等了很久了，一直没有人管！", count: 250)
    private static let hundred = (1...100).map { "手续费\($0)多少？" }.joined()
    private static let address =
        String(repeating: "a", count: 5000) + "@" + String(repeating: "b", count: 5000) + ".com"

    private static var commandWords: [String] {
        SmallPack.content.commands.values.flatMap { $0.values.joined() }.map { $0.replacing("*", with: "") }
            + SmallPack.content.languageWords.values.joined()
    }

    /// Words that may end what was begun, as they say.
    private static let leaving: Set<String> = [
        "取消", "cancel", "重新开始", "restart", "再见", "bye", "我自己发", "i will send it myself", "发送", "send",
    ]

    private func chat(_ way: [String]) throws -> Chatter {
        var chat = Chatter()
        chat.savesState = false
        for line in way { try chat.say(line) }
        return chat
    }

    @Test(
        "There is a reply or an effect, no reply is empty or has an empty line, and the state can be kept",
        arguments: ways.keys.sorted())
    func replies(state: String) throws {
        for line in Self.commandWords + Self.answers {
            var chat = try chat(Self.ways[state] ?? [])
            try chat.say(line)
            let turn = chat.turn
            #expect(turn.replies.isEmpty == (turn.effect != nil), "\(line.prefix(40)) at \(state)")
            for reply in turn.replies {
                let lines = reply.text.string.split(separator: "\n", omittingEmptySubsequences: false)
                #expect(!lines.contains { $0.allSatisfy(\.isWhitespace) }, "\(line.prefix(40)) at \(state)")
            }
            let bytes = chat.conversation.encoded()
            #expect(bytes.count <= 64 * 1024)
            let decoded = try Conversation(decoding: bytes)
            #expect(decoded.encoded() == bytes, "\(line.prefix(40)) at \(state)")
        }
    }

    @Test("“Cancel” always leads out within a few lines", arguments: ways.keys.sorted())
    func noTrap(state: String) throws {
        for line in Self.commandWords + Self.answers where line.utf8.count < 300 {
            var chat = try chat(Self.ways[state] ?? [])
            try chat.say(line)
            for _ in 0..<5 where chat.conversation.form != nil { try chat.say("取消") }
            #expect(chat.conversation.form == nil, "\(line.prefix(40)) at \(state)")
            #expect(chat.conversation.suspended.isEmpty, "\(line.prefix(40)) at \(state)")
        }
    }

    @Test(
        "A draft is lost only by words that say so",
        arguments: ["an address", "the preview", "what to change", "a change"])
    func keepsDraft(state: String) throws {
        for line in Self.commandWords + Self.answers
        where !Self.leaving.contains(line.lowercased()) && line.utf8.count < 300 {
            var chat = try chat(Self.ways[state] ?? [])
            let before = try #require(chat.conversation.form)
            try chat.say(line)
            let after = chat.conversation.form
            #expect(after?.owner == .email, "\(line.prefix(40)) at \(state)")
            for slot in before.values.keys {
                #expect(after?.values[slot] != nil, "\(slot) by \(line.prefix(40)) at \(state)")
            }
        }
    }

    @Test(
        "No line that is said over and over keeps a question for ever, and none gets the same reply for ever",
        arguments: ways.keys.sorted())
    func noLoop(state: String) throws {
        for line in ["火锅好吃", "急", "2月30日", "嗯哼", "???", "a@", "你好", "🤖"] {
            var chat = try chat(Self.ways[state] ?? [])
            var last: [String] = []
            var same = 0
            for _ in 0..<8 {
                let said = try chat.say(line)
                same = said == last ? same + 1 : 0
                last = said
                if chat.turn.ends { break }
            }
            // Greetings have one wording in this pack, and a preview waits as long as it must.
            let isPatient = line == "你好" || chat.conversation.form?.stage == .confirming
            #expect(isPatient || same < 3, "\(line) at \(state): \(last)")
        }
    }

    @Test("Random talk neither traps nor is met with silence", arguments: 0..<40)
    func random(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        var chat = Chatter()
        let lines = (Self.commandWords + Self.answers).filter { $0.utf8.count < 300 }
        for _ in 0..<60 {
            let line = generator.pick(lines)
            try chat.say(line)
            switch chat.turn.effect {
            case .submit: try chat.settle(.accepted(.sample, .written))
            case .lookup: try chat.settle(.status(nil))
            case .lookupAll: try chat.settle(.statuses([:]))
            case .weigh(let reference): try chat.settle(.weighed(reference, nil))
            case .withdraw(let reference): try chat.settle(.withdrawn(reference, isDone: false, nil))
            case nil: break
            }
            #expect(!chat.turn.replies.isEmpty, "\(line.prefix(40))")
            #expect(chat.conversation.suspended.count <= 3)
            #expect(chat.conversation.history.count <= 40)
        }
    }
}
