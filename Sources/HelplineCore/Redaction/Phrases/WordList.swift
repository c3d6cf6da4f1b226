/// The words that recovery phrases are made of, in one language (BIP-39).
///
/// Looking a word up costs a few nanoseconds and no allocation.
public struct WordList: Sendable {
    /// The official English list, 2048 words.
    public static let english = WordList(
        language: "en", words: EnglishWords.text, common: EnglishWords.common)

    /// The language of the words, as a BCP 47 tag.
    public let language: String

    private static let slotCount = 8192
    /// The number of a word plus one by the hash of its beginning; zero for an empty slot.
    private var slots = [UInt16](repeating: 0, count: slotCount)
    private var letters: [UInt8] = []
    /// Where each word begins in `letters`; one more entry for the end.
    private var starts: [Int] = [0]
    private(set) var isCommon: [Bool] = []

    /// Takes words separated by white space, in the order of the list; their letters are ASCII in lower case.
    ///
    /// `common` names those of them that occur in ordinary questions.
    init(language: String, words: String, common: String) {
        self.language = language
        for word in words.utf8.split(whereSeparator: { $0 == 0x20 || $0 == 0x0A }) {
            letters.append(contentsOf: word)
            var slot = Self.slot(of: Self.key(word))
            while slots[slot] != 0 { slot = (slot + 1) % Self.slotCount }
            slots[slot] = UInt16(truncatingIfNeeded: starts.count)
            starts.append(letters.count)
        }
        isCommon = [Bool](repeating: false, count: count)
        for word in common.utf8.split(whereSeparator: { $0 == 0x20 || $0 == 0x0A }) {
            if let index = index(of: word) { isCommon[index] = true }
        }
    }

    /// The number of words.
    public var count: Int { starts.count - 1 }

    /// The place of a word in the list, counted from zero; ASCII letters of either case.
    func index(of word: some Collection<UInt8>) -> Int? {
        guard (3...8).contains(word.count) else { return nil }
        var slot = Self.slot(of: Self.key(word))
        while slots[slot] != 0 {
            let number = Int(slots[slot]) - 1
            if letters[starts[number]..<starts[number + 1]].elementsEqual(word, by: { $0 == $1 | 0x20 }) {
                return number
            }
            slot = (slot + 1) % Self.slotCount
        }
        return nil
    }

    private static func key(_ word: some Collection<UInt8>) -> UInt32 {
        word.prefix(4).reduce(0) { $0 << 8 | UInt32($1 | 0x20) }
    }

    private static func slot(of key: UInt32) -> Int {
        Int(truncatingIfNeeded: (key &* 0x9E37_79B1) >> 19)
    }
}
