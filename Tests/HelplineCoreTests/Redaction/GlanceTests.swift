import TestSupport
import Testing

@testable import HelplineCore

/// The first look at a line, compared with all rules looking at it.
@Suite("The first look of the redactor")
struct GlanceTests {
    private let redactor = Redactor()

    /// Whether the redactor answers a line as the rules do, and remembers the same.
    private func agrees(_ line: String, memory: inout RedactionMemory, question: RedactionContext.Question) -> Bool {
        let context = RedactionContext(question: question)
        var searched = memory
        searched.fade()
        let slow = redactor.search(line, memory: &searched, context: context)
        let quick = redactor.redact(line, memory: &memory, context: context)
        return quick.findings == slow.findings && quick.reveals == slow.reveals && memory == searched
    }

    private static let rows =
        HarmlessRows.all + RedactionTables.harmless + PasswordTalkRows.all + HostileRows.all.flatMap(\.messages)
        + PasswordGivenRows.all.flatMap(\.messages)
        + (RedactionTables.passwords + RedactionTables.credentials + RedactionTables.codes + RedactionTables.keys
        + RedactionTables.numbers).map(\.line)
        + RedactionTables.several.flatMap(\.lines)

    @Test("decides nothing that the rules would decide otherwise, on every row of the tables")
    func rows() {
        for question in [RedactionContext.Question.none, .number, .code, .password, .transactionHash] {
            var memory = RedactionMemory()
            for line in Self.rows {
                var fresh = RedactionMemory()
                #expect(agrees(line, memory: &fresh, question: question), "\(line)")
                #expect(agrees(line, memory: &memory, question: question), "\(line), after others")
            }
        }
    }

    @Test(
        "decides nothing that the rules would decide otherwise, on rows cut and mixed", arguments: 1...6 as ClosedRange)
    func mixed(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let cues = CueWords.all.flatMap { $0.1.split(separator: ",").map { $0.filter { $0 != "\n" } } }
        let marks = [
            " ", "", "-", "--", "/", "|", "!", "!!", "#", "\"", "“", "”", "，", "。", "：", "\n", "\t", "　", "１", "Ａ", "é",
            "の",
            "\u{200B}", "😀", "7", "483920", "abcd1", "的", "禪", "係", "_", "=", "@", "'", "’", "second ", "1. ", "?", "》",
        ]
        var memory = RedactionMemory()
        for _ in 0..<1_500 {
            var line = ""
            for _ in 0..<Int.random(in: 1...5, using: &generator) {
                switch Int.random(in: 0..<4, using: &generator) {
                case 0: line += cues.randomElement(using: &generator) ?? ""
                case 1:
                    let row = Array(Self.rows.randomElement(using: &generator) ?? "")
                    line += String(row.dropFirst(Int.random(in: 0...row.count, using: &generator)).prefix(12))
                case 2: line += marks.randomElement(using: &generator) ?? ""
                default:
                    for _ in 0..<3 { line += EnglishSample.words.randomElement(using: &generator) ?? "" }
                }
                line += marks.randomElement(using: &generator) ?? ""
            }
            var fresh = RedactionMemory()
            #expect(agrees(line, memory: &fresh, question: .none), "\(line.debugDescription)")
            #expect(agrees(line, memory: &memory, question: .none), "\(line.debugDescription), after others")
        }
    }

    @Test("is all that many ordinary lines need")
    func ordinary() {
        let quick = HarmlessRows.all.filter {
            Glance.isHarmless($0, memory: RedactionMemory(), question: .none)
        }
        #expect(quick.count * 5 > HarmlessRows.all.count)
        #expect(quick.contains("急急急急急急急急急急急急") || quick.contains("谢谢谢谢，太感谢你们了"))
    }

    /// Words as they stand in and beside the lists, alone and with what joins them.
    private enum EnglishSample {
        static let words = [
            "letter ", "advice ", "cage ", "the ", "first ", "word ", "is ", "and ", "my ", "zoo ", "then ", "Abandon",
            "walletkey ", "wallet ", "key ", "pinned ", "passé ", "2fa ", "tx ", "hash", "seeds ", "codes ", "txids ",
        ]
    }
}
