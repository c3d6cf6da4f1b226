/// Sums up texts in a number that differs, as good as always, when any of them does (FNV-1a over words of 64 bits, with
/// a shift after each and a final mix; of long texts four sums are made side by side, as a processor can).
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

    /// Adds bytes and how many they are.
    mutating func add(_ bytes: UnsafeRawBufferPointer) {
        func word(_ offset: Int) -> UInt64 {
            UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
        }
        var lanes = (Fingerprint(), Fingerprint(), Fingerprint(), Fingerprint())
        let blocks = bytes.count & ~31
        for start in stride(from: 0, to: blocks, by: 32) {
            lanes.0.add(word(start))
            lanes.1.add(word(start + 8))
            lanes.2.add(word(start + 16))
            lanes.3.add(word(start + 24))
        }
        for lane in [lanes.0, lanes.1, lanes.2, lanes.3] { add(lane.hash) }
        for byte in bytes[blocks...] { add(UInt64(byte)) }
        add(UInt64(bytes.count))
    }

    @inline(__always)
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
