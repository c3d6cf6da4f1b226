/// The first bytes of a literal, and how many: six, three, two or one.
struct LiteralKey: BitwiseCopyable {
    /// The bytes, the first in the lowest place, and their number in the uppermost; 0 is no key.
    var bits: UInt64

    static let none = LiteralKey(bits: 0)

    private init(bits: UInt64) { self.bits = bits }

    /// The key of so many bytes of a word of text.
    @inline(__always)
    init(_ word: UInt64, width: UInt64) {
        bits = word & (1 &<< (8 &* width) &- 1) | width &<< 56
    }

    /// The key of a literal.
    init(_ bytes: [UInt8], _ place: Range<Int>) {
        let width = place.count >= 6 ? 6 : min(place.count, 3)
        var word: UInt64 = 0
        for offset in 0..<width { word |= UInt64(bytes[place.lowerBound + offset]) << UInt64(8 * offset) }
        self.init(word, width: UInt64(width))
    }

    /// How many bytes it has.
    @inline(__always)
    var width: Int { Int(truncatingIfNeeded: bits &>> 56) }

    /// Multiplicative hashing (Knuth, “The Art of Computer Programming”, volume 3, 6.4): the upper bits are the good
    /// ones.
    @inline(__always)
    var hash: UInt64 { (bits ^ bits &>> 32) &* 0x9E37_79B9_7F4A_7C15 }
}
