/// Base58 with a checksum, in which Bitcoin's keys are written down (Base58Check).
enum Base58 {
    private static let alphabet = Array("123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz".utf8)
    private static let values: [UInt8] = {
        var values = [UInt8](repeating: 0xFF, count: 256)
        for (value, letter) in alphabet.enumerated() { values[Int(letter)] = UInt8(value) }
        return values
    }()

    /// The payload of a text whose checksum holds; nil for any other text.
    ///
    /// Costs the square of the length.
    static func checked(_ text: some Collection<UInt8>) -> [UInt8]? {
        guard let bytes = decoded(text), bytes.count > 4 else { return nil }
        let payload = Array(bytes.dropLast(4))
        return SHA256.hash(SHA256.hash(payload)).prefix(4).elementsEqual(bytes.suffix(4)) ? payload : nil
    }

    /// Whether a text has letters of the alphabet alone.
    static func isWritten(in text: [UInt8]) -> Bool { text.allSatisfy { values[Int($0)] < 58 } }

    private static func decoded(_ text: some Collection<UInt8>) -> [UInt8]? {
        /// The number, lowest byte first.
        var number: [UInt8] = []
        for letter in text {
            guard values[Int(letter)] < 58 else { return nil }
            var carry = UInt32(values[Int(letter)])
            for index in number.indices {
                carry += UInt32(number[index]) * 58
                number[index] = UInt8(truncatingIfNeeded: carry)
                carry >>= 8
            }
            if carry > 0 { number.append(UInt8(truncatingIfNeeded: carry)) }
        }
        let zeros = text.prefix { $0 == UInt8(ascii: "1") }.count
        return [UInt8](repeating: 0, count: zeros) + number.reversed()
    }
}
