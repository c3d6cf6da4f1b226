/// The base64 encoding of RFC 4648 section 4, padded.
enum Base64 {
    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

    /// The encoding on one line.
    static func encode(_ bytes: some Collection<UInt8>) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity((bytes.count + 2) / 3 * 4)
        var group: UInt32 = 0
        var held = 0
        for byte in bytes {
            group = group << 8 | UInt32(byte)
            held += 1
            if held == 3 {
                append(group, symbols: 4, to: &result)
                (group, held) = (0, 0)
            }
        }
        if held > 0 {
            append(group << UInt32(8 * (3 - held)), symbols: held + 1, to: &result)
            result.append(contentsOf: repeatElement(0x3D, count: 3 - held))
        }
        return result
    }

    /// The encoding in lines of 76 symbols separated by CR LF, the last one not ended (RFC 2045 section 6.8).
    static func encodeLines(_ bytes: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        for start in stride(from: 0, to: bytes.count, by: 57) {
            if start > 0 { result += [0x0D, 0x0A] }
            result += encode(bytes[start..<min(start + 57, bytes.count)])
        }
        return result
    }

    private static func append(_ group: UInt32, symbols: Int, to result: inout [UInt8]) {
        for index in 0..<symbols {
            result.append(alphabet[Int(group >> UInt32(18 - 6 * index) & 63)])
        }
    }
}
