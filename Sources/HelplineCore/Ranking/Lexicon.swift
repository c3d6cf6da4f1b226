/// A list of words, found in normalised text longest first.
///
/// Latin words stand alone, between characters that are no ASCII letters or digits; others are found anywhere. ASCII
/// case does not matter.
struct Lexicon: Sendable {
    private var words: [UInt8: [[UInt8]]] = [:]

    /// Whether the list is empty.
    var isEmpty: Bool { words.isEmpty }

    /// Takes words in any order; they are normalised here.
    init(_ list: some Sequence<String>) {
        for word in list {
            let bytes = NormalizedText(word).bytes.map(\.lowercasedASCII)
            guard let first = bytes.first else { continue }
            words[first, default: []].append(bytes)
        }
        for key in words.keys {
            words[key]?.sort { $0.count > $1.count }
        }
    }

    /// The length in bytes of the longest word that begins at an offset, 0 for none.
    func length(at offset: Int, in text: [UInt8]) -> Int {
        guard let list = words[text[offset].lowercasedASCII] else { return 0 }
        for word in list where matches(word, at: offset, in: text) { return word.count }
        return 0
    }

    private func matches(_ word: [UInt8], at offset: Int, in text: [UInt8]) -> Bool {
        guard offset + word.count <= text.count else { return false }
        for index in word.indices where text[offset + index].lowercasedASCII != word[index] { return false }
        if word[0].isASCIIAlphanumeric, offset > 0, text[offset - 1].isASCIIAlphanumeric { return false }
        let end = offset + word.count
        return !(word[word.count - 1].isASCIIAlphanumeric && end < text.count && text[end].isASCIIAlphanumeric)
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
