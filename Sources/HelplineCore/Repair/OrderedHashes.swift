/// Hashes of 64 bits in order, and by their highest bits where to look for one: a line asks for hundreds.
struct OrderedHashes: Sendable {
    /// The hashes, ascending; one may stand there more than once.
    let values: [UInt64]

    /// Where the hashes begin that have these highest bits or higher ones; the last place is behind all.
    private let firsts: [UInt32]

    /// How far a hash is shifted to the right to be its place in ``firsts``.
    private let shift: UInt64

    /// Takes hashes in order; where they are not, some are not found.
    init(_ values: [UInt64]) {
        var bits = 4
        while 1 << bits < values.count, bits < 20 { bits += 1 }
        let shift = UInt64(64 - bits)
        var firsts: [UInt32] = []
        firsts.reserveCapacity(1 << bits + 1)
        for (place, value) in values.enumerated() {
            while firsts.count <= Int(value >> shift) { firsts.append(UInt32(place)) }
        }
        while firsts.count <= 1 << bits { firsts.append(UInt32(values.count)) }
        (self.values, self.firsts, self.shift) = (values, firsts, shift)
    }

    /// Where a hash stands, and how often; nil where it does not.
    func range(of value: UInt64) -> Range<Int>? {
        let bits = Int(value >> shift)
        var first = Int(firsts[bits])
        let end = Int(firsts[bits + 1])
        while first < end, values[first] < value { first += 1 }
        var last = first
        while last < values.count, values[last] == value { last += 1 }
        return last > first ? first..<last : nil
    }

    /// Whether a hash is there.
    func contains(_ value: UInt64) -> Bool { range(of: value) != nil }
}
