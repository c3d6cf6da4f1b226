import Testing

@testable import HelplineCore

@Suite("The word lists")
struct WordListTests {
    @Test(
        "find each of their words at its place, with and without accents and in either case", arguments: PhraseBook.all)
    func places(book: PhraseBook) throws {
        let list = try #require(book.language.list)
        #expect(book.words.count == 2048 && list.count == 2048)
        for (place, word) in book.words.enumerated() {
            for form in [word, PhraseBook.bare(word), word.uppercased()] {
                #expect(list.place(of: FoldedLine(form).units[...]) == place, "\(form)")
            }
        }
    }

    @Test("find a Latin word by its first four letters, as the specification of wallets has it")
    func prefixes() throws {
        for book in PhraseBook.all where book.language.script == .latin {
            let list = try #require(book.language.list)
            for (place, word) in book.words.enumerated() {
                #expect(
                    list.place(of: FoldedLine(String(PhraseBook.bare(word).prefix(4))).units[...]) == place, "\(word)")
            }
        }
    }

    @Test(
        "find nothing else", arguments: ["", "a", "the", "abandons", "abandoned", "aban don", "zzz", "zoom", "wallets"])
    func others(word: String) {
        #expect(PhraseLanguage.english.list?.place(of: FoldedLine(word).units[...]) == nil)
    }

    @Test("mark words of everyday questions as common, and only words of the list")
    func common() {
        let common = EnglishWords.common.split(whereSeparator: \.isWhitespace).map(String.init)
        let list = PhraseLanguage.english.list
        for word in common { #expect(list?.place(of: FoldedLine(word).units[...]) != nil, "\(word)") }
        #expect(list?.isCommon.count { $0 } == common.count)
    }

    @Test("are let through by the gate in every language", arguments: PhraseBook.all)
    func gate(book: PhraseBook) {
        for start in stride(from: 0, to: 2048, by: 3) {
            let line = book.words[start..<min(start + 3, 2048)].joined(separator: " ")
            #expect(PhraseGate.languages(in: FoldedLine(line)).contains(book.language), "\(line)")
        }
    }

    @Test("of Chinese know each character, folded, and weigh none as a stranger")
    func chinese() {
        for text in [ChineseWords.simplified, ChineseWords.traditional] {
            let units = FoldedLine(text).units
            #expect(units.count == 2048)
            for unit in units { #expect(HanCharacters.standard.weight(of: unit) > -12) }
        }
        #expect(HanCharacters.standard.weight(of: 0x9F8C) == -12)
        #expect(HanCharacters.standard.weight(of: 0x41) == -12)
        #expect(HanCharacters.standard.isPair(0x52A9, 0x8BB0), "助记")
        #expect(!HanCharacters.standard.isPair(0x8BB0, 0x52A9))
    }
}
