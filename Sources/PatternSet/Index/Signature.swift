/// A bit for each of the literals that occur most often among clauses, and some that the others share.
struct Signature: BitwiseCopyable {
    var low: UInt64 = 0
    var high: UInt64 = 0

    static let all = Signature(low: .max, high: .max)

    /// How many literals have a bit of their own; the rest of the 128 is shared.
    static let ownBits = 96

    @inline(__always)
    mutating func insert(_ bit: UInt8) {
        if bit < 64 { low |= 1 << UInt64(bit) } else { high |= 1 << UInt64(bit & 63) }
    }

    @inline(__always)
    func meets(_ other: Signature) -> Bool { low & other.low | high & other.high != 0 }
}
