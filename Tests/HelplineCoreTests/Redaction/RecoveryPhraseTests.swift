import TestSupport
import Testing

@testable import HelplineCore

@Suite("Recovery phrases")
struct RecoveryPhraseTests {
    private static let words = EnglishWords.text.split(whereSeparator: \.isWhitespace).map(String.init)
    private let redactor = Redactor()

    private func phrase(_ count: Int, from generator: inout SeededGenerator) -> [String] {
        (0..<count).map { _ in Self.words.randomElement(using: &generator) ?? "" }
    }

    /// The longest row of a phrase's words that is left in a text, as it can still be read.
    private func leaked(_ phrase: [String], in text: String) -> Int {
        let folded = NormalizedText(text).text.lowercased()
        let left = folded.split { !$0.isASCII || !$0.isLetter }.map(String.init)
        var longest = 0
        for start in phrase.indices {
            var count = 0
            while start + count < phrase.count, left.firstRange(of: phrase[start...start + count]) != nil { count += 1 }
            longest = max(longest, count)
        }
        return longest
    }

    @Test("are masked whole, however they are written", arguments: PhraseForm.all, [12, 15, 18, 21, 24])
    func forms(form: PhraseForm, count: Int) {
        var generator = SeededGenerator(seed: UInt64(count))
        for _ in 0..<20 {
            let phrase = phrase(count, from: &generator)
            var memory = RedactionMemory()
            let redaction = redactor.redact(form.write(phrase), memory: &memory)
            #expect(redaction.findings.map(\.kind) == [.seedPhrase])
            // One word may be left: one of the sentence around, or of the marker.
            #expect(leaked(phrase, in: redaction.text.string) <= 1, "\(phrase)")
        }
    }

    @Test(
        "are masked with a mistyped word in them, where the line says what they are",
        arguments: 1...6 as ClosedRange<UInt64>)
    func mistyped(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<20 {
            var phrase = phrase(12, from: &generator)
            phrase[Int.random(in: 0..<12, using: &generator)] += "q"
            var memory = RedactionMemory()
            let redaction = redactor.redact("my seed phrase: \(phrase.joined(separator: " "))", memory: &memory)
            #expect(leaked(phrase, in: redaction.text.string) <= 1, "\(phrase)")
        }
    }

    @Test("are masked in part, where the line or the one before says what it is")
    func parts() {
        var memory = RedactionMemory()
        #expect(!redactor.redact("my seed phrase is sausage kitten velvet ozone", memory: &memory).isEmpty)
        memory = RedactionMemory()
        _ = redactor.redact("我的助记词", memory: &memory)
        #expect(redactor.redact("sausage kitten velvet ozone", memory: &memory).text == "[recovery phrase removed]")
        #expect(redactor.redact("ok can you help", memory: &memory).isEmpty)
    }

    @Test(
        "split over lines are masked in all of them",
        arguments: [
            [6, 6], [4, 4, 4], [3, 9], [11, 1], Array(repeating: 1, count: 12), Array(repeating: 2, count: 12),
        ])
    func split(sizes: [Int]) {
        var generator = SeededGenerator(seed: 77)
        for _ in 0..<15 {
            // Words as rare as most of the list: a line of everyday words is taken for a line of everyday words.
            let phrase = (0..<sizes.reduce(0, +)).map { _ in Self.rare.randomElement(using: &generator) ?? "" }
            var kept: [SafeText] = []
            var memory = RedactionMemory()
            var start = 0
            for size in sizes {
                let line = phrase[start..<start + size].joined(separator: " ")
                start += size
                let redaction = redactor.redact(
                    line, memory: &memory, context: RedactionContext(earlier: kept))
                for reveal in redaction.reveals {
                    let place = kept.count - reveal.linesBack
                    kept[place] = reveal.masked(kept[place])
                }
                kept.append(redaction.text)
            }
            #expect(leaked(phrase, in: kept.map(\.string).joined(separator: " ")) == 0, "\(phrase)")
        }
    }

    private static let rare = words.indices.filter { !WordList.english.isCommon[$0] }.map { words[$0] }

    @Test("split in the middle of sentences leave the rest of both readable")
    func splitInSentences() throws {
        var memory = RedactionMemory()
        let first = redactor.redact("I cannot get in, it was sausage kitten velvet ozone tuna", memory: &memory)
        #expect(first.isEmpty)
        let second = redactor.redact(
            "gorilla mango nephew oyster panther quiz raccoon isn't it", memory: &memory,
            context: RedactionContext(earlier: [first.text]))
        #expect(second.text == "[recovery phrase removed] isn't it")
        let reveal = try #require(second.reveals.first)
        #expect(second.reveals.count == 1 && reveal.linesBack == 1)
        #expect(reveal.masked(first.text) == "I cannot get in, it was [recovery phrase removed]")
    }

    @Test("are not seen in everyday lines that happen to consist of list words")
    func everyday() {
        var memory = RedactionMemory()
        var said: [SafeText] = []
        for line in [
            "hello", "help", "wallet problem", "phone lost", "please help", "coin transfer error", "thank you",
            "still same problem", "can you help", "any update", "hello", "when will there be an answer",
        ] {
            let redaction = redactor.redact(line, memory: &memory, context: RedactionContext(earlier: said))
            #expect(redaction.isEmpty)
            said.append(redaction.text)
        }
    }
}
