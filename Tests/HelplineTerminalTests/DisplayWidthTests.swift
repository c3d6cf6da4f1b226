import Testing

@testable import HelplineTerminal

@Suite struct DisplayWidthTests {
    @Test(
        "Han and emoji take two columns, marks none",
        arguments: [
            ("abc", 3), ("账号", 4), ("a账", 3), ("é", 1), ("e\u{301}", 1), ("，", 2), ("👍🏽", 2), ("", 0),
        ])
    func columns(text: String, columns: Int) {
        #expect(DisplayWidth.columns(of: text) == columns)
    }

    @Test(
        "No line is wider than the terminal, and nothing is lost but the spaces at the breaks", arguments: [20, 40, 76])
    func wrap(width: Int) {
        let text = "Move what is left to a new wallet first; 请先把剩余的资产转到新钱包，再修改密码。Never tell anyone your phrase."
        let lines = DisplayWidth.wrap(text, to: width)
        #expect(lines.allSatisfy { DisplayWidth.columns(of: $0) <= width + 2 })
        #expect(lines.joined().filter { $0 != " " } == text.filter { $0 != " " })
    }

    @Test("Latin words are kept whole, and no line begins with a space", arguments: 12...40)
    func words(width: Int) {
        let text = "Shall I write an e-mail to support with you? Give no recovery phrase, key, password or code."
        let lines = DisplayWidth.wrap(text, to: width)
        #expect(lines.joined(separator: " ") == text)
    }

    @Test("No line begins with closing punctuation")
    func punctuation() {
        let lines = DisplayWidth.wrap("请先把剩余资产转到新钱包，然后改密码。谢谢！", to: 8)
        #expect(lines.allSatisfy { !"，。！".contains($0.first ?? " ") })
    }

    @Test("What follows of a numbered point stands below its words, of a quotation behind its bar")
    func heads() {
        #expect(
            DisplayWidth.wrap("2. Keep the evidence at hand\n12. 留好证据，不要删除", to: 14) == [
                "2. Keep the", "   evidence at", "   hand", "12. 留好证据，", "    不要删除",
            ])
        #expect(DisplayWidth.wrap("│ user: I was robbed", to: 12) == ["│ user: I", "│ was robbed"])
        #expect(DisplayWidth.wrap("2.5 BTC are gone now", to: 12) == ["2.5 BTC are", "gone now"])
        #expect(DisplayWidth.wrap("1. ", to: 12).count == 1)
    }

    @Test("Line breaks of the text stay")
    func breaks() {
        #expect(DisplayWidth.wrap("a\nb", to: 40) == ["a", "b"])
    }
}
