/// Words with a value each, found in a text longest first.
struct WordTable<Value: Sendable>: Sendable {
    /// What may stand beside a Latin word.
    enum Edge {
        /// No ASCII letter or digit, as in the word sets of a pack.
        case alphanumeric
        /// No ASCII letter: `9pm` and `2h` are two words each.
        case letter
    }

    private struct Word: Sendable {
        var scalars: [UInt32]
        var isOpen: Bool
        var value: Value
    }

    private let edge: Edge
    private var words: [UInt32: [Word]] = [:]

    /// Takes words in any order, of equals the first counts; they are normalised here.
    ///
    /// A trailing `*` leaves a word's end open.
    init(_ list: some Sequence<(String, Value)>, edge: Edge = .letter) {
        self.edge = edge
        for (word, value) in list {
            let isOpen = word.hasSuffix("*")
            let scalars = ScalarText(word: isOpen ? String(word.dropLast()) : word).scalars
            guard let first = scalars.first else { continue }
            words[first, default: []].append(Word(scalars: scalars, isOpen: isOpen, value: value))
        }
        for key in words.keys {
            // The sort is stable in effect: equals are told apart by their place in the list.
            let ordered = words[key, default: []].enumerated().sorted {
                ($1.element.scalars.count, $0.offset) < ($0.element.scalars.count, $1.offset)
            }
            words[key] = ordered.map(\.element)
        }
    }

    /// Takes words that only have to be there.
    init(words: [String]) where Value == Void {
        self.init(words.map { ($0, ()) })
    }

    /// The longest word that begins at an index, and where it ends.
    func match(in text: ScalarText, at index: Int) -> (value: Value, end: Int)? {
        for word in words[text[index], default: []] where text.has(word.scalars, at: index) {
            let end = index + word.scalars.count
            if isEdge(text, index, text[index]) && (word.isOpen || isEdge(text, end, text[end - 1], after: true)) {
                return (word.value, end)
            }
        }
        return nil
    }

    /// Whether a word whose first or last scalar is `inside` may begin or end at a place.
    private func isEdge(_ text: ScalarText, _ index: Int, _ inside: UInt32, after: Bool = false) -> Bool {
        let outside = text[after ? index : index - 1]
        switch edge {
        case .alphanumeric: return !(inside.isAlphanumeric && outside.isAlphanumeric)
        case .letter: return !(inside.isLetter && outside.isLetter)
        }
    }
}
