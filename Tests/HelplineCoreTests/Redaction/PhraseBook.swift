import TestSupport
import Testing
import TestSupport

@testable import HelplineCore

/// A word list as a test reads it, and phrases made of it by an encoder of its own.
struct PhraseBook: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let language: PhraseLanguage
    let words: [String]

    private init(_ name: String, _ language: PhraseLanguage, _ text: String) {
        (testDescription, self.language) = (name, language)
        words =
            language == .chinese ? text.map(String.init) : text.split(whereSeparator: \.isWhitespace).map(String.init)
    }

    /// The lists whose words are written with spaces.
    static let all = [
        PhraseBook("English", .english, EnglishWords.text), PhraseBook("Spanish", .spanish, SpanishWords.text),
        PhraseBook("French", .french, FrenchWords.text), PhraseBook("Italian", .italian, ItalianWords.text),
        PhraseBook("Czech", .czech, CzechWords.text), PhraseBook("Portuguese", .portuguese, PortugueseWords.text),
        PhraseBook("Japanese", .japanese, JapaneseWords.text), PhraseBook("Korean", .korean, KoreanWords.text),
    ]

    static let chinese = [
        PhraseBook("simplified Chinese", .chinese, ChineseWords.simplified),
        PhraseBook("traditional Chinese", .chinese, ChineseWords.traditional),
    ]

    /// A phrase of a random number, with its checksum.
    func phrase(_ count: Int, from generator: inout SeededGenerator) -> [String] {
        let entropy = (0..<count * 4 / 3).map { _ in UInt8.random(in: 0...255, using: &generator) }
        var bits = (entropy + SHA256.hash(entropy).prefix(1)).flatMap { byte in
            (0..<8).map { byte >> (7 - $0) & 1 }
        }[...]
        return (0..<count).map { _ in
            defer { bits = bits.dropFirst(11) }
            return words[bits.prefix(11).reduce(0) { $0 << 1 | Int($1) }]
        }
    }

    /// A word without accents and voicing marks.
    static func bare(_ word: String) -> String {
        String(String.UnicodeScalarView(FoldedLine(word).units.compactMap(Unicode.Scalar.init)))
    }

    /// The longest row of a phrase's words that can still be read in a text.
    static func leaked(_ phrase: [String], in text: String) -> Int {
        let left = words(of: text)
        let words = phrase.map { Array(FoldedLine($0).units) }
        var longest = 0
        for start in words.indices {
            var count = longest
            while start + count < words.count, left.firstRange(of: words[start...start + count]) != nil { count += 1 }
            longest = max(longest, count)
        }
        return longest
    }

    /// The runs of letters in a text; each Han character is one.
    private static func words(of text: String) -> [[UInt32]] {
        let line = FoldedLine(text)
        var words: [[UInt32]] = []
        var isInside = false
        for index in 0..<line.count {
            let isLetter = line.isLetter(index) || line.isSyllable(index)
            if line.isHan(index) || isLetter && !isInside { words.append([]) }
            if line.isHan(index) || isLetter { words[words.count - 1].append(line.units[index].lowercasedASCII) }
            isInside = isLetter
        }
        return words
    }
}
