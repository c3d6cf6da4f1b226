/// Sums up texts in a number that differs, as good as always, when any of them does (FNV-1a, 64 bits, with a final mix).
struct Fingerprint {
    private var hash: UInt64 = 0xCBF2_9CE4_8422_2325

    /// Adds a text and the fact that it ends.
    mutating func add(_ text: String) {
        for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        hash = (hash ^ 0xFF) &* 0x100_0000_01B3
    }

    /// Sums up bytes, eight at a time.
    init(ofBytes bytes: [UInt8]) {
        let whole = bytes.count & ~7
        for start in stride(from: 0, to: whole, by: 8) {
            var word: UInt64 = 0
            for offset in 0..<8 { word |= UInt64(bytes[start + offset]) << UInt64(8 * offset) }
            hash = (hash ^ word) &* 0x100_0000_01B3
            hash ^= hash >> 29
        }
        for byte in bytes[whole...] { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        hash ^= UInt64(bytes.count)
    }

    /// The sum of nothing yet.
    init() {}

    /// The number.
    var value: UInt64 {
        let mixed = (hash ^ (hash >> 33)) &* 0xFF51_AFD7_ED55_8CCD
        return mixed ^ (mixed >> 33)
    }
}
