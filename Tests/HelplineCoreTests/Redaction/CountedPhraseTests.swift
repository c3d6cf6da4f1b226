import TestSupport
import Testing

@testable import HelplineCore

@Suite("Recovery phrases told word by word")
struct CountedPhraseTests {
    /// How many of a phrase's words still stand in what is kept, but for those that the labels have too.
    private func left(of phrase: [String], in kept: KeptLines, but labels: Set<String>) -> [String] {
        let marker = RedactionMarkers.english[.seedPhrase].string
        let lines = kept.lines.map { $0.string.split(separator: marker).joined(separator: " * ") }
        let words = Set(lines.flatMap { FoldedLine($0).spelled })
        return phrase.filter { words.contains(PhraseBook.bare($0)) && !labels.contains($0) }
    }

    @Test(
        "leave no line with a word in it, however the words are counted out",
        arguments: PhraseBook.all, LineForm.all)
    func lines(book: PhraseBook, form: LineForm) {
        var generator = SeededGenerator(seed: 12)
        for _ in 0..<6 {
            let phrase = book.phrase(12, from: &generator)
            let kept = KeptLines(phrase.enumerated().map { form.write($0, $1) })
            // A word of everyday at either end may be taken for an ordinary line.
            #expect(left(of: phrase, in: kept, but: form.words).count <= 1, "\(kept.text)")
        }
    }

    @Test("leave no word in one message either", arguments: PhraseBook.all, LineForm.all)
    func message(book: PhraseBook, form: LineForm) {
        var generator = SeededGenerator(seed: 13)
        for separator in [", ", "\n", "; "] {
            let phrase = book.phrase(12, from: &generator)
            let kept = KeptLines([phrase.enumerated().map { form.write($0, $1) }.joined(separator: separator)])
            #expect(left(of: phrase, in: kept, but: form.words).count <= 1, "\(kept.text)")
        }
    }

    @Test(
        "are told at the latest by the ninth line, and what follows is masked at once",
        arguments: 1...8 as ClosedRange<UInt64>)
    func warning(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let phrase = try #require(PhraseBook.all.first).phrase(24, from: &generator)
        let kept = KeptLines(phrase.enumerated().map { "\($0 + 1). \($1)" })
        #expect(left(of: phrase, in: kept, but: []).isEmpty, "\(kept.text)")
    }

    @Test("are masked in groups with words about them", arguments: PhraseBook.all)
    func groups(book: PhraseBook) {
        var generator = SeededGenerator(seed: 14)
        for _ in 0..<6 {
            let phrase = book.phrase(12, from: &generator)
            let parts = stride(from: 0, to: 12, by: 4).map { phrase[$0..<$0 + 4].joined(separator: " ") }
            for labels in [["first: ", "then: ", "last: "], ["words 1 to 4: ", "5-8: ", "the last four: "]] {
                let kept = KeptLines(zip(labels, parts).map { $0 + $1 })
                #expect(left(of: phrase, in: kept, but: ["first", "then", "word", "four"]).isEmpty, "\(kept.text)")
            }
        }
    }

    @Test("are masked with a word missing or two mistyped, in nearly every case", arguments: PhraseBook.all)
    func incomplete(book: PhraseBook) {
        var generator = SeededGenerator(seed: 15)
        var kept = 0
        for _ in 0..<30 {
            var phrase = book.phrase(12, from: &generator)
            kept += KeptLines([phrase[..<11].joined(separator: " ")]).text.contains("removed") ? 0 : 1
            kept += KeptLines(phrase[..<11].map { $0 }).text.contains("removed") ? 0 : 1
            phrase[3] = String(phrase[3].reversed())
            phrase[8] += book.language.script == .latin ? "q" : "のか"
            let text = KeptLines([phrase.joined(separator: " ")]).text
            kept += text.contains("removed") && PhraseBook.leaked(phrase, in: text) < 3 ? 0 : 1
        }
        #expect(kept <= 6, "\(kept) of 90")
    }

    @Test(
        "are not seen in numbered steps and ordinary lists",
        arguments: [
            ["1. open", "2. assets", "3. send", "4. address", "5. amount", "6. next", "7. confirm", "8. wait"],
            ["1. open app 2. click send 3. scan the code 4. enter the amount 5. confirm"],
            ["1) open wallet", "2) click send", "3) choose network", "4) enter address", "5) confirm"],
            ["first: open the app", "then: choose send", "last: confirm"],
            ["then nothing", "then error", "then again", "then help", "then what"],
            ["word", "number one", "the second time", "last week", "my phone is new", "the third order is missing"],
            ["第一步 open", "第二步 send", "第三步 confirm", "第四步 wait"],
        ])
    func steps(lines: [String]) {
        #expect(KeptLines(lines).text == lines.joined(separator: "\n"))
    }
}

/// A way to say one word of a phrase with its number.
struct LineForm: Sendable, CustomTestStringConvertible {
    let testDescription: String
    /// The words of the label itself.
    var words: Set<String> = []
    let write: @Sendable (Int, String) -> String

    private static let ordinals = [
        "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
        "twelfth",
    ]
    private static let numerals = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"]

    static let all = [
        LineForm(testDescription: "1. word") { "\($0 + 1). \($1)" },
        LineForm(testDescription: "1 word") { "\($0 + 1) \($1)" },
        LineForm(testDescription: "1) word") { "\($0 + 1)) \($1)" },
        LineForm(testDescription: "1: word") { "\($0 + 1): \($1)" },
        LineForm(testDescription: "1、word") { "\($0 + 1)、\($1)" },
        LineForm(testDescription: "1word") { "\($0 + 1)\($1)" },
        LineForm(testDescription: "word 1") { "\($1) \($0 + 1)" },
        LineForm(testDescription: "#1 word") { "#\($0 + 1) \($1)" },
        LineForm(testDescription: "第一个 word") { "第\(numerals[$0])个 \($1)" },
        LineForm(testDescription: "第1个单词是word") { "第\($0 + 1)个单词是\($1)" },
        LineForm(testDescription: "我的第1个词是 word") { "我的第\($0 + 1)个词是 \($1)" },
        LineForm(testDescription: "1 is word") { "\($0 + 1) is \($1)" },
        LineForm(testDescription: "word 1 is word", words: ["word"]) { "word \($0 + 1) is \($1)" },
        LineForm(testDescription: "first: word", words: Set(ordinals)) { "\(ordinals[$0]): \($1)" },
        LineForm(testDescription: "the first word is word", words: Set(ordinals + ["word"])) {
            "the \(ordinals[$0]) word is \($1)"
        },
        LineForm(testDescription: "then word", words: ["then"]) { "then \($1)" },
    ]
}

extension FoldedLine {
    /// The runs of letters of one script.
    var spelled: [String] {
        var words: [String] = []
        var isInside = false
        for index in 0..<count {
            let isPart = isLetter(index) || isSyllable(index)
            if isPart, !isInside || isLetter(index) != isLetter(index - 1) { words.append("") }
            if isPart, let scalar = Unicode.Scalar(units[index].lowercasedASCII) {
                words[words.count - 1].unicodeScalars.append(scalar)
            }
            isInside = isPart
        }
        return words
    }
}
