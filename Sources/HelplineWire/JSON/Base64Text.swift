/// Bytes in the base64 of RFC 4648 section 4, as a string of JSON carries them.
enum Base64Text {
    /// The bytes; nil for what is not base64 with its padding, blanks and line breaks included.
    static func decode(_ text: String) -> [UInt8]? {
        let symbols = Array(text.utf8)
        guard symbols.count.isMultiple(of: 4) else { return nil }
        let padding = symbols.suffix(2).count { $0 == 0x3D }
        guard padding == 0 || symbols.last == 0x3D else { return nil }
        var result: [UInt8] = []
        result.reserveCapacity(symbols.count / 4 * 3)
        var group: UInt32 = 0
        for (index, symbol) in symbols.enumerated() {
            guard let value = index < symbols.count - padding ? value(of: symbol) : 0 else { return nil }
            group = group << 6 | value
            guard index & 3 == 3 else { continue }
            result += [UInt8(group >> 16 & 255), UInt8(group >> 8 & 255), UInt8(group & 255)]
            group = 0
        }
        // Bits behind the last byte are zero, or the same bytes would have several spellings (section 3.5).
        guard result.suffix(padding).allSatisfy({ $0 == 0 }) else { return nil }
        result.removeLast(padding)
        return result
    }

    private static func value(of symbol: UInt8) -> UInt32? {
        switch symbol {
        case 0x41...0x5A: UInt32(symbol - 0x41)
        case 0x61...0x7A: UInt32(symbol - 0x61 + 26)
        case 0x30...0x39: UInt32(symbol - 0x30 + 52)
        case 0x2B: 62
        case 0x2F: 63
        default: nil
        }
    }
}
