/// The words that recovery phrases are made of, in one language (BIP-39).
///
/// Words are compared as `FoldedLine` gives them: without accents and voicing marks. Looking one up costs some ten
/// nanoseconds and no allocation.
final class WordList: Sendable {
    private static let slotCount = 8192

    /// The number of a word plus one by the hash of its beginning; zero for an empty slot.
    private let slots: [UInt16]
    private let letters: [UInt16]
    /// Where each word begins in `letters`; one more entry for the end.
    private let starts: [UInt16]
    let isCommon: [Bool]

    /// Takes words separated by white space, in the order of the list; `isCommon` names those of everyday questions.
    init(_ words: String, isCommon: (ArraySlice<UInt32>) -> Bool) {
        var slots = [UInt16](repeating: 0, count: Self.slotCount)
        var letters: [UInt16] = []
        var starts: [UInt16] = [0]
        var common: [Bool] = []
        for word in FoldedLine(words).units.split(whereSeparator: { $0 == 0x20 || $0 == 0x0A }) {
            letters.append(contentsOf: word.map { UInt16(truncatingIfNeeded: $0) })
            var slot = Self.slot(of: word)
            while slots[slot] != 0 { slot = (slot + 1) % Self.slotCount }
            slots[slot] = UInt16(truncatingIfNeeded: starts.count)
            starts.append(UInt16(truncatingIfNeeded: letters.count))
            common.append(isCommon(word))
        }
        (self.slots, self.letters, self.starts, self.isCommon) = (slots, letters, starts, common)
    }

    /// The number of words.
    var count: Int { starts.count - 1 }

    /// The place of a word in the list, counted from zero; also by its first four letters alone, which no two Latin
    /// words share.
    func place(of word: ArraySlice<UInt32>) -> Int? {
        var slot = Self.slot(of: word)
        while slots[slot] != 0 {
            let number = Int(slots[slot]) - 1
            if isWord(number, word) { return number }
            slot = (slot + 1) % Self.slotCount
        }
        return nil
    }

    private func isWord(_ number: Int, _ word: ArraySlice<UInt32>) -> Bool {
        let listed = letters[Int(starts[number])..<Int(starts[number + 1])]
        guard word.count == listed.count || word.count == 4 && listed.count > 4 && listed[listed.startIndex] < 0x80
        else {
            return false
        }
        return zip(listed, word).allSatisfy { UInt32($0) == $1.lowercasedASCII }
    }

    private static func slot(of word: ArraySlice<UInt32>) -> Int {
        let hash = word.prefix(4).reduce(UInt32(0)) { ($0 &+ $1.lowercasedASCII) &* 0x9E37_79B1 }
        return Int(truncatingIfNeeded: hash >> 19)
    }
}

extension WordList {
    /// Whether a word only stands for its first four letters.
    func isShortened(_ place: Int, _ word: ArraySlice<UInt32>) -> Bool {
        word.count < Int(starts[place + 1] - starts[place])
    }
}
