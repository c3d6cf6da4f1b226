import Foundation
import Testing

@Suite("Secrets")
struct SecretTests {
    @Test("A secret typed into a chat is in no file, in no output, in no log and in no mail", arguments: Secret.all)
    func mail(secret: Secret) throws {
        let room = try Room()
        let lines =
            ["账号被盗了 " + secret.line, "转人工", "好", secret.line, secret.line]
            + ["取消", "账号被盗了 点了陌生链接", secret.line, "转人工", "好"]
            + [String](repeating: "跳过", count: 8) + ["发送"]
        let outcome = try room.chat(lines, pack: SamplePack.small, options: ["--plain"])
        #expect(outcome.code == 0)
        #expect(room.mails.count == 1)
        let bytes = try EveryByte(of: room)
        #expect(bytes.contains("陌生链接"), "what is no secret is found, so that a secret would be")
        for trace in secret.traces { #expect(!bytes.contains(trace)) }
    }

    @Test("What two lines reveal together is in nothing that is left, in the mail neither", arguments: Secret.divided)
    func divided(secret: [String]) throws {
        let room = try Room()
        let lines = ["账号被盗了 点了陌生链接", secret[0], "转人工", "好", secret[1]] + [String](repeating: "跳过", count: 8) + ["发送"]
        let outcome = try room.chat(lines, pack: SamplePack.small, options: ["--plain"])
        #expect(outcome.code == 0)
        let bytes = try EveryByte(of: room)
        for trace in secret[2...] { #expect(!bytes.contains(trace), "\(trace)") }
    }

    @Test(
        "A phrase told word by word and a key told in parts are in nothing that is left, in the mail neither",
        arguments: CountedSecret.all)
    func counted(secret: CountedSecret) throws {
        let room = try Room()
        let lines =
            ["账号被盗了 点了陌生链接"] + secret.lines + ["转人工", "好"] + [String](repeating: "跳过", count: 8) + ["发送"]
        let outcome = try room.chat(lines, pack: SamplePack.small, options: ["--plain"])
        #expect(outcome.code == 0)
        let bytes = try EveryByte(of: room)
        #expect(bytes.contains("陌生链接"), "what is no secret is found, so that a secret would be")
        for trace in secret.traces { #expect(!bytes.contains(trace), "\(trace)") }
    }

    @Test(
        "In helpline/1 a secret comes back neither in a reply nor when the message is repeated", arguments: Secret.all)
    func json(secret: Secret) throws {
        let room = try Room()
        let message = "{\"id\":\"m1\",\"text\":\"\(secret.line)\"}"
        let outcome = try room.chat([message, message], pack: SamplePack.small, options: ["--json"])
        #expect(outcome.objects.filter { $0["to"] == "m1" }.count >= 2)
        let bytes = try EveryByte(of: room)
        for trace in secret.traces { #expect(!bytes.contains(trace)) }
    }
}

/// A secret told in many lines, and the parts of it that must be nowhere.
struct CountedSecret: CustomTestStringConvertible {
    var testDescription: String { lines.first ?? "" }
    var lines: [String]
    var traces: [String]

    private static let words =
        ["velvet", "sausage", "artefact", "ozone", "gorilla", "mango"]
        + ["bachelor", "oyster", "panther", "raccoon", "tuna", "walnut"]
    private static let key = "KwDiBf89QgGbjEhKnhXJuH7LrciVrZi3qYjgd9M7rFU73sVHnoWn"
    private static let hex = "4c0883a69102937d6231471b5dbb6204fe5129617082792ae468d01a3f362318"

    private static func counted(_ write: (Int, String) -> String) -> CountedSecret {
        CountedSecret(lines: words.enumerated().map { write($0 + 1, $1) }, traces: words)
    }

    private static func divided(_ key: String, _ first: String, _ second: String) -> CountedSecret {
        let halves = [String(key.prefix(key.count / 2)), String(key.suffix((key.count + 1) / 2))]
        return CountedSecret(lines: [first + halves[0], "谢谢", second + halves[1]], traces: halves)
    }

    static let all = [
        counted { "\($0). \($1)" }, counted { "word \($0) is \($1)" }, counted { "第\($0)个单词是\($1)" },
        CountedSecret(lines: ["I have only these words " + words.prefix(11).joined(separator: " ")], traces: words),
        divided(key, "", ""), divided(key, "私钥前半段：", "后半段："),
        divided(hex, "my private key first half ", "second half "),
        CountedSecret(lines: ["我個密碼係 hk997733 但登入唔到"], traces: ["hk997733"]),
        CountedSecret(lines: ["I forgot my password", "it was something like Fluffy1987!"], traces: ["Fluffy1987"]),
        CountedSecret(lines: ["I tried Zorro1999! but login fails"], traces: ["Zorro1999"]),
        CountedSecret(lines: ["password: let me in please"], traces: ["let me in"]),
        CountedSecret(lines: ["密码我设的是妈妈的名字王小红"], traces: ["王小红"]),
    ]
}

/// A secret as a user types it, and the parts of it that must be nowhere.
///
/// The recovery phrases are test vectors of BIP-39.
struct Secret: CustomTestStringConvertible {
    var testDescription: String
    var line: String
    var traces: [String]

    private static let key = "4c0883a69102937d6231471b5dbb6204fe5129617082792ae468d01a3f362318"

    /// Two lines, and what must be nowhere once both were said.
    static let divided = [
        [
            "hello there letter advice cage absurd amount doctor", "acoustic avoid letter advice cage above",
            "absurd", "acoustic",
        ],
        ["ábaco abdomen abeja abierto abogado abono", "aborto abrazo abrir abuelo abuso acabar", "abdomen", "abuelo"],
        ["雷 销 诗 座 居 抓", "裂 胞 呼 娘 景 威", "销 诗", "胞 呼"],
        [String(key.prefix(32)), String(key.suffix(32)), String(key.prefix(16)), String(key.suffix(16))],
    ]

    static let all = [
        Secret(
            testDescription: "a phrase of one word again and again",
            line: [String](repeating: "abandon", count: 11).joined(separator: " ") + " about",
            traces: ["abandon abandon", "abandon about"]),
        Secret(
            testDescription: "a phrase of many words",
            line: "legal winner thank year wave sausage worth useful legal winner thank yellow",
            traces: ["legal winner", "sausage", "thank yellow", "winner"]),
        Secret(
            testDescription: "a phrase in a sentence",
            line: "我的助记词是 legal winner thank year wave sausage worth useful legal winner thank yellow",
            traces: ["legal winner", "sausage", "thank yellow", "winner"]),
        Secret(testDescription: "a private key", line: key, traces: [String(key.prefix(16)), String(key.suffix(16))]),
        Secret(
            testDescription: "a private key with its name", line: "my private key is 0x" + key,
            traces: [String(key.prefix(16)), String(key.suffix(16))]),
        Secret(
            testDescription: "a password in English", line: "my password is Tr0ub4dor&Xyzzy99",
            traces: ["Tr0ub4dor", "Xyzzy99"]),
        Secret(
            testDescription: "a password in Chinese", line: "我的密码是Tr0ub4dor&Xyzzy99", traces: ["Tr0ub4dor", "Xyzzy99"]),
        Secret(
            testDescription: "a password of plain words", line: "my password is correct horse battery",
            traces: ["correct horse", "horse battery"]),
        Secret(
            testDescription: "a phrase in Chinese without spaces", line: "我的助记词是雷销诗座居抓裂胞呼娘景威",
            traces: ["雷销诗", "胞呼娘", "景威"]),
        Secret(
            testDescription: "a phrase in Japanese",
            line: "あいこくしん あいさつ あいだ あおぞら あかちゃん あきる あけがた あける あこがれる あさい あさひ あしあと",
            traces: ["あおぞら", "あけがた"]),
        Secret(
            testDescription: "a key in groups", line: "KwDiBf89 QgGbjEhK nhXJuH7L rciVrZi3 qYjgd9M7 rFU73sVH noWn",
            traces: ["QgGbjEhK", "rFU73sVH"]),
        Secret(testDescription: "a card", line: "卡号 4111 1111 1111 1111", traces: ["4111 1111", "41111111"]),
        Secret(testDescription: "an identity card", line: "身份证 11010519491231002X", traces: ["19491231"]),
        Secret(testDescription: "a code", line: "我的验证码是 739154", traces: ["739154"]),
    ]
}
