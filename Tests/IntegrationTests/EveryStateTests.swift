import Testing

@Suite("Every state of a conversation")
struct EveryStateTests {
    /// What is said until a conversation stands where it is tried.
    private static let ways: [String: [String]] = {
        let mail = ["账号被盗了", "转人工", "好"]
        let preview = mail + [String](repeating: "跳过", count: 4)
        return [
            "new": [], "a question of an intent": ["账号被盗了"], "consent": ["账号被盗了", "转人工"],
            "a question of the mail": mail, "the reply address": mail + [String](repeating: "跳过", count: 3),
            "the preview": preview, "what to change": preview + ["修改"], "a change": preview + ["修改", "时间"],
            "an answer": ["手续费"], "two misses": ["qqq", "zzz"], "a mail that went": preview + ["发送"],
        ]
    }()

    private static let lines = [
        "取消", "返回", "跳过", "修改", "修改 时间", "人工", "菜单", "再说一遍", "帮助", "是", "不", "发送", "我自己发", "没用", "进度",
        "重新开始", "都不是", "english", "1", "99", "", "?", "哈哈", "快点", "你好", "账号被盗了", "微信密码", "🤖", "USDT",
        "one@example.com", "0x52908400098527886E0F7030069857D2E4169EE7", "my password is Abc12345x", "哈希", "私钥",
        "4c0883a69102937d6231471b5dbb6204fe5129617082792ae468d01a3f362318", "status HL-XXXX-XXXX", "退出",
    ]

    @Test("Whatever is said wherever a conversation stands, at least one reply comes and exactly one is the last")
    func replies() throws {
        var input: [String] = []
        var expected = Set<String>()
        for (state, way) in Self.ways {
            for line in Self.lines {
                let conversation = "\(line) at \(state)"
                for (number, text) in (way + [line]).enumerated() {
                    input.append(#"{"id":"\#(number)","conversation":"\#(conversation)","text":"\#(text)"}"#)
                    expected.insert("\(conversation), \(number)")
                }
            }
        }
        let outcome = try Room().chat(input, pack: SamplePack.small, options: ["--json"])
        #expect(outcome.code == 0)
        let replies = outcome.objects.filter { $0["type"] == "reply" }
        let last = replies.filter { $0.flag("last") == true }
            .map { "\($0["conversation"] ?? ""), \($0["to"] ?? "")" }
        #expect(expected.subtracting(last) == [])
        #expect(last.count == expected.count)
        #expect(replies.allSatisfy { $0["text"]?.isEmpty == false })
    }
}
