/// What the redactor knows of Han characters: which are in the lists of BIP-39, and how Chinese is usually written.
///
/// Nearly every character of everyday Chinese is in the lists, so that being listed tells nothing. A phrase made at
/// random shows by its rare characters, and by having none of the pairs that everyday Chinese consists of.
struct HanCharacters: Sendable {
    static let standard = HanCharacters()

    /// How much a pair of everyday speaks against a phrase.
    static let pairWeight = -14
    private static let first: UInt32 = 0x4E00
    private static let count = 0x5200
    private static let slotCount = 8192

    /// The weight of each character: of those in the lists by how rare they are, of others what a mistyped one costs.
    private var weights = [Int8](repeating: -12, count: count)
    /// The pairs by their hash; zero for an empty slot.
    private var pairs = [UInt32](repeating: 0, count: slotCount)
    /// The characters of each list above their places, sorted.
    private var places: [[UInt32]] = []

    private init() {
        let simplified = FoldedLine(ChineseWords.simplified).units
        let traditional = FoldedLine(ChineseWords.traditional).units
        for unit in traditional { set(4, for: unit) }
        // The lists are in the order of frequency.
        for (place, unit) in simplified.enumerated() { set(place < 150 ? -2 : place < 500 ? 2 : 4, for: unit) }
        let everyday = FoldedLine(EverydayHan.characters).units
        for unit in everyday where weight(of: unit) > -12 { set(-2, for: unit) }
        add(FoldedLine(EverydayHan.pairs).units)
        add(FoldedLine(EverydayHan.talk).units.filter { $0 >= Self.first })
        places = [simplified, traditional].map { list in
            list.enumerated().map { $0.element << 11 | UInt32($0.offset) }.sorted()
        }
    }

    /// The weight of a character.
    func weight(of unit: UInt32) -> Int {
        let place = Int(unit &- Self.first)
        return place < Self.count ? Int(weights[place]) : -12
    }

    /// Whether two characters often stand side by side.
    func isPair(_ left: UInt32, _ right: UInt32) -> Bool {
        let pair = left << 16 | right & 0xFFFF
        var slot = Self.slot(of: pair)
        while pairs[slot] != 0 {
            if pairs[slot] == pair { return true }
            slot = (slot + 1) % Self.slotCount
        }
        return false
    }

    /// Whether characters are a phrase by its checksum, in one of the lists.
    func isValid(_ characters: some Collection<UInt32>) -> Bool {
        places.contains { list in
            let found = characters.compactMap { place(of: $0, in: list) }
            return found.count == characters.count && Mnemonic.isValid(found)
        }
    }

    private func place(of unit: UInt32, in list: [UInt32]) -> UInt16? {
        var low = 0
        var high = list.count
        while low < high {
            let middle = (low + high) / 2
            if list[middle] >> 11 < unit { low = middle + 1 } else { high = middle }
        }
        return low < list.count && list[low] >> 11 == unit ? UInt16(list[low] & 0x7FF) : nil
    }

    private mutating func set(_ weight: Int8, for unit: UInt32) {
        let place = Int(unit &- Self.first)
        if place < Self.count { weights[place] = weight }
    }

    private mutating func add(_ text: [UInt32]) {
        for index in stride(from: 0, to: text.count - 1, by: 2) {
            let pair = text[index] << 16 | text[index + 1] & 0xFFFF
            var slot = Self.slot(of: pair)
            while pairs[slot] != 0, pairs[slot] != pair { slot = (slot + 1) % Self.slotCount }
            pairs[slot] = pair
        }
    }

    private static func slot(of pair: UInt32) -> Int { Int((pair &* 0x9E37_79B1) >> 19) }
}
