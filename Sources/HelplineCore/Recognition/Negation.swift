/// The words that turn the next one into its opposite.
struct Negation {
    private let words: [[UInt32]]

    /// Denials of a thing: 不是USDT, "not USDT".
    ///
    /// 没 and 不 alone rather belong to a verb.
    static let sentence = Negation(["不是", "并非", "而非", "不要", "not ", "isn't ", "isn’t ", "not the ", "not a "])
    /// Denials of a statement: 不收到, "don't know".
    static let statement = Negation([
        "不是", "不", "没", "没有", "非", "别", "未", "无", "not ", "no ", "never ", "don't ", "don’t ", "didn't ",
        "didn’t ", "isn't ", "isn’t ", "without ",
    ])

    /// Denials that follow their subject: 助记词没泄露, "the phrase was not leaked".
    static let predicate = Negation([
        "没", "没有", "不", "未", "并没", " not ", " isn't", " isn’t", " wasn't", " wasn’t", " is not", " was not",
        " has not", " hasn't", " hasn’t", " were not", " weren't", " did not", " didn't",
    ])

    private init(_ words: [String]) {
        self.words = words.map { $0.unicodeScalars.map(\.value) }
    }

    /// Whether one of the words begins at an index.
    func stands(at index: Int, in text: ScalarText) -> Bool {
        words.contains { text.has($0, at: index) }
    }

    /// Whether one of the words ends right before an index, as a word of its own and not within 是不是, which asks.
    func stands(before index: Int, in text: ScalarText) -> Bool {
        words.contains { word in
            let start = index - word.count
            guard text.has(word, at: start) else { return false }
            let asks = word.count == 2 && text[start].isHan && text[start - 1] == word[1]
            return !asks && !(text[start].isLetter && text[start - 1].isLetter)
        }
    }
}
