extension Span<UInt8> {
    /// The scalar that starts at this byte of valid UTF-8, and its length in bytes.
    ///
    /// On bytes that are no UTF-8 it gives some scalar and a length that stays inside the text.
    @inline(__always)
    func scalar(at index: Int) -> (value: UInt32, length: Int) {
        let first = UInt32(self[index])
        if first < 0x80 { return (first, 1) }
        let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
        guard index + length <= count else { return (0xFFFD, count - index) }
        var value = first & (0xFF >> UInt32(length + 1))
        for offset in 1..<length { value = value << 6 | UInt32(self[index + offset] & 0x3F) }
        return (value, length)
    }

    /// Where the scalar before this byte starts; the byte MUST NOT be the first.
    func scalarStart(before index: Int) -> Int {
        var start = index - 1
        while start > 0, self[start] & 0xC0 == 0x80, index - start < 4 { start -= 1 }
        return start
    }
}
