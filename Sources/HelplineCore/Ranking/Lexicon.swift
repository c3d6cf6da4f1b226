/// A list of words, found in normalised text longest first.
///
/// Latin words stand alone, between characters that are no ASCII letters or digits; others are found anywhere. ASCII
/// case does not matter. A text is looked at from each of its characters, so words that begin alike lie side by side in
/// one buffer, and a character that begins no word costs one look.
struct Lexicon: Sendable {
    /// All words behind one another, by the group of their first character, longest first.
    private var bytes: [UInt8] = []
    /// Where each word ends in `bytes`.
    private var ends: [UInt32] = []
    /// The first word of each group; one more place than there are groups.
    private var firsts: [UInt32] = []

    /// How many groups there are, a power of two; first characters share one where they are alike in their lowest bits.
    private var groups: Int { firsts.count - 1 }

    /// Whether the list is empty.
    var isEmpty: Bool { ends.isEmpty }

    /// Takes words in any order; they are normalised here.
    init(_ list: some Sequence<String>) {
        let normalized = list.map { NormalizedText($0).bytes.map(\.lowercasedASCII) }.filter { !$0.isEmpty }
        var groups = 64
        while groups < 2 * normalized.count, groups < 1_024 { groups *= 2 }
        var words = [[[UInt8]]](repeating: [], count: groups)
        for word in normalized { words[Self.group(at: 0, of: word, among: groups)].append(word) }
        for group in words {
            firsts.append(UInt32(ends.count))
            for word in group.sorted(by: { $0.count > $1.count }) {
                bytes += word
                ends.append(UInt32(bytes.count))
            }
        }
        firsts.append(UInt32(ends.count))
    }

    /// The length in bytes of the longest word that begins at an offset, 0 for none.
    func length(at offset: Int, in text: [UInt8]) -> Int {
        let group = Self.group(at: offset, of: text, among: groups)
        for place in Int(firsts[group])..<Int(firsts[group + 1]) {
            let word = (place == 0 ? 0 : Int(ends[place - 1]))..<Int(ends[place])
            if matches(word, at: offset, in: text) { return word.count }
        }
        return 0
    }

    /// The group of the character that starts at an offset.
    private static func group(at offset: Int, of text: [UInt8], among groups: Int) -> Int {
        let first = text[offset]
        if first < 0x80 { return Int(first.lowercasedASCII) & (groups - 1) }
        return Int(text.scalar(at: offset).0.value) & (groups - 1)
    }

    private func matches(_ word: Range<Int>, at offset: Int, in text: [UInt8]) -> Bool {
        let end = offset + word.count
        guard end <= text.count else { return false }
        for index in 0..<word.count where text[offset + index].lowercasedASCII != bytes[word.lowerBound + index] {
            return false
        }
        if text[offset].isASCIIAlphanumeric, offset > 0, text[offset - 1].isASCIIAlphanumeric { return false }
        return !(text[end - 1].isASCIIAlphanumeric && end < text.count && text[end].isASCIIAlphanumeric)
    }
}

extension UInt8 {
    /// The small letter of an ASCII capital, anything else as it is.
    var lowercasedASCII: UInt8 { (0x41...0x5A).contains(self) ? self + 0x20 : self }

    /// Whether this is an ASCII letter or digit.
    var isASCIIAlphanumeric: Bool {
        (0x30...0x39).contains(self) || (0x41...0x5A).contains(self) || (0x61...0x7A).contains(self)
    }
}
