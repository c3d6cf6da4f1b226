import PatternSet
import TestSupport
import Testing

@testable import HelplineCore

@Suite("Slips of the keyboard")
struct TypoRepairTests {
    private static let words = PackWords(
        [
            "account", "stolen", "stole", "change", "phone", "transfer", "transfers", "withdrawal", "hack", "hacked",
            "账号", "帐号", "被盗", "充值", "登录", "助记词", "手续费", #"(?:被骗|丢失)\w"#,
        ],
        right: ["the hotel was total"])

    private func mend(_ text: String) -> TypoRepair.Result? {
        TypoRepair(Self.words).mend(NormalizedText(text))
    }

    @Test(
        "A slip becomes the pack's word",
        arguments: [
            ("accuont stollen", "account stolen"), ("chagne my phone", "change my phone"),
            ("my acount", "my account"), ("withdrawl", "withdrawal"), ("it was hackd", "it was hacked"),
            ("帐号被到了", "帐号被盗了"), ("充直没到", "充值没到"), ("怎么登陆", "怎么登录"), ("助计词", "助记词"),
            ("登绿", "登录"), ("我被片了", "我被骗了"), ("手需费", "手续费"),
        ])
    func mends(slip: String, meant: String) throws {
        let result = try #require(mend(slip))
        #expect(result.text.text == meant)
        #expect(!result.isDoubtful)
    }

    @Test(
        "What is right, short, or an address is left alone",
        arguments: [
            "the hotel", "stole my account", "acct", "ann@acount.com", "0xacount", "账号", "今天天气不错", "", "🤖", "abc",
            "zzzzzz",
        ])
    func leavesAlone(text: String) {
        #expect(mend(text) == nil)
    }

    @Test("A slip that may be doubted is said to be", arguments: ["冲直", "fhone"])
    func doubts(text: String) throws {
        #expect(try #require(mend(text)).isDoubtful)
    }

    @Test("Words come back from bytes as they were, those that sound alike in their order")
    func encoded() throws {
        let words = PackWords(
            ["stare", "fees", "手势", "手市", "首饰", "账号", "被盗", "助记词", "don't", "withdrawal"], right: ["hotel"])
        let written = words.encoded()
        var reader = StateReader(written)
        let again = try PackWords(from: &reader)
        #expect(again.encoded() == written)
        #expect(
            again.soundingLike(Array("手是".unicodeScalars)).map { String(String.UnicodeScalarView($0)) }
                == ["手势", "手市", "首饰"])
        #expect(again.isRight(latin: Array("hotel".utf8)) && again.isRight(han: Array("账号".unicodeScalars)))
        #expect(try #require(TypoRepair(again).mend(NormalizedText("被到 withdrawl"))).words == ["被盗", "withdrawal"])
        for length in 0..<written.count {
            var cut = StateReader(Array(written[..<length]))
            #expect(throws: StateError.self) { try PackWords(from: &cut) }
        }
    }

    @Test("Bytes that are no words of a pack never trap", arguments: 0..<20)
    func alteredWords(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let written = Self.words.encoded()
        for _ in 0..<50 {
            var bytes = written
            for _ in 0..<3 {
                let place = Int.random(in: bytes.indices, using: &random)
                bytes[place] = UInt8.random(in: 0...255, using: &random)
            }
            var reader = StateReader(bytes)
            guard let words = try? PackWords(from: &reader) else { continue }
            for slip in ["accuont stollen", "帐号被到了", "助计词", "withdrawl"] {
                _ = TypoRepair(words).mend(NormalizedText(slip))
            }
        }
    }

    @Test("Words that share no stem are no single candidate")
    func ambiguous() {
        let words = PackWords(["stare", "store"])
        #expect(TypoRepair(words).mend(NormalizedText("stxre")) == nil)
    }

    @Test("Any text is left in one piece", arguments: 0..<200)
    func anyText(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let pool: [Character] = Array("帐账被到盗充直值acountsle @0.🤖é\u{301}\n")
        let text = String(
            (0..<Int.random(in: 0...40, using: &generator)).map { _ in
                pool[Int.random(in: 0..<pool.count, using: &generator)]
            })
        let mended = mend(text)
        #expect(mended.map { !$0.words.isEmpty && !$0.text.isEmpty } ?? true)
    }

    @Test("A plain slip is answered, a doubtful one is asked, and a message that needs no repair is not repaired")
    func ranking() throws {
        var scratch = MatchScratch()
        let plain = SmallPack.knowledge.classify("my accuont was stollen", using: &scratch)
        #expect(plain.intent == "account-stolen")
        #expect(plain.mended == ["account", "stolen"])
        let right = SmallPack.knowledge.classify("account stolen", using: &scratch)
        #expect(right.mended.isEmpty)
    }
}
