import Foundation
import HelplineCore
import Testing

@testable import HelplinePack

@Suite("Doubts of the check")
struct FindingTests {
    /// A change of the sample pack, and all that is said of it beyond what is said of the pack as it is.
    struct Doubt: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var old: String
        var new: String
        var file = "account-stolen.yaml"
        var says: [String]

        init(_ name: String, _ old: String, _ new: String, in file: String = "account-stolen.yaml", _ says: String...) {
            (testDescription, self.old, self.new, self.file, self.says) = (name, old, new, file, says)
        }
    }

    private static let base = SamplePack().replacing("someone stole my account, ", with: "")

    private static func findings(_ pack: SamplePack) throws -> [Diagnostic] {
        let loaded = pack.load()
        guard let content = loaded.content else { return loaded.diagnostics }
        return Checker.check(loaded, KnowledgeBase(content))
    }

    @Test("Each doubt has its code, place, severity and cure, in both languages", arguments: doubts)
    func doubt(_ doubt: Doubt) throws {
        let pack = Self.base.replacing(doubt.old, with: doubt.new, in: doubt.file)
        let known = Set(try Self.findings(Self.base).map { "\($0.code)\($0.message)" })
        let found = try Self.findings(pack).filter { !known.contains("\($0.code)\($0.message)") }
        #expect(
            found.map {
                "\($0.place): \($0.severity): \($0.message) [\($0.code.rawValue)]"
                    + ($0.remedy.map { " = \($0)" } ?? "")
            }
                == doubt.says)
        for diagnostic in found { expectChinese(diagnostic) }
    }

    static let doubts: [Doubt] = [
        Doubt(
            "a title that leads nowhere", "en: Fees}", "en: Costs}", in: "fees.yaml",
            "fees.yaml:2:22: warning: whoever types the title “Costs” is not understood [title-lost]"
                + " = add a phrase that finds the title; people repeat what they were shown"),
        Doubt(
            "a title that leads elsewhere", "zh: 手续费, en: Fees}", "zh: 账号被盗, en: Fees}", in: "fees.yaml",
            "fees.yaml:2:13: warning: whoever types the title “账号被盗” is answered by “account-stolen” [title-lost]"
                + " = add a phrase that finds the title; people repeat what they were shown"),
        Doubt(
            "a pattern of another intent", "  zh: ['手续费']", "  zh: ['手续费', '(币|资产).{0,4}(不见|没)了']", in: "fees.yaml",
            "fees.yaml:4:15: warning: this stands in “account-stolen” too, so what only it finds is a tie between both"
                + " [shared-pattern] = keep it in one of them; the other one is at account-stolen.yaml:10:8",
            "fees.yaml:4:15: note: no example of “fees” needs this pattern [unproven-pattern]"
                + " = add an example that only it finds, or take it out"),
        Doubt(
            "an unless that keeps nothing out", "examples: {zh: [手续费多少]",
            "unless: {en: [withdraw]}\nexamples: {zh: [手续费多少]",
            in: "fees.yaml",
            "fees.yaml:6:15: note: no example shows what this “unless” keeps out of “fees” [unproven-pattern]"
                + " = add a line that it keeps out to “not_examples”, or take it out"),
        Doubt(
            "an intent with nothing in a language", "  en: ['\\bfees?\\b']\n", "", in: "fees.yaml",
            "fees.yaml:1:5: warning: “fees” has no phrase and no pattern in “en”, so it is hardly found there"
                + " [translation-gap] = add “en:” below “phrases” or “patterns”",
            "fees.yaml:2:22: warning: whoever types the title “Fees” is not understood [title-lost]"
                + " = add a phrase that finds the title; people repeat what they were shown",
            "fees.yaml:5:30: error: “what is the fee”, an example of “fees”, is answered by nothing:"
                + " none of its patterns matches [example-lost] = add a pattern or a phrase that finds it"),
        Doubt(
            "a question whose condition excludes itself", "    optional: true\n",
            "    optional: true\n  - {id: more, prompt: {zh: 问, en: Q}, accept: text, when: {leaked: leak-yes, asset: ETH}}\n",
            "account-stolen.yaml:40:86: error: “ETH” is no answer that “asset” can have [unknown-name]"
                + " = it can have “BTC” or “USDT”"),
        Doubt(
            "a text that an earlier one covers", "  - when: {asset: USDT}\n",
            "  - when: {asset: [USDT, BTC]}\n    text: {zh: 甲。, en: A.}\n  - when: {asset: USDT}\n",
            "account-stolen.yaml:43:5: warning: this entry of “then” is never said: one before it fits wherever it would"
                + " [unreachable] = put the entry of line 41 last, or give it a narrower “when”"),
        Doubt(
            "an answer that is a command", "zh: [是, 有]", "zh: [是, 有, 命令back]",
            "account-stolen.yaml:32:9: warning: “命令back” answers the question “leaked”,"
                + " but is obeyed as the command “back” [command-answer]"
                + " = take it out of the answers, or out of the command’s words at bot.yaml:15:15"),
        Doubt(
            "a question that wants a password", "prompt: {zh: 什么问题？, en: What is wrong?}",
            "prompt: {zh: 您的密码是什么？, en: What is wrong?}", in: "bot.yaml",
            "bot.yaml:43:12: warning: the question “problem” speaks of “密码” and takes any text for an answer [secret-slot]"
                + " = nobody may ask for phrases, keys, passwords or codes; ask whether it leaked instead"),
        Doubt(
            "an address nobody confirmed", "en: See the app.}", "en: Ask help@helper-support.io.}", in: "fees.yaml",
            "fees.yaml:7:29: warning: “help@helper-support.io” is no fact of bot.yaml, so nobody has confirmed that it is ours"
                + " [foreign-address] = add it to “facts” and write {{fact.name}} here; for an example use …@example.com"
        ),
        Doubt("an address for an example", "en: See the app.}", "en: Ask you@example.com.}", in: "fees.yaml"),
        Doubt(
            "a link nobody confirmed", "en: See the app.}", "en: \"See https://fees.helper.io/list.\"}",
            in: "fees.yaml",
            "fees.yaml:7:30: warning: “https://fees.helper.io/list” is no fact of bot.yaml, so nobody has confirmed that it is ours"
                + " [foreign-address] = add it to “facts” and write {{fact.name}} here; for an example use …@example.com"
        ),
        Doubt(
            "a line that chats cut", "en: See the app.}", "en: \(String(repeating: "word ", count: 90))end}",
            in: "fees.yaml",
            "fees.yaml:7:25: warning: the answer has a line of 453 bytes, and many a chat cuts lines after 400 [long-text]"
                + " = break it into several lines"),
        Doubt(
            "an answer that was not translated", "en: See the app.}", "en: 请看应用里的收费说明。}", in: "fees.yaml",
            "fees.yaml:7:25: warning: the answer in “en” is written in another language [translation-gap] = translate it"
        ),
        Doubt(
            "a value quoted in one language", "en: \"Noted: {{asset}}.\"", "en: \"Noted.\"",
            "account-stolen.yaml:42:38: warning: “then” quotes {{asset}} in “zh” and not in “en” [translation-gap]"
                + " = quote it in both, so that nobody is told less"),
        Doubt(
            "a text to be written", "en: See the app.}", "en: TODO say where}", in: "fees.yaml",
            "fees.yaml:7:25: error: this still has to be written: “TODO say where” [todo]"
                + " = write the text in place of TODO and what follows it, or take the line out"),
        Doubt(
            "a text cut by a sign", "examples: {zh: [手续费多少], en: [what is the fee]}",
            "examples:\n  zh: [手续费多少]\n  en:\n    - what is the fee #12 now", in: "fees.yaml",
            "fees.yaml:9:23: warning: the text ends before #, and what follows is taken for a comment [cut-text]"
                + " = write \"what is the fee #12 now\", or a space after # where a comment is meant"),
        Doubt(
            "a comment", "examples: {zh: [手续费多少], en: [what is the fee]}",
            "examples:\n  zh: [手续费多少]\n  en:\n    - what is the fee # as Ann says", in: "fees.yaml"),
        Doubt(
            "a comma of a Chinese keyboard", "[手续费多少]", "[手续费多少，手续费怎么算]", in: "fees.yaml",
            "fees.yaml:6:22: warning: “，” does not part the entries of a list, so this list has one [wide-mark]"
                + " = write [手续费多少, 手续费怎么算], or \"手续费多少，手续费怎么算\" if one is meant"),
        Doubt(
            "quotes of a Chinese keyboard", "[手续费多少]", "[‘手续费多少’]", in: "fees.yaml",
            "fees.yaml:6:17: warning: the quotes ‘ ’ belong to the text here; YAML knows only ' and \" [wide-mark]"
                + " = write \"手续费多少\""),
        Doubt(
            "a colon of a Chinese keyboard between braces", "title: {zh: 手续费, en: Fees}", "title: {zh：手续费, en: Fees}",
            in: "fees.yaml",
            "fees.yaml:2:9: error: “zh：手续费” is no language of this pack [unknown-name]"
                + " = “：” is a full-width colon; write “zh: ”"),
    ]

    @Test("Conditions that exclude each other leave a question unasked")
    func contradiction() throws {
        let pack = Self.base.replacing("when: {asset: [BTC, USDT]}", with: "when: {asset: BTC}")
            .replacing(
                "    optional: true\n",
                with:
                    "    optional: true\n  - {id: more, prompt: {zh: 问, en: Q}, accept: text, when: {leaked: leak-yes, asset: USDT}}\n"
            )
        let found = try Self.findings(pack).filter { $0.code == .unreachable }
        #expect(
            found.map { "\($0.place) \($0.message)" } == [
                "account-stolen.yaml:40:10 the question “more” is never asked: where “asset” is asked at all, it has another answer"
            ])
    }

    @Test("An intent that wins none of its examples is told once more, as a whole")
    func shadowed() throws {
        let pack = Self.base.replacing("id: fees\n", with: "id: fees\nband: -1\n", in: "fees.yaml")
            .replacing("'手续费'", with: "'账号.{0,2}被盗'", in: "fees.yaml").replacing("手续费多少", with: "账号被盗", in: "fees.yaml")
            .replacing("'\\bfees?\\b'", with: "account hacked", in: "fees.yaml").replacing(
                "what is the fee", with: "account hacked", in: "fees.yaml")
        let found = try Self.findings(pack).filter { $0.code == .shadowedIntent }
        #expect(
            found.map { "\($0.place) \($0.message)" } == [
                "fees.yaml:1:5 “fees” is never answered: all its examples go to “account-stolen”"
            ])
    }

    @Test("The matrix of confusions names who comes near whom, on which example")
    func matrix() throws {
        let pack = Self.base.replacing("['手续费']", with: "['手续费', '账号.{0,2}被盗.{0,3}费']", in: "fees.yaml")
            .replacing("手续费多少", with: "账号被盗手续费多少", in: "fees.yaml")
        let loaded = pack.load()
        let confusions = Checker.examine(loaded, KnowledgeBase(try #require(loaded.content))).confusions
        let row = try #require(confusions.rows.first)
        #expect(row.intent == "fees" && row.rival == "account-stolen" && row.count == 1)
        #expect(row.example == "账号被盗手续费多少")
        let table = confusions.table(in: .english)
        #expect(table.contains("account-stolen"))
        #expect(table.contains(row.words.description))
        #expect(row.words.isTranslated(to: .chinese))
    }

    @Test("The report on patterns tells what each needs and how often it is tried, the most often first")
    func patternReport() throws {
        let pack = Self.base.replacing("['手续费']", with: "['手续费', '\\d{6}', '(?#no)费.{0,4}率']", in: "fees.yaml")
        let loaded = pack.load()
        let report = PatternReport(loaded, KnowledgeBase(try #require(loaded.content)))
        let lines = report.table(in: .english).split(separator: "\n").map { $0.split(separator: "\t") }
        let messages = loaded.examples.count + loaded.outOfScope.count
        #expect(lines[0][0].contains("measured on \(messages)"))
        // A comment makes the pattern opaque: it is tried on every message.
        #expect(lines[1][0] == "1000.0" && lines[1][1] == "none: it has a comment (?#…)")
        let digits = try #require(lines.first { $0.last == "\\d{6}" })
        let hasDigit = loaded.examples.contains { $0.text.contains(where: \.isNumber) }
        #expect(digits[0] == (hasDigit ? digits[0] : "0.0") && digits[1] == "none: the pattern holds no literal text")
        let fees = try #require(lines.first { $0.last == "手续费" })
        let share = loaded.examples.count { $0.text.contains("手续费") } * 10_000 / messages
        #expect(abs((Double(fees[0]) ?? 0) * 10 - Double(share)) <= 1 && share > 0)
        #expect(fees[1] == "手续费" && fees[2].hasPrefix("fees.yaml:"))
        #expect(report.table(in: .chinese).contains("无：里面有注释 (?#…)"))
    }

    @Test("Every code has a meaning and a cure, and the pages of the findings list them all")
    func pages() throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Documentation")
        for (name, language) in [("FINDINGS.md", Sentence.Language.english), ("FINDINGS.zh-CN.md", .chinese)] {
            let page = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
            for code in DiagnosticCode.allCases {
                #expect(code.meaning.isTranslated(to: language) && code.advice.isTranslated(to: language))
                let row =
                    "| `\(code.rawValue)` | \(code.meaning.said(in: language)) | \(code.advice.said(in: language).replacing("|", with: "\\|")) |"
                #expect(page.contains(row), "\(name) lacks: \(row)")
            }
            let rows = page.split(separator: "\n").count { $0.hasPrefix("| `") }
            #expect(rows == DiagnosticCode.allCases.count)
        }
    }
}
