import Testing

@testable import HelplineCore

@Suite("Values in a user's words")
struct RecognizerTests {
    private static let coins = WordSet(
        id: "coin",
        entries: [
            WordSet.Entry(canonical: "BTC", words: ["btc", "bitcoin*", "比特币"]),
            WordSet.Entry(canonical: "BCH", words: ["比特币现金", "bitcoin cash"]),
            WordSet.Entry(canonical: "USDT", words: ["usdt", "U", "泰达币"]),
            WordSet.Entry(canonical: "ETH", words: ["eth", "以太*", "Éther"]),
        ])

    @Test(
        "A set gives the canonical value of its first word, of those the longest, and of those in a row with it",
        arguments: [
            ("我的比特币没了", "BTC"), ("比特币现金", "BCH"), ("Bitcoins!", "BTC"), ("bitcoin cash please", "BCH"),
            ("ＵＳＤＴ", "USDT"), ("usdt和btc", "USDT, BTC"), ("是u啊", "USDT"), ("以太坊", "ETH"), ("éTHER", "ETH"),
            ("不是USDT，是BTC", "BTC"), ("not usdt but eth", "ETH"), ("比 特 币", "BTC"),
        ])
    func set(text: String, value: String) {
        #expect(recognize(.set("coin"), text, sets: [Self.coins])?.canonical == value)
    }

    @Test(
        "Latin words have edges on letters and digits",
        arguments: ["method", "btc1", "abtc", "u2", "usdtt", "", "不是USDT"])
    func edges(text: String) {
        #expect(recognize(.set("coin"), text, sets: [Self.coins]) == nil)
    }

    @Test("A set quotes the user's own words, and an unknown set gives nothing")
    func setQuote() {
        #expect(quote(.set("coin"), "我的 ＵＳＤＴ 不見了", sets: [Self.coins]) == "ＵＳＤＴ")
        #expect(recognize(.set("none"), "btc", sets: [Self.coins]) == nil)
    }

    private static let options: [Accept.Choice] = [
        Accept.Choice(id: "android", title: LocalizedText(["zh": "安卓", "en": "Android"])),
        Accept.Choice(id: "ios", title: LocalizedText(["zh": "苹果", "en": "iPhone"]), words: ["ios", "苹果手机", "ipad"]),
        Accept.Choice(id: "desktop", title: LocalizedText(["zh": "电脑", "en": "Desktop"]), words: ["pc", "windows"]),
    ]

    @Test(
        "A choice is read by number, by its words, by their first letters, or inside a longer line",
        arguments: [
            ("1", "android"), ("①", "android"), (" 2. ", "ios"), ("３）", "desktop"), ("第一个", "android"), ("第2个", "ios"),
            ("一", "android"), ("选三", "desktop"), ("我选第二个吧", "ios"), ("first", "android"), ("the second one", "ios"),
            ("option 3", "desktop"), ("#2", "ios"), ("2nd", "ios"), ("number two please", "ios"), ("最后一个", "desktop"),
            ("the last one", "desktop"), ("Android", "android"), ("安卓", "android"), ("安", "android"),
            ("and", "android"),
            ("I", "ios"), ("苹果手机", "ios"), ("PC", "desktop"), ("蘋果", "ios"), ("我用的是安卓手机", "android"),
            ("my windows laptop", "desktop"), ("not android, iphone", "ios"), ("iphone, an iphone", "ios"),
        ])
    func choice(text: String, value: String) {
        #expect(recognize(.choice(Self.options), text)?.canonical == value)
    }

    @Test(
        "What names no option, or two, is no choice",
        arguments: ["", "0", "4", "第四个", "android or iphone", "不是安卓", "pcs", "12", "hello", "1 2", "我有一个问题"])
    func noChoice(text: String) {
        #expect(recognize(.choice(Self.options), text) == nil)
    }

    @Test("First letters that fit two options, or a short word inside a line, choose nothing")
    func shortWords() {
        let options = [
            Accept.Choice(id: "yes", title: LocalizedText(["en": "Yes"]), words: ["是", "是的"]),
            Accept.Choice(id: "yesterday", title: LocalizedText(["en": "Yesterday"])),
            Accept.Choice(id: "no", title: LocalizedText(["en": "No"]), words: ["不"]),
        ]
        #expect(recognize(.choice(options), "ye") == nil)
        #expect(recognize(.choice(options), "yes")?.canonical == "yes")
        #expect(recognize(.choice(options), "yes please")?.canonical == "yes")
        #expect(recognize(.choice(options), "I know it") == nil)
        #expect(recognize(.choice(options), "不是的") == nil)
        #expect(recognize(.choice(options), "不")?.canonical == "no")
    }

    @Test(
        "An amount is a number with the unit beside it",
        arguments: [
            ("1,200.5 USDT", "1200.5 USDT"), ("一千二", "1200"), ("0.15 btc", "0.15 BTC"), ("$14", "14 USD"),
            ("500u", "500 USDT"), ("大概500多个usdt", "500 USDT"), ("100块", "100 CNY"), ("三万五人民币", "35000 CNY"),
            ("1.2万", "12000"), ("1.5k usdt", "1500 USDT"), ("2w", "20000"), ("半个比特币", "0.5 BTC"),
            ("USDT 500", "500 USDT"),
            ("usdt:500", "500 USDT"), ("¥1000", "1000 CNY"), ("￥1,000.00", "1000 CNY"), ("两百五", "250"),
            ("一千零二块", "1002 CNY"),
            ("零点一五个比特币", "0.15 BTC"), ("0,15 btc", "0.15 BTC"), ("500 DOGS", "500 DOGS"),
            ("0.000000000000000001 eth", "0.000000000000000001 ETH"),
            ("11月3号丢了500", "500"), ("转了3次，一共500 usdt", "500 USDT"), ("I sent it 2 days ago, 0.5 eth", "0.5 ETH"),
            ("trc20 500", "500"), ("昨天21:05转了80", "80"), ("500-600 usdt", "500 USDT"), ("2 million usd", "2000000 USD"),
            ("2026-11-03 100U", "100 USDT"), ("0", "0"), (".5 btc", "0.5 BTC"), ("１００Ｕ", "100 USDT"),
            ("I lost 500 yesterday", "500"), ("12亿", "1200000000"),
            ("3万5", "35000"), ("1 000 usdt", "1000 USDT"), ("1.000,50 EUR", "1000.5 EUR"),
            ("half a bitcoin", "0.5 BTC"),
            ("订单号 202611050001 金额 88", "88"), ("1,234,567.89 usd", "1234567.89 USD"), ("20 bucks", "20 USD"),
            ("一百多u", "100 USDT"), ("12,34 usdt", "12.34 USDT"),
        ])
    func amount(text: String, value: String) {
        #expect(recognize(.amount, text)?.canonical == value)
    }

    @Test(
        "What is no amount, or a negative or absurd one, is refused",
        arguments: [
            "", "不知道", "很多", "-5 USDT", "−5", "负五百", "99999999999999999999", "0.1234567890123456789 btc", "3天前",
            "erc-20",
            "0x1234", "一个", "11/3", "9:30", "abc123", "2FA", "007", "0.1.2", "1,2,3", "10^6", "13800138000", "half",
            "39度", "九十九顶",
        ])
    func noAmount(text: String) {
        #expect(recognize(.amount, text) == nil)
    }

    @Test("Before its question is asked only what speaks for itself counts")
    func unasked() {
        func found(_ accept: Accept, _ text: String) -> String? {
            Recognizer.recognize(
                accept, in: NormalizedText(text), environment: afternoon,
                knowledge: KnowledgeBase(
                    Content(name: LocalizedText(), locales: LocaleChain(standard: "en", list: ["en"]))), asked: false
            )?.canonical
        }
        #expect(found(.amount, "the top 3 of them") == nil)
        #expect(found(.amount, "they took 3 eth") == "3 ETH")
        #expect(found(.date(.past), "call me at 5 o'clock") == nil)
        #expect(found(.date(.past), "yesterday at 5 o'clock") == "2026-11-04T05:00+08:00")
        #expect(found(.text(minimum: 1), "anything") == nil)
        #expect(found(.choice(Self.options), "my android phone") == "android")
        #expect(found(.choice(Self.options), "2") == nil)
        #expect(found(.choice(Self.options), "a") == nil)
    }

    @Test("An amount quotes number and unit")
    func amountQuote() {
        #expect(quote(.amount, "被轉走了 １,２００ ＵＳＤＴ 左右") == "１,２００ ＵＳＤＴ")
        #expect(quote(.amount, "USDT 500 lost") == "USDT 500")
    }

    @Test(
        "A mailbox is found between other words, its domain in small letters",
        arguments: [
            ("ann@example.com", "ann@example.com"), ("我的邮箱是Ann.Lee+x@Example.COM谢谢", "Ann.Lee+x@example.com"),
            ("ａｎｎ＠ｑｑ．ｃｏｍ", "ann@qq.com"), ("ann@qq。com", "ann@qq.com"), ("mail me: <a@b.co>.", "a@b.co"),
            ("email=ann@example.com", "email=ann@example.com"), ("'ann@example.com'", "ann@example.com"),
            ("123456@163.com", "123456@163.com"), ("a@sub.mail-1.example.xn--p1ai", "a@sub.mail-1.example.xn--p1ai"),
            ("a@@b.com or c@d.org", "c@d.org"), ("o'neil@example.ie", "o'neil@example.ie"),
        ])
    func email(text: String, value: String) {
        #expect(recognize(.email, text)?.canonical == value)
    }

    @Test(
        "What is no mailbox is refused, nothing shorter is taken from it",
        arguments: [
            "", "ann", "ann@", "@example.com", "ann@localhost", "a..b@example.com", ".a@example.com", "a.@example.com",
            "ann@example..com", "ann@-example.com", "ann@example-.com", "ann@example.c", "ann@example.123",
            "ann@[127.0.0.1]",
            "\"a b\"@example.com", "ann@exa_mple.com", "joséb@example.com", "a@b.com@c.com", "ann @example.com",
            "ann@例子.谢谢", "ann@例子", "ann@.公司", "ann@例子..公司", "ann@-例.公司", "ann@例子.公司@b.com", "ann@例子.公司_",
            "ann@〇一.公司", "ann@" + String(repeating: "例", count: 13) + ".公司", "ann@例子.c", "张三@例子.公司",
            String(repeating: "a", count: 65) + "@example.com", "a@" + String(repeating: "b", count: 64) + ".com",
            "a@" + String(repeating: "bcd.", count: 64) + "com", "ann@example.comé", "ann@pаypal.com", "ann@пример.рu",
            "ann@-bücher.de", "ann@bücher-.de", "ann@bücher..de", "ann@bücher", "ann@bücher.d", "ann@bücher_x.de",
            "ann@bücher.de@b.com", "ann@" + String(repeating: "ü", count: 15) + ".de", "ann@½ü.de", "ann@bücher.deã",
            "ann@пример.рф\u{488}", "ann@例子.中国\u{301}",
        ])
    func noEmail(text: String) {
        #expect(recognize(.email, text) == nil)
    }

    @Test(
        "A domain in Han is taken as it is typed, and ends where the text goes on",
        arguments: [
            ("zhang@例子.中国", "zhang@例子.中国"), ("我的邮箱是zhang@例子.公司谢谢", "zhang@例子.公司"),
            ("ｚｈａｎｇ＠例子．中国", "zhang@例子.中国"), ("zhang@臺灣例子.中國，多謝", "zhang@臺灣例子.中國"),
            ("zhang@例子.com 请回复", "zhang@例子.com"), ("zhang@mail.例子.网络。", "zhang@mail.例子.网络"),
            ("发到 a@qq.com谢谢.以及", "a@qq.com"), ("a@qq.com或者b@例子.中国", "a@qq.com"),
        ])
    func hanDomain(text: String, value: String) {
        #expect(recognize(.email, text)?.canonical == value)
    }

    @Test(
        "A domain with accents, or in another alphabet, is taken in small letters and composed",
        arguments: [
            ("x@bücher.de", "x@bücher.de"), ("X@Bücher.De", "X@bücher.de"), ("x@bu\u{308}cher.de", "x@bücher.de"),
            ("ｘ＠ｂücher。de", "x@bücher.de"), ("写到x@bücher.de谢谢", "x@bücher.de"), ("x@faß.de, please", "x@faß.de"),
            ("it is x@españa.es.", "x@españa.es"), ("x@пример.рф", "x@пример.рф"), ("x@σίσυφος.gr", "x@σίσυφος.gr"),
            ("x@правительство.рф", "x@правительство.рф"), ("ann@exämple.com", "ann@exämple.com"),
            ("x@bücher.例子.中国。", "x@bücher.例子.中国"),
            ("x@donaudampfschifffahrtsgesellschaftskapitän.de", "x@donaudampfschifffahrtsgesellschaftskapitän.de"),
        ])
    func foreignDomain(text: String, value: String) {
        #expect(recognize(.email, text)?.canonical.unicodeScalars.elementsEqual(value.unicodeScalars) == true)
    }

    @Test(
        "Letters beyond ASCII before the @ of a mailbox are told from what is no mailbox",
        arguments: [
            ("üser@gmail.com", true), ("josé@b.com", true), ("joséb@example.com", true), ("张三@例子.公司", true),
            ("我的是zoë.b@bücher.de", true), ("a@b.com", false), ("邮箱是a@b.com", false), ("üser", false), ("ü@", false),
            ("@b.com", false), ("ü ser@b.com", false), ("ü@localhost", false), ("“@b.com", false),
        ])
    func foreignLocalPart(text: String, isForeign: Bool) {
        #expect(MailboxReader.hasForeignLocalPart(NormalizedText(text)) == isForeign)
        if isForeign { #expect(recognize(.email, text) == nil) }
    }

    @Test("A mailbox with anything beside it is not a mailbox")
    func wholeMailbox() {
        #expect(Recognizer.isMailbox("ann@example.com"))
        for text in [
            "", "ann@example.com.", "a@b.co x", "<a@b.co>", "ann@example.com\r\nBcc: eve@example.com", "a@b.co\n",
        ] {
            #expect(!Recognizer.isMailbox(text))
        }
    }

    private static let hex = String(repeating: "0123456789abcdef", count: 4)
    private static let solana = String(repeating: "5VERv8NMvzbJMEkV8xnrLkEaWRtSz9CosKDYjCJjBRnb", count: 2)

    @Test(
        "A transaction hash is 64 hexadecimal digits or a signature of Solana",
        arguments: [
            ("0x" + hex, "0x" + hex), (hex, hex), ("哈希：0x" + hex.uppercased() + "。", "0x" + hex),
            ("https://etherscan.io/tx/0x" + hex + "?a=1", "0x" + hex), (solana, solana),
            (String(solana.dropLast()), String(solana.dropLast())),
        ])
    func hash(text: String, value: String) {
        #expect(recognize(.hash, text)?.canonical == value)
    }

    @Test(
        "What is shorter, longer or an address is no hash",
        arguments: [
            "", "0x" + hex.dropLast(), hex + "0", "x" + hex, "0x742d35Cc6634C0532925a3b844Bc454e4438f44e",
            "5VERv8NMvzbJMEkV8xnrLkEaWRtSz9CosKDYjCJjBRnb", solana + "1", String(repeating: "a", count: 88),
        ])
    func noHash(text: String) {
        #expect(recognize(.hash, text) == nil)
    }

    @Test("A text needs so many characters and something to say")
    func text() {
        #expect(recognize(.text(minimum: 3), "没收到")?.canonical == "没收到")
        #expect(recognize(.text(minimum: 3), "没有") == nil)
        #expect(recognize(.text(minimum: 1), "。。。") == nil)
        #expect(recognize(.text(minimum: 0), "")?.canonical == "")
        #expect(recognize(.pattern([:]), "anything") == nil)
    }

    @Test("The same text gives the same value, however often it is read")
    func determinism() {
        let text = "昨晚9点 500u ann@example.com"
        for accept in [Accept.date(.past), .amount, .email] {
            #expect(recognize(accept, text) == recognize(accept, text))
        }
    }
}
