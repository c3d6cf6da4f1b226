/// Finds the literals that start at a place of a text, in a few nanoseconds where there are none.
///
/// A literal is looked up by its first six, three, two or one bytes, whichever is the longest it has: two Han characters
/// or half a word. Before the table is touched a filter of some bits a key is asked, which rules out nearly all places
/// and stays in the processor's cache; the rest is compared byte by byte.
struct LiteralScanner: Sendable {
    /// What is known of a literal.
    struct Entry: BitwiseCopyable {
        /// Where its bytes start.
        var start: UInt32
        var length: UInt16
        /// How many characters it has.
        var characters: UInt16
    }

    /// All literals with the same key: `count` of them from `first`.
    private struct Slot: BitwiseCopyable {
        /// The bytes of the key, and its width in the uppermost byte; 0 is vacant.
        var key: UInt64 = 0
        var first: UInt32 = 0
        var count: UInt32 = 0
    }

    private let filter: [UInt64]
    private let filterShift: UInt64
    private let slots: [Slot]
    private let slotShift: UInt64
    private let bytes: [UInt8]
    let entries: [Entry]

    /// Which widths occur among the keys, one bit a width.
    private let widths: UInt8

    /// The widths of keys in bytes.
    private static let six = 6, three = 3, two = 2, one = 1

    /// Lays out literals; `order` has their old numbers by their new ones, under which they are found.
    init(_ literals: LiteralList, order: inout [UInt32]) {
        var keys = (0..<literals.count).map { (key: LiteralScanner.key(of: literals, $0), number: UInt32($0)) }
        keys.sort { $0.key == $1.key ? $0.number < $1.number : $0.key < $1.key }
        order = keys.map(\.number)
        bytes = literals.bytes
        entries = order.map { number in
            let place = literals[Int(number)]
            return Entry(
                start: UInt32(place.lowerBound), length: UInt16(place.count),
                characters: UInt16(literals.bytes.characterCount(place)))
        }
        var keyCount = 0
        for index in keys.indices where index == 0 || keys[index].key != keys[index - 1].key { keyCount += 1 }
        slotShift = LiteralScanner.shift(for: 2 * keyCount)
        filterShift = LiteralScanner.shift(for: keyCount / 4)
        var slots = [Slot](repeating: Slot(), count: 1 << Int(64 - slotShift))
        var filter = [UInt64](repeating: 0, count: 1 << Int(64 - filterShift))
        var widths: UInt8 = 0
        for (index, key) in keys.map(\.key).enumerated() {
            let hash = LiteralScanner.hash(key)
            filter[Int(hash >> filterShift)] |= LiteralScanner.filterBits(hash)
            widths |= 1 << UInt8(key >> 56)
            var slot = Int(hash >> slotShift)
            while slots[slot].key != 0, slots[slot].key != key { slot = (slot + 1) & (slots.count - 1) }
            if slots[slot].key == 0 { slots[slot] = Slot(key: key, first: UInt32(index)) }
            slots[slot].count += 1
        }
        self.slots = slots
        self.filter = filter
        self.widths = widths
    }

    /// How many bytes of memory it takes.
    var byteCount: Int { 8 * filter.count + 16 * slots.count + bytes.count + 8 * entries.count }

    /// How far a hash is shifted to the right to be one of at least so many places.
    private static func shift(for count: Int) -> UInt64 {
        var bits: UInt64 = 6
        while 1 << Int(bits) < count { bits += 1 }
        return 64 - bits
    }

    @inline(__always)
    private static func hash(_ key: UInt64) -> UInt64 {
        let mixed = (key ^ key >> 29) &* 0x9E37_79B9_7F4A_7C15
        return mixed ^ mixed >> 32
    }

    /// Two bits of the 64 that the filter has for a hash.
    @inline(__always)
    private static func filterBits(_ hash: UInt64) -> UInt64 { 1 << (hash & 63) | 1 << (hash >> 6 & 63) }

    @inline(__always)
    private static func key(_ word: UInt64, width: Int) -> UInt64 {
        word & (1 << UInt64(8 * width) &- 1) | UInt64(width) << 56
    }

    private static func key(of literals: LiteralList, _ number: Int) -> UInt64 {
        let place = literals[number]
        let width = place.count >= six ? six : min(place.count, three)
        var word: UInt64 = 0
        for offset in 0..<width { word |= UInt64(literals.bytes[place.lowerBound + offset]) << UInt64(8 * offset) }
        return key(word, width: width)
    }
}

extension LiteralScanner {
    /// Reports every literal of a text with the number of the character at which it starts, and gives the kinds of ASCII
    /// characters that occur.
    @inline(__always)
    func scan(_ text: borrowing FoldedText, _ report: (_ literal: Int, _ character: Int) -> Void) -> CharacterMask {
        let base = text.base
        let count = text.count
        var seen = CharacterMask()
        var position = 0
        var character = 0
        let hasShort = widths & (1 << 1 | 1 << 2) != 0
        while position < count {
            let word = UnsafeRawPointer(base + position).loadUnaligned(as: UInt64.self)
            probe(word, width: Self.six, base, position, count, character, report)
            probe(word, width: Self.three, base, position, count, character, report)
            if hasShort {
                probe(word, width: Self.two, base, position, count, character, report)
                probe(word, width: Self.one, base, position, count, character, report)
            }
            let first = UInt32(truncatingIfNeeded: word & 0xFF)
            if first < 0x80 {
                seen.insert(first)
                position += 1
            } else {
                position += first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
            }
            character += 1
        }
        return seen
    }

    @inline(__always)
    private func probe(
        _ word: UInt64, width: Int, _ base: UnsafePointer<UInt8>, _ position: Int, _ count: Int, _ character: Int,
        _ report: (_ literal: Int, _ character: Int) -> Void
    ) {
        let key = LiteralScanner.key(word, width: width)
        let hash = LiteralScanner.hash(key)
        let bits = LiteralScanner.filterBits(hash)
        guard filter.span[unchecked: Int(hash >> filterShift)] & bits == bits else { return }
        let slots = slots.span
        var slot = Int(hash >> slotShift)
        while slots[unchecked: slot].key != key {
            if slots[unchecked: slot].key == 0 { return }
            slot = (slot + 1) & (slots.count - 1)
        }
        let first = Int(slots[unchecked: slot].first)
        for literal in first..<(first + Int(slots[unchecked: slot].count))
        where stands(literal, base, position, count, from: width) {
            report(literal, character)
        }
    }

    /// Whether a literal, known to begin with what stands at a place, stands there as a whole.
    @inline(__always)
    private func stands(
        _ literal: Int, _ base: UnsafePointer<UInt8>, _ position: Int, _ count: Int, from known: Int
    ) -> Bool {
        let entry = entries.span[unchecked: literal]
        let length = Int(entry.length)
        guard position + length <= count else { return false }
        let bytes = bytes.span
        var offset = known
        while offset < length {
            if bytes[unchecked: Int(entry.start) + offset] != base[position + offset] { return false }
            offset += 1
        }
        return true
    }
}
