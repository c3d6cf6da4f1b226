/// Sums up texts in a number that differs, as good as always, when any of them does (FNV-1a over words of 64 bits, with
/// a shift after each and a final mix).
struct Fingerprint {
    private var hash: UInt64 = 0xCBF2_9CE4_8422_2325

    /// The sum of nothing yet.
    init() {}

    /// Adds a text and the fact that it ends.
    mutating func add(_ text: String) {
        add(Array(text.utf8))
    }

    /// Adds bytes and how many they are.
    mutating func add(_ bytes: [UInt8]) {
        bytes.withUnsafeBytes { add($0) }
    }

    /// Adds bytes, eight at a time, and how many they are.
    mutating func add(_ bytes: UnsafeRawBufferPointer) {
        let whole = bytes.count & ~7
        for start in stride(from: 0, to: whole, by: 8) {
            add(UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: start, as: UInt64.self)))
        }
        for byte in bytes[whole...] { add(UInt64(byte)) }
        add(UInt64(bytes.count))
    }

    private mutating func add(_ word: UInt64) {
        hash = (hash ^ word) &* 0x100_0000_01B3
        hash ^= hash &>> 29
    }

    /// The number.
    var value: UInt64 {
        let mixed = (hash ^ (hash >> 33)) &* 0xFF51_AFD7_ED55_8CCD
        return mixed ^ (mixed >> 33)
    }
}
