/// The checksum of recovery phrases (BIP-39).
enum Mnemonic {
    /// How many words a phrase can have.
    static let counts = [12, 15, 18, 21, 24]

    /// Whether places in a list are a phrase: each gives 11 bits, and the last of them begin the SHA-256 of the others.
    static func isValid(_ places: some Collection<UInt16>) -> Bool {
        guard counts.contains(places.count) else { return false }
        let checkBits = places.count / 3
        var bytes: [UInt8] = []
        bytes.reserveCapacity(places.count * 4 / 3 + 1)
        var bits: UInt32 = 0
        var bitCount = 0
        for place in places {
            bits = bits << 11 | UInt32(place & 0x7FF)
            bitCount += 11
            while bitCount >= 8 {
                bitCount -= 8
                bytes.append(UInt8(truncatingIfNeeded: bits >> UInt32(bitCount)))
            }
        }
        // The checksum is what is left in `bits`, or the last byte where it has eight bits.
        let entropy = places.count * 4 / 3
        let check = checkBits == 8 ? bytes[entropy] : UInt8(truncatingIfNeeded: bits) & (1 << UInt8(checkBits) - 1)
        return SHA256.hash(Array(bytes.prefix(entropy)))[0] >> UInt8(8 - checkBits) == check
    }
}
