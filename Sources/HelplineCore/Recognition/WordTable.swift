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
        /// Where it stands in ``scalars``.
        var place: Range<Int>
        var isOpen: Bool
        var value: Value
    }

    private let edge: Edge
    /// The words by the group of their first scalar; of those that begin alike the longer ones first.
    private var words: [Word] = []
    /// The first word of each group, and behind the last one how many there are; as many groups as a power of two.
    private var firsts: [UInt32] = []
    /// All words behind one another.
    private var scalars: [UInt32] = []

    /// Takes words in any order, of equals the first counts; they are normalised here.
    ///
    /// A trailing `*` leaves a word's end open.
    init(_ list: some Sequence<(String, Value)>, edge: Edge = .letter) {
        self.edge = edge
        var collected: [Word] = []
        for (word, value) in list {
            let isOpen = word.hasSuffix("*")
            let start = scalars.count
            scalars += ScalarText(word: isOpen ? String(word.dropLast()) : word).scalars
            guard scalars.count > start else { continue }
            collected.append(Word(place: start..<scalars.count, isOpen: isOpen, value: value))
        }
        var groupCount = 16
        while groupCount < 2 * collected.count, groupCount < 1 << 14 { groupCount *= 2 }
        var groups = [[Word]](repeating: [], count: groupCount)
        for word in collected { groups[Self.group(of: scalars[word.place.lowerBound], among: groupCount)].append(word) }
        for group in groups {
            firsts.append(UInt32(words.count))
            // The sort is stable in effect: equals are told apart by their place in the list.
            words += group.enumerated().sorted {
                ($1.element.place.count, $0.offset) < ($0.element.place.count, $1.offset)
            }.map(\.element)
        }
        firsts.append(UInt32(words.count))
    }

    /// The group of a scalar; neighbours have different ones.
    private static func group(of scalar: UInt32, among count: Int) -> Int { Int(scalar) & (count - 1) }

    /// Takes words that only have to be there.
    init(words: [String]) where Value == Void {
        self.init(words.map { ($0, ()) })
    }

    /// The longest word that begins at an index, and where it ends.
    func match(in text: ScalarText, at index: Int) -> (value: Value, end: Int)? {
        let group = Self.group(of: text[index], among: firsts.count - 1)
        for word in Int(firsts[group])..<Int(firsts[group + 1]) where stands(word, in: text, at: index) {
            let end = index + words[word].place.count
            if isEdge(text, index, text[index])
                && (words[word].isOpen || isEdge(text, end, text[end - 1], after: true))
            {
                return (words[word].value, end)
            }
        }
        return nil
    }

    /// Whether a word stands at an index, letter for letter.
    private func stands(_ word: Int, in text: ScalarText, at index: Int) -> Bool {
        let place = words[word].place
        guard index >= 0, index + place.count <= text.count else { return false }
        for offset in 0..<place.count where text.scalars[index + offset] != scalars[place.lowerBound + offset] {
            return false
        }
        return true
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
