import HelplineCore
import PCRE2
import PatternSet
import Testing

@testable import HelplinePack

@Suite("Phrases and word sets")
struct PhraseTests {
    /// The patterns that a phrase of one language becomes.
    private func triggers(zh: String? = nil, en: String? = nil) throws -> [Intent.Trigger] {
        var lines = "patterns:\n  zh: ['手续费']\n  en: ['\\bfees?\\b']\n"
        lines += "phrases:\n" + (zh.map { "  zh: [\($0)]\n" } ?? "") + (en.map { "  en: [\($0)]\n" } ?? "")
        let pack = SamplePack().replacing(
            "patterns:\n  zh: ['手续费']\n  en: ['\\bfees?\\b']\n", with: lines, in: "fees.yaml")
        let content = try #require(pack.load().content)
        let intent = try #require(content.intents.first { $0.id == "fees" })
        return Array(intent.triggers.dropFirst(2))
    }

    private func matches(_ triggers: [Intent.Trigger], _ line: String) -> Bool {
        let set = PatternSet(triggers.map(\.pattern))
        let text = NormalizedText(line)
        var scratch = MatchScratch()
        return triggers.indices.contains { set.match($0, in: text.bytes.span, using: &scratch).isMatch }
    }

    @Test(
        "An English phrase takes at most three words between neighbours, in its order",
        arguments: [
            ("my account was stolen", true), ("account stolen", true), ("the account was just now stolen", true),
            ("the account one two three four stolen", false), ("stolen account", false), ("accountant stolen", false),
            ("my ACCOUNT, it was Stolen!", true), ("wallets were hacked", true), ("我的account被stolen了", true),
            ("account stolenness", false), ("account 被盗", true),
        ])
    func words(line: String, isMatch: Bool) throws {
        #expect(matches(try triggers(en: "\"{{account}} {{stolen}}\""), line) == isMatch)
    }

    @Test(
        "A Chinese phrase takes at most eight characters between neighbours, in its order",
        arguments: [
            ("我的账号被盗了", true), ("账户一二三四五六七八被偷", true), ("账户一二三四五六七八九被偷", false), ("被盗的账号", false),
            ("账號昨天被盜", true), ("账号 昨天 被盗", true), ("account 被盗", true),
        ])
    func characters(line: String, isMatch: Bool) throws {
        #expect(matches(try triggers(zh: "\"{{account}} {{stolen}}\""), line) == isMatch)
    }

    @Test(
        "The words of “all” stand in any order, not farther apart than “within”",
        arguments: [
            ("my btc was stolen", true), ("stolen btc", true), ("they have stolen a b c d e f btc", true),
            ("they have stolen a b c d e f g btc", false), ("stolen", false), ("被盗的比特币", true),
        ])
    func anyOrder(line: String, isMatch: Bool) throws {
        #expect(matches(try triggers(en: "{all: [coin, stolen], within: 6}"), line) == isMatch)
    }

    @Test("Three words are found in each of their six orders, words beside sets too")
    func threeWords() throws {
        let triggers = try triggers(en: "{all: [coin, stolen, yesterday], within: 2}")
        #expect(triggers.count == 6)
        #expect(Set(triggers.map(\.origin.text)) == ["all: coin, stolen, yesterday"])
        for line in ["btc stolen yesterday", "yesterday my btc got stolen", "stolen yesterday: btc"] {
            #expect(matches(triggers, line))
        }
        #expect(!matches(triggers, "btc stolen"))
    }

    @Test("Words side by side in a part take nothing between them")
    func sideBySide() throws {
        let triggers = try triggers(zh: "\"{{account}}被盗\"")
        #expect(matches(triggers, "账号被盗了"))
        #expect(!matches(triggers, "账号又被盗了"))
    }

    @Test(
        "An apostrophe is found in either shape, or missing",
        arguments: ["can't log in", "can’t log in", "cant log in"])
    func apostrophe(line: String) throws {
        #expect(matches(try triggers(en: "\"can't log in\""), line))
    }

    @Test("Signs of patterns are text in a phrase")
    func literalSigns() throws {
        let triggers = try triggers(en: "\"a+b (x)\"")
        #expect(matches(triggers, "a+b (x)"))
        #expect(!matches(triggers, "aab x"))
    }

    @Test("A phrase can be found by its text, whatever it names")
    func analysable() throws {
        let all = try triggers(
            zh: "\"{{mine}} {{stolen}}\", \"钱包 {{stolen}} 了\"",
            en: "{all: [mine, stolen, wallet*, now], within: 6}, \"can't {{stolen}} {{mine}}\"")
        #expect(all.count == 27)
        for trigger in all {
            let shape = PatternShape(trigger.pattern)
            #expect(shape.opaqueReason == nil)
            #expect(!shape.isAlwaysCandidate)
        }
    }

    @Test("A phrase costs few steps on a line that nearly matches", arguments: [200, 400])
    func cost(length: Int) throws {
        let triggers = try triggers(en: "{all: [account, stolen, coin], within: 20}")
        let set = PatternSet(triggers.map(\.pattern))
        let line = String(repeating: "account btc ", count: length / 12)
        var scratch = MatchScratch()
        for index in triggers.indices {
            guard case .noMatch = set.match(index, in: line.utf8Span, using: &scratch) else {
                Issue.record("the phrase hits a limit: \(triggers[index].pattern.text)")
                continue
            }
        }
    }
}

@Suite("Words of sets")
struct PackWordTests {
    private func alternation(_ words: String...) -> String {
        PackWord.alternation(words.compactMap(PackWord.init))
    }

    @Test("Latin words have edges, Chinese ones none, and the longest comes first")
    func edges() {
        #expect(
            alternation("btc", "比特币", "bitcoin", "U盾", "wallet*")
                == "(?:(?<![A-Za-z0-9])(?:bitcoin|btc)(?![A-Za-z0-9])|(?<![A-Za-z0-9])wallet[A-Za-z0-9]{0,16}"
                + "|比特币|(?<![A-Za-z0-9])U盾)")
    }

    @Test("A word that begins another one stays behind it, whatever their edges")
    func beginnings() {
        #expect(
            alternation("seed", "seed词语", "password", "don't", "dont知道")
                == "(?:(?<![A-Za-z0-9])password(?![A-Za-z0-9])|(?<![A-Za-z0-9])(?:seed词语|dont知道)"
                + "|(?<![A-Za-z0-9])(?:don['’]?t|seed)(?![A-Za-z0-9]))")
    }

    @Test("Among words of another kind, many words are passed over by their first characters")
    func look() {
        let more = alternation("币", "seed", "Phrase", "pass", "key")
        #expect(more == "(?:(?<![A-Za-z0-9])(?![^Pkps])(?:Phrase|seed|pass|key)(?![A-Za-z0-9])|币)")
        #expect(alternation("-币", "]币", "^币", "助记", "key").hasPrefix("(?:(?<![A-Za-z0-9])key(?![A-Za-z0-9])|(?![^"))
        #expect(!alternation("币", "'seed", "phrase", "pass", "key").contains("(?![^"))
    }

    @Test("Words with the same edges share them, and a word stands once")
    func shared() {
        #expect(alternation("stolen", "hacked", "HACKED") == "(?:(?<![A-Za-z0-9])(?:stolen|hacked)(?![A-Za-z0-9]))")
        #expect(alternation("被盗", "被偷", "被盜") == "(?:被盗|被偷)")
    }

    @Test(
        "Words are normalised as messages are",
        arguments: [
            ("ＵＳＤＴ", "(?<![A-Za-z0-9])USDT(?![A-Za-z0-9])"), ("google 驗證器", "(?<![A-Za-z0-9])google验证器"),
            ("a.b", "(?<![A-Za-z0-9])a\\.b(?![A-Za-z0-9])"), ("two  words", "(?<![A-Za-z0-9])two words(?![A-Za-z0-9])"),
        ])
    func normalised(word: String, pattern: String) {
        #expect(alternation(word) == pattern)
    }

    @Test("Sets inside sets give plain words, with the canonical values of their own set")
    func nested() throws {
        let content = try #require(SamplePack().load().content)
        let mine = try #require(content.sets["mine"])
        #expect(mine.entries.map(\.canonical).contains("BTC"))
        #expect(mine.entries.first { $0.canonical == "BTC" }?.words == ["BTC", "bitcoin", "比特币"])
        #expect(mine.entries.map(\.canonical).contains("my bitcoin"))
        #expect(content.sets["account"]?.entries.last == WordSet.Entry(canonical: "wallet", words: ["wallet*"]))
    }

    @Test("Sets that multiply each other are bounded")
    func product() {
        let words = (0..<100).map { "w\($0)" }.joined(separator: ", ")
        let pack = SamplePack().adding(
            "big: [\(words)]\nbigger: ['{{big}}{{big}}{{big}}{{big}}']\n", to: "vocabulary.yaml")
        #expect(pack.report().contains("vocabulary.yaml:8:1: error: the set “bigger” stands for more than 5000 words"))
    }

    @Test("A pattern that grows too long with its sets is refused")
    func longPattern() {
        let words = (0..<4_000).map { "word\($0)" }.joined(separator: ", ")
        let pack = SamplePack().adding("big: [\(words)]\n", to: "vocabulary.yaml")
            .replacing("'手续费'", with: "'手续费{{big}}'", in: "fees.yaml")
        #expect(pack.load().diagnostics.map(\.code) == [.longPattern])
    }

    @Test("Words by language, and canonical values with words by language, are read")
    func byLanguage() throws {
        let pack = SamplePack().adding(
            "lost: {zh: [丢了], en: [lost]}\nkind: {in: {zh: [收款], en: [received]}, out: [转出]}\n", to: "vocabulary.yaml")
        let sets = try #require(pack.load().content).sets
        #expect(sets["lost"]?.entries.map(\.canonical) == ["丢了", "lost"])
        #expect(
            sets["kind"]?.entries == [
                WordSet.Entry(canonical: "in", words: ["收款", "received"]),
                WordSet.Entry(canonical: "out", words: ["转出"]),
            ])
    }
}
