import Foundation
import HelplineWire
import Testing

@Suite("Text of lines") struct LineTextTests {
    @Test(
        "Controls are neutralised and words stay apart",
        arguments: [
            ("plain text 文字 🙂", "plain text 文字 🙂"),
            ("tab\tstays", "tab\tstays"),
            ("a\0b", "a b"),
            ("a\rb", "a b"),
            ("\u{1B}[31mred\u{7}", " [31mred "),
            ("del\u{7F}eted", "deleted"),
            ("c1\u{85}\u{9B}31m", "c131m"),
            ("over\u{202E}ride\u{202C}", "override"),
            ("iso\u{2066}late\u{2069}", "isolate"),
            ("line\u{2028}two\u{2029}three", "line two three"),
            ("é ° … – “quoted”", "é ° … – “quoted”"),
            ("marks\u{200E}\u{200D}", "marks\u{200E}\u{200D}"),
        ])
    func controls(input: String, expected: String) {
        #expect(LineText(Array(input.utf8)[...]).string == expected)
        #expect(!LineText(Array(input.utf8)[...]).isRepaired)
    }

    @Test(
        "A message of several lines keeps its breaks and nothing else",
        arguments: [
            ("a\nb", "a\nb"), ("a\r\nb", "a\nb"), ("a\rb", "a\nb"), ("a\n\r\nb", "a\n\nb"), ("a\u{2028}b", "a\nb"),
            ("a\0b\n", "a b\n"),
        ])
    func keptBreaks(input: String, expected: String) {
        #expect(Controls.removed(from: input, breaks: .kept) == expected)
    }

    @Test(
        "Invalid UTF-8 is repaired",
        arguments: [
            ([0x61, 0xFF, 0x62], "a\u{FFFD}b"),
            ([0x61, 0xC3], "a\u{FFFD}"),
            ([0xE8, 0xB4, 0x61], "\u{FFFD}a"),
            ([0xC0, 0xAF], "\u{FFFD}\u{FFFD}"),
            ([0xED, 0xA0, 0x80], "\u{FFFD}\u{FFFD}\u{FFFD}"),
            ([0xF5, 0x80, 0x80, 0x80], "\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}"),
            ([0x80, 0x9B], "\u{FFFD}\u{FFFD}"),
        ] as [([UInt8], String)])
    func repair(bytes: [UInt8], expected: String) {
        let text = LineText(bytes[...])
        #expect(text.string == expected)
        #expect(text.isRepaired)
    }

    @Test("Chinese in UTF-8 that lost or changed a byte is not taken for GB 18030")
    func brokenChinese() {
        let bytes = Array("我的账号被盗了，怎么办？提现一直没有到账，请尽快处理，谢谢".utf8)
        for place in bytes.indices {
            var lost = bytes
            lost.remove(at: place)
            #expect(!LineText(lost[...]).looksLikeGB18030, "without byte \(place)")
            var changed = bytes
            changed[place] = 0xFE
            #expect(!LineText(changed[...]).looksLikeGB18030, "with byte \(place) changed")
        }
        #expect(!LineText([0x61, 0xFF, 0x62]).looksLikeGB18030)
    }

    @Test(
        "Chinese in GB 18030 is recognised",
        arguments: ["我的账号被盗了，怎么办？", "币不见了", "提现一直没有到账 USDT", "是", "忘记密码了 password", "𠮷野家在哪里"])
    func chinese(text: String) throws {
        let bytes = try #require(text.data(using: String.Encoding(rawValue: 0x8000_0632)))
        #expect(LineText(Array(bytes)[...]).looksLikeGB18030)
    }

    @Test(
        "Western text in one-byte encodings is not taken for GB 18030",
        arguments: ["Größe für Öl", "déjà vu, élève", "mañana señor", "naïve café", "ø å æ"])
    func western(text: String) throws {
        let bytes = try #require(text.data(using: .isoLatin1))
        let line = LineText(Array(bytes)[...])
        #expect(line.isRepaired)
        #expect(!line.looksLikeGB18030)
    }
}
