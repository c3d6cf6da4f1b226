/// The words of a pack's sets, each with the sets that it belongs to: “gas” and 手续费 are both of the set `fee`.
///
/// Latin words stand alone unless a `*` leaves their end open; others are found anywhere.
struct ConceptWords: Sendable {
    /// The bytes of all words, one behind the other.
    private var text: [UInt8] = []
    /// What the words begin with, in order; the same for several words stands there several times.
    private var keys: [UInt32] = []
    /// Where each word ends in `text`, twice, and one more where its end is open.
    private var ends: [UInt32] = []
    /// The set that each word belongs to.
    private var sets: [UInt32] = []

    /// Takes the sets; the same sets give the same numbers, whatever their order.
    init(_ sets: [SetID: WordSet]) {
        var words: [Word] = []
        for (id, set) in sets {
            let number = FeatureHash(kind: .concept).adding(Array(id.name.utf8)[...]).value
            for entry in set.entries { words += (entry.words + [entry.canonical]).compactMap { Word($0, of: number) } }
        }
        for word in words.sorted(by: { ($0.key, $0.set) < ($1.key, $1.set) }) {
            text += word.bytes
            keys.append(word.key)
            ends.append(UInt32(2 * text.count) + (word.isOpen ? 1 : 0))
            self.sets.append(word.set)
        }
    }

    /// Passes the number of every set of which a word begins at an offset, perhaps more than once.
    func forEachSet(at offset: Int, in message: [UInt8], _ body: (UInt32) -> Void) {
        guard let key = Self.key(at: offset, in: message) else { return }
        let isInside = message[offset].isASCIIAlphanumeric && offset > 0 && message[offset - 1].isASCIIAlphanumeric
        if isInside { return }
        var number = keys.firstIndex(notBelow: key)
        while number < keys.count, keys[number] == key {
            if isFound(number, at: offset, in: message) { body(sets[number]) }
            number += 1
        }
    }

    private func isFound(_ number: Int, at offset: Int, in message: [UInt8]) -> Bool {
        let start = number == 0 ? 0 : Int(ends[number - 1] / 2)
        let count = Int(ends[number] / 2) - start
        let end = offset + count
        guard end <= message.count else { return false }
        for index in 0..<count where message[offset + index] != text[start + index] { return false }
        let isOpen = !ends[number].isMultiple(of: 2)
        let isCut = end < message.count && message[end].isASCIIAlphanumeric && message[end - 1].isASCIIAlphanumeric
        return isOpen || !isCut
    }

    /// The first three bytes, which are a whole Han character, or what there is of them.
    private static func key(at offset: Int, in text: [UInt8]) -> UInt32? {
        guard offset < text.count else { return nil }
        let isHan = text[offset] >= 0x80
        return text[offset..<min(offset + (isHan ? 3 : 1), text.count)].reduce(0) { $0 << 8 | UInt32($1) }
    }

    /// A word as it is looked for.
    private struct Word {
        let bytes: [UInt8]
        let isOpen: Bool
        let key: UInt32
        let set: UInt32

        /// Nil for one of no bytes.
        init?(_ word: String, of set: UInt32) {
            isOpen = word.hasSuffix("*")
            bytes = NormalizedText(isOpen ? String(word.dropLast()) : word).bytes.map(\.lowercasedASCII)
            guard let key = ConceptWords.key(at: 0, in: bytes) else { return nil }
            self.key = key
            self.set = set
        }
    }
}

extension ConceptWords: Encoded {
    func encode(to writer: inout StateWriter) {
        writer.write(bytes: text)
        for numbers in [keys, ends, sets] { writer.write(integers: numbers) }
    }

    init(from reader: inout StateReader) throws(StateError) {
        text = Array(try reader.readSlice())
        keys = try reader.readIntegers()
        ends = try reader.readIntegers()
        sets = try reader.readIntegers()
        let count = UInt32(clamping: 2 * text.count)
        guard keys.count == ends.count, keys.count == sets.count,
            zip([0] + ends, ends).allSatisfy({ $0 / 2 <= $1 / 2 }), ends.last.map({ $0 <= count | 1 }) ?? true
        else { throw StateError("The words of the sets are damaged.") }
    }
}
