/// Reads the codes that hide nothing: base64 and hexadecimal digits.
enum PlainCodes {
    /// The bytes of hexadecimal digits, with or without 0x; nil for anything else.
    static func hexadecimal(_ letters: [UInt8]) -> [UInt8]? {
        let digits = letters.starts(with: [0x30, 0x78]) ? letters.dropFirst(2) : letters[...]
        guard digits.count.isMultiple(of: 2), digits.allSatisfy(\.isHexDigit) else { return nil }
        let values = digits.map { $0.isDigit ? $0 - 0x30 : ($0 | 0x20) - 0x57 }
        return stride(from: 0, to: values.count, by: 2).map { values[$0] << 4 | values[$0 + 1] }
    }

    /// The bytes of base64 in either alphabet (RFC 4648 sections 4 and 5), with or without padding; nil for anything
    /// else.
    static func base64(_ letters: [UInt8]) -> [UInt8]? {
        let end = letters.lastIndex { $0 != 0x3D }.map { $0 + 1 } ?? 0
        guard letters.count - end <= 2, end % 4 != 1 else { return nil }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(end * 3 / 4)
        var group: UInt32 = 0
        var bits = 0
        for letter in letters[..<end] {
            guard let value = sixBits(letter) else { return nil }
            group = group << 6 | UInt32(value)
            bits += 6
            if bits >= 8 {
                bits -= 8
                bytes.append(UInt8(truncatingIfNeeded: group >> UInt32(bits)))
            }
        }
        return bytes
    }

    private static func sixBits(_ letter: UInt8) -> UInt8? {
        switch letter {
        case 0x41...0x5A: letter - 0x41
        case 0x61...0x7A: letter - 0x61 + 26
        case 0x30...0x39: letter - 0x30 + 52
        case 0x2B, 0x2D: 62
        case 0x2F, 0x5F: 63
        default: nil
        }
    }
}
