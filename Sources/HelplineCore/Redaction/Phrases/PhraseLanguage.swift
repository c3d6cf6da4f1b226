/// The languages that have a list of words for recovery phrases (BIP-39).
enum PhraseLanguage: UInt8, Sendable, CaseIterable {
    case english, spanish, french, italian, czech, portuguese
    case japanese, korean
    case chinese

    /// What the words of a list are made of.
    enum Script {
        case latin, kana, hangul, han
    }

    var script: Script {
        switch self {
        case .english, .spanish, .french, .italian, .czech, .portuguese: .latin
        case .japanese: .kana
        case .korean: .hangul
        case .chinese: .han
        }
    }

    /// The list of the language, made at its first use in some ten microseconds; Chinese has a rule of its own.
    var list: WordList? {
        switch self {
        case .english: Self.englishList
        case .spanish: Self.spanishList
        case .french: Self.frenchList
        case .italian: Self.italianList
        case .czech: Self.czechList
        case .portuguese: Self.portugueseList
        case .japanese: Self.japaneseList
        case .korean: Self.koreanList
        case .chinese: nil
        }
    }

    private static let englishList: WordList = {
        let common = WordList(EnglishWords.common) { _ in false }
        return WordList(EnglishWords.text) { common.place(of: $0) != nil }
    }()
    private static let spanishList = foreign(SpanishWords.text)
    private static let frenchList = foreign(FrenchWords.text)
    private static let italianList = foreign(ItalianWords.text)
    private static let czechList = foreign(CzechWords.text)
    private static let portugueseList = foreign(PortugueseWords.text)
    private static let japaneseList = WordList(JapaneseWords.text) { _ in false }
    private static let koreanList = WordList(KoreanWords.text) { _ in false }

    /// A list some of whose words are English words as well, which tell less.
    private static func foreign(_ text: String) -> WordList {
        WordList(text) { englishList.place(of: $0) != nil }
    }
}
