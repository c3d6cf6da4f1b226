import Testing

@testable import HelplineCore

@Suite("The English word list")
struct WordListTests {
    @Test("finds each of its words at its place, in either case")
    func places() {
        let words = EnglishWords.text.split(whereSeparator: \.isWhitespace).map(String.init)
        #expect(words.count == 2048 && WordList.english.count == 2048)
        for (place, word) in words.enumerated() {
            #expect(WordList.english.index(of: Array(word.utf8)) == place)
            #expect(WordList.english.index(of: Array(word.uppercased().utf8)) == place)
        }
    }

    @Test("finds nothing else", arguments: ["", "a", "the", "aban", "abandons", "abandoned", "zzz", "zoom", "wallets"])
    func others(word: String) {
        #expect(WordList.english.index(of: Array(word.utf8)) == nil)
    }

    @Test("marks words of everyday questions as common, and only words of the list")
    func common() {
        let common = EnglishWords.common.split(whereSeparator: \.isWhitespace).map(String.init)
        for word in common { #expect(WordList.english.index(of: Array(word.utf8)) != nil, "\(word)") }
        #expect(WordList.english.isCommon.count { $0 } == common.count)
    }
}
