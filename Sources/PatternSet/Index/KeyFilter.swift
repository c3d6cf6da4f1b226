/// A set of keys that may say yes to a few it does not have: two bits of one word of 64 for each key (Putze, Sanders
/// and Singler, “Cache-, hash- and space-efficient Bloom filters”).
struct KeyFilter: Sendable {
    private let words: Table<UInt64>
    private let shift: UInt64

    /// Makes a filter with 16 bits for each of some distinct keys, of which about one in fifty others gets through.
    init(_ keys: [LiteralKey]) {
        shift = KeyFilter.shift(for: keys.count / 4)
        var words = [UInt64](repeating: 0, count: 1 << Int(64 - shift))
        for key in keys { words[Int(key.hash >> shift)] |= KeyFilter.bits(key.hash) }
        self.words = Table(words)
    }

    /// Takes the words of a filter as they were written; nil where they are none.
    init?(_ words: Table<UInt64>) {
        guard let shift = KeyFilter.shift(ofPlaces: words.count) else { return nil }
        self.words = words
        self.shift = shift
    }

    /// What to write of it.
    var table: Table<UInt64> { words }

    /// How many bytes of memory it takes.
    var byteCount: Int { words.byteCount }

    /// How far a hash is shifted to the right to be one of at least so many places.
    static func shift(for count: Int) -> UInt64 {
        var bits: UInt64 = 6
        while 1 << Int(bits) < count { bits += 1 }
        return 64 - bits
    }

    /// How far a hash is shifted to be one of so many places, nil where there cannot be so many.
    static func shift(ofPlaces count: Int) -> UInt64? {
        guard count >= 64, count <= 1 << 32, count.nonzeroBitCount == 1 else { return nil }
        return UInt64(64 - count.trailingZeroBitCount)
    }

    /// What a scan works with, in registers.
    struct Reader {
        fileprivate let words: UnsafePointer<UInt64>
        fileprivate let shift: UInt64

        /// Whether the filter may have the key.
        @inline(__always)
        func mayHave(_ key: LiteralKey) -> Bool {
            let hash = key.hash
            let bits = KeyFilter.bits(hash)
            return words[Int(truncatingIfNeeded: hash &>> shift)] & bits == bits
        }
    }

    /// The filter without its owner, who MUST outlive it.
    var reader: Reader { Reader(words: words.base, shift: shift) }

    @inline(__always)
    private static func bits(_ hash: UInt64) -> UInt64 { 1 &<< (hash &>> 24 & 63) | 1 &<< (hash &>> 30 & 63) }
}
