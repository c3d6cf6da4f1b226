import Testing

@testable import HelplineCore

@Suite("Normalising a text")
struct NormalizedTextTests {
    @Test(
        "gives one form to what reads the same",
        arguments: [
            ("ＡＢｃ１２３", "ABc123"),
            ("｛ＵＳＤＴ｝／～", "{USDT}/~"),
            ("帳戶被盜，怎麼辦？", "帐户被盗,怎么办?"),
            ("我的錢包資產不見了", "我的钱包资产不见了"),
            ("cafe\u{301}", "café"),
            ("cafe\u{200D}\u{301}", "café"),
            ("ﾊﾞｯｸ", "バック"),
            ("\u{1112}\u{1161}\u{11AB}", "한"),
            ("①②㈱", "12㈱"),
            ("𝐬𝐞𝐞𝐝 𝓅𝒽𝓇𝒶𝓈ℯ", "seed phrase"),
            ("pass\u{AD}word\u{200B} re\u{2060}set\u{FEFF}", "password reset"),
            ("☎️ 👨‍👩‍👧", "☎ 👨👩👧"),
            ("豈", "岂"),
            ("苧麻", "苎麻"),
        ])
    func oneForm(written: String, matched: String) {
        #expect(NormalizedText(written).text == matched)
    }

    @Test(
        "drops white space beside Han and makes one space of every other run",
        arguments: [
            ("  how   do I\tlog in  ", "how do I log in"),
            ("我 的 USDT 不 见 了", "我的USDT不见了"),
            ("我的　密码", "我的密码"),
            ("fee \u{3000}\u{A0} paid", "fee paid"),
            ("充值 100 USDT", "充值100 USDT"),
            ("a\r\n\r\nb", "a b"),
            ("a \u{200B} b", "a b"),
            ("你好， a b", "你好, a b"),
            (" \u{3000}\n", ""),
            ("", ""),
            ("\u{FEFF}", ""),
        ])
    func whiteSpace(written: String, matched: String) {
        #expect(NormalizedText(written).text == matched)
    }

    @Test(
        "keeps what has no one-scalar form, and the case of letters",
        arguments: ["ﬁle…", "㎏ ㍿", "DŽ vs dž", "ÀÉÎ straße", "q\u{301}", "😀👍🏽", "0x5c1F", "क़"])
    func kept(text: String) {
        #expect(NormalizedText(text).text.unicodeScalars.elementsEqual(text.unicodeScalars))
    }

    @Test(
        "quotes the user's own words for a match",
        arguments: [
            ("我的 ＵＳＤＴ 不見了", "USDT", "ＵＳＤＴ"),
            ("我的 ＵＳＤＴ 不見了", "的USDT不", "的 ＵＳＤＴ 不"),
            ("我的 ＵＳＤＴ 不見了", "见", "見"),
            ("the  Cafe\u{301} fee", "Café fee", "Cafe\u{301} fee"),
            ("the  Cafe\u{301} fee", "the Caf", "the  Caf"),
            ("hi 👨‍👩‍👧 there", "👩", "👨‍👩‍👧"),
            ("q\u{301}x", "q", "q\u{301}"),
            ("a\u{200B}b", "ab", "a\u{200B}b"),
            ("ｶﾞｽ fee", "ガ", "ｶﾞ"),
        ])
    func quotes(written: String, match: String, quoted: String) throws {
        let text = NormalizedText(written)
        let range = try #require(text.bytes.firstRange(of: match.utf8))
        #expect(text.quoteRange(of: range).count == quoted.utf8.count)
        #expect(text.quote(of: range).unicodeScalars.elementsEqual(quoted.unicodeScalars))
    }

    @Test("quotes nothing for an empty range, wherever it stands", arguments: ["", "a", "我 的", "é"])
    func emptyQuote(written: String) {
        let text = NormalizedText(written)
        for offset in 0...text.bytes.count {
            #expect(text.quote(of: offset..<offset).isEmpty)
        }
    }

    @Test("moves a bound inside a scalar outwards and one beyond the text to its end")
    func hostileRanges() {
        let text = NormalizedText("帳戶 A")
        #expect(text.text == "帐户A")
        #expect(text.quote(of: 1..<2) == "帳")
        #expect(text.quote(of: 4..<700) == "戶 A")
        #expect(text.sourceRange(of: 700..<800).isEmpty)
    }

    @Test("remembers where a line ended")
    func lineStarts() {
        #expect(NormalizedText("账户\r\n被盗").lineStarts == [6])
        #expect(NormalizedText("one\ntwo  three\u{2028}four\n").lineStarts == [4, 14])
        #expect(NormalizedText("\n one  two\tthree").lineStarts.isEmpty)
    }

    @Test("remembers where Chinese without punctuation begins anew, and nothing else")
    func clauseStarts() {
        #expect(NormalizedText("账户 被盗").clauseStarts == [6])
        #expect(NormalizedText("手续费　多少 怎么改").clauseStarts == [9, 15])
        #expect(NormalizedText("帳戶 A 被 B").clauseStarts.isEmpty)
        #expect(NormalizedText("账户\n被盗").clauseStarts.isEmpty)
        #expect(NormalizedText("one two").clauseStarts.isEmpty)
    }

    @Test("counts scalars, not bytes", arguments: [("abc", 3), ("帳戶 A", 3), ("cafe\u{301}  x", 6), ("", 0), ("😀", 1)])
    func scalarCounts(written: String, count: Int) {
        #expect(NormalizedText(written).scalarCount == count)
    }
}
