/// Gives every literal a number, the same one each time it comes.
///
/// A hash table of our own: a pack has a million literals before it has numbers, and a dictionary of byte arrays would
/// take longer for them than all the rest of the index.
struct LiteralNumbers {
    private(set) var literals = LiteralList()

    /// Numbers plus one, by the hash of their literals, which stands in the upper half; 0 is vacant.
    private var slots = [UInt64](repeating: 0, count: 1 << 10)

    /// The number of the literal that stands in a buffer.
    mutating func number(of source: [UInt8], _ place: Range<Int>) -> UInt32 {
        let hash = LiteralNumbers.hash(source, place)
        var slot = Int(hash) & (slots.count - 1)
        while slots[slot] != 0 {
            let number = UInt32(truncatingIfNeeded: slots[slot]) - 1
            if slots[slot] >> 32 == hash, isLiteral(Int(number), source, place) { return number }
            slot = (slot + 1) & (slots.count - 1)
        }
        literals.append(source, place)
        slots[slot] = UInt64(hash) << 32 | UInt64(literals.count)
        if 2 * literals.count > slots.count { grow() }
        return UInt32(literals.count - 1)
    }

    private func isLiteral(_ number: Int, _ source: [UInt8], _ place: Range<Int>) -> Bool {
        let own = literals[number]
        guard own.count == place.count else { return false }
        for offset in 0..<own.count
        where literals.bytes[own.lowerBound + offset] != source[place.lowerBound + offset] { return false }
        return true
    }

    private mutating func grow() {
        let old = slots
        slots = [UInt64](repeating: 0, count: 2 * old.count)
        for entry in old where entry != 0 {
            var slot = Int(truncatingIfNeeded: entry >> 32) & (slots.count - 1)
            while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = entry
        }
    }

    /// FNV-1a, its two halves mixed.
    private static func hash(_ source: [UInt8], _ place: Range<Int>) -> UInt32 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for index in place { hash = (hash ^ UInt64(source[index])) &* 0x100_0000_01B3 }
        return UInt32(truncatingIfNeeded: hash ^ hash >> 32)
    }
}
