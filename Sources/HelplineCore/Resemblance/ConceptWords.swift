/// The words of a pack's sets, each with the sets that it belongs to: “gas” and 手续费 are both of the set `fee`.
///
/// Latin words stand alone unless a `*` leaves their end open; others are found anywhere.
struct ConceptWords: Sendable {
    private struct Word {
        var bytes: [UInt8]
        var isOpen: Bool
        var set: UInt32

        func isFound(at offset: Int, in text: [UInt8]) -> Bool {
            let end = offset + bytes.count
            guard end <= text.count else { return false }
            for index in bytes.indices where text[offset + index] != bytes[index] { return false }
            let isCut = end < text.count && text[end].isASCIIAlphanumeric && text[end - 1].isASCIIAlphanumeric
            return isOpen || !isCut
        }
    }

    private var words: [UInt32: [Word]] = [:]

    /// Takes the sets; the same sets give the same numbers, whatever their order.
    init(_ sets: [SetID: WordSet]) {
        for (id, set) in sets {
            let number = FeatureHash(kind: .concept).adding(Array(id.name.utf8)[...]).value
            for entry in set.entries {
                for word in entry.words + [entry.canonical] { add(word, number) }
            }
        }
    }

    private mutating func add(_ word: String, _ set: UInt32) {
        let isOpen = word.hasSuffix("*")
        let bytes = NormalizedText(isOpen ? String(word.dropLast()) : word).bytes.map(\.lowercasedASCII)
        guard let key = Self.key(at: 0, in: bytes) else { return }
        words[key, default: []].append(Word(bytes: bytes, isOpen: isOpen, set: set))
    }

    /// Passes the number of every set of which a word begins at an offset.
    func forEachSet(at offset: Int, in text: [UInt8], _ body: (UInt32) -> Void) {
        guard let key = Self.key(at: offset, in: text), let list = words[key] else { return }
        let isInside = text[offset].isASCIIAlphanumeric && offset > 0 && text[offset - 1].isASCIIAlphanumeric
        if isInside { return }
        for word in list where word.isFound(at: offset, in: text) { body(word.set) }
    }

    /// The first three bytes, which are a whole Han character, or what there is of them.
    private static func key(at offset: Int, in text: [UInt8]) -> UInt32? {
        guard offset < text.count else { return nil }
        let isHan = text[offset] >= 0x80
        return text[offset..<min(offset + (isHan ? 3 : 1), text.count)].reduce(0) { $0 << 8 | UInt32($1) }
    }
}
