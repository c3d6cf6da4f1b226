/// Searches that look at eight bytes at a time, since most of a line's cost before matching is finding its end.
extension Array where Element == UInt8 {
    /// The first place of `byte` at or after `start`; nil where there is none.
    func firstIndex(of byte: UInt8, from start: Int) -> Int? {
        let bytes = span.bytes
        let pattern = UInt64(byte) &* 0x0101_0101_0101_0101
        var index = start
        while index &+ 8 <= bytes.byteCount {
            let word = UInt64(littleEndian: bytes.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self))
            let zeros = Self.zeroBytes(word ^ pattern)
            if zeros != 0 { return index &+ zeros.trailingZeroBitCount / 8 }
            index &+= 8
        }
        while index < bytes.byteCount {
            if self[index] == byte { return index }
            index &+= 1
        }
        return nil
    }

    /// The high bit of each byte that is zero; of several, only the lowest set bit is exact.
    private static func zeroBytes(_ word: UInt64) -> UInt64 {
        (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080
    }
}
