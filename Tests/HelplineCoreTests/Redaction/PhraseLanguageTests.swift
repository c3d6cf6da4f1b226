import Foundation
import TestSupport
import Testing
import TestSupport

@testable import HelplineCore

/// Phrases of random numbers in every official list, written and divided at random.
@Suite("Recovery phrases in every language")
struct PhraseLanguageTests {
    private let redactor = Redactor()
    private static let counts = [12, 15, 18, 21, 24]
    private static let separators = [
        " ", "  ", ", ", ",", "\n", "\t", " - ", "、", "，", "\u{3000}", " | ", "; ", " / ", ". ", "_", "\u{2028}", " • ",
    ]

    /// Reads lines as a conversation does, and answers what is left of them.
    private func left(of lines: [String]) -> String {
        var memory = RedactionMemory()
        var kept: [SafeText] = []
        for line in lines {
            let redaction = redactor.redact(line, memory: &memory, context: RedactionContext(earlier: kept))
            for reveal in redaction.reveals {
                let place = kept.count - reveal.linesBack
                kept[place] = reveal.masked(kept[place])
            }
            kept.append(redaction.text)
        }
        return kept.map(\.string).joined(separator: "\n")
    }

    /// A word as somebody may write it.
    private func written(_ word: String, _ style: Int) -> String {
        switch style {
        case 1: word.uppercased()
        case 2: word.capitalized
        case 3: PhraseBook.bare(word)
        case 4: word.decomposedStringWithCanonicalMapping
        default: word
        }
    }

    @Test("leave not two words in a row, however they are separated and numbered", arguments: PhraseBook.all, counts)
    func separated(book: PhraseBook, count: Int) throws {
        var generator = SeededGenerator(seed: UInt64(count) * 31 + UInt64(book.language.rawValue))
        for place in 0..<40 {
            let phrase = book.phrase(count, from: &generator)
            let separator = try #require(Self.separators.randomElement(using: &generator))
            let style = place % 5
            var words = phrase.map { written($0, style) }
            if place % 3 == 1 { words = words.enumerated().map { "\($0 + 1). \($1)" } }
            if place % 7 == 2, words.count > 1 { words[words.count - 1] = "and " + words[words.count - 1] }
            let line = ["", "help! ", "这是 ", "look: "][place % 4] + words.joined(separator: separator)
            #expect(PhraseBook.leaked(phrase, in: left(of: [line])) <= 1, "\(line)")
        }
    }

    @Test("leave not two words in a row, shortened to four letters")
    func shortened() {
        var generator = SeededGenerator(seed: 5)
        for book in PhraseBook.all where book.language.script == .latin {
            for count in Self.counts {
                let phrase = book.phrase(count, from: &generator).map { String(PhraseBook.bare($0).prefix(4)) }
                #expect(PhraseBook.leaked(phrase, in: left(of: [phrase.joined(separator: " ")])) <= 1, "\(phrase)")
            }
        }
    }

    @Test("leave not two words in a row, told in several lines with others between", arguments: PhraseBook.all)
    func divided(book: PhraseBook) {
        var generator = SeededGenerator(seed: 91 + UInt64(book.language.rawValue))
        for place in 0..<40 {
            let phrase = book.phrase(Self.counts[place % 5], from: &generator)
            var lines: [String] = []
            var rest = phrase[...]
            while !rest.isEmpty {
                let size = min(rest.count, Int.random(in: 3...8, using: &generator))
                lines.append(rest.prefix(size).joined(separator: place % 2 == 0 ? " " : ", "))
                rest = rest.dropFirst(size)
                if place % 4 == 3 { lines.append(["ok", "好的", "yesterday evening", "13800138000"][lines.count % 4]) }
            }
            #expect(PhraseBook.leaked(phrase, in: left(of: lines)) <= 1, "\(lines)")
        }
    }

    @Test(
        "in Chinese leave not two characters in a row, with anything or nothing between", arguments: PhraseBook.chinese,
        counts)
    func chinese(book: PhraseBook, count: Int) throws {
        var generator = SeededGenerator(seed: UInt64(count) + 700)
        for place in 0..<120 {
            let phrase = book.phrase(count, from: &generator)
            let separator = try #require(Self.separators.randomElement(using: &generator))
            let group = [2, 3, 4, 6][place % 4]
            let grouped = stride(from: 0, to: count, by: group).map { phrase[$0..<min($0 + group, count)].joined() }
            let numbered = phrase.enumerated().map { ($0.offset + 1, $0.element) }
            let lines: [String] = [
                phrase.joined(),
                phrase.joined(separator: separator),
                "看看这个：" + phrase.joined(separator: separator) + "，谢谢",
                grouped.joined(separator: separator),
                "我的助记词是" + phrase.joined(),
                numbered.map { "第\($0)个\($1)" }.joined(separator: "，"),
                numbered.map { "\($0).\($1)" }.joined(),
            ]
            let line = lines[place % lines.count]
            #expect(PhraseBook.leaked(phrase, in: left(of: [line])) <= 1, "\(line)")
        }
    }

    @Test("in Chinese are masked in two lines, and after the word for it", arguments: PhraseBook.chinese)
    func chineseDivided(book: PhraseBook) {
        var generator = SeededGenerator(seed: 41)
        for place in 0..<60 {
            let phrase = book.phrase(Self.counts[place % 5], from: &generator)
            let half = phrase.count / 2
            let (first, second) = (phrase[..<half], phrase[half...])
            let separator = ["", " "][place / 2 % 2]
            let lines =
                place % 2 == 0
                ? [first.joined(separator: separator), "好的", second.joined(separator: separator)]
                : ["我的助记词", phrase.joined(separator: separator)]
            #expect(PhraseBook.leaked(phrase, in: left(of: lines)) <= 1, "\(lines)")
        }
    }
}
