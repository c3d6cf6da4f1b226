/// Finds the words of a set.
struct WordFinder: Sendable {
    private let table: WordTable<String>

    /// Takes the words of a set; in the text they may be large or small.
    init(_ set: WordSet) {
        let words = set.entries.flatMap { entry in entry.words.map { ($0, entry.canonical) } }
        table = WordTable(words, edge: .alphanumeric)
    }

    /// The first word in the text, of those that begin there the longest; one that is denied ("not USDT") is passed by.
    func find(in text: ScalarText) -> Recognition? {
        var index = 0
        while index < text.count {
            guard let (value, end) = table.match(in: text, at: index) else {
                index += 1
                continue
            }
            if !Negation.sentence.stands(before: index, in: text) {
                return Recognition(canonical: value, range: text.bytes(index..<end))
            }
            index = end
        }
        return nil
    }
}
