/// A text as the content of a message or a part: lines ended by CR LF, as 7bit where that is safe, else base64.
///
/// Base64 keeps the user's words off the wire: nothing to stuff, to fold, to quote or to convert on the way, and no
/// line that a boundary or a command could hide in. Nothing is ever sent as 8bit, which relays may rewrite.
struct TextBody {
    /// The value of Content-Transfer-Encoding.
    let encoding: String
    /// The encoded text.
    let bytes: [UInt8]

    /// Encodes a text whose lines may end in CR LF, CR or LF.
    init(_ text: String) {
        let canonical = Self.canonical(text)
        if Self.isSafe(canonical) {
            (encoding, bytes) = ("7bit", canonical)
        } else {
            (encoding, bytes) = ("base64", Base64.encodeLines(canonical) + [0x0D, 0x0A])
        }
    }

    /// The text with every line, the last too, ended by CR LF.
    private static func canonical(_ text: String) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(text.utf8.count + 2)
        var previous: UInt8 = 0x0A
        for byte in text.utf8 {
            if byte == 0x0D || (byte == 0x0A && previous != 0x0D) {
                result += [0x0D, 0x0A]
            } else if byte != 0x0A {
                result.append(byte)
            }
            previous = byte
        }
        if let last = result.last, last != 0x0A { result += [0x0D, 0x0A] }
        return result
    }

    private static func isSafe(_ canonical: [UInt8]) -> Bool {
        canonical.split(separator: 0x0A).allSatisfy { isSafeLine($0.dropLast()) }
    }

    /// Whether a line survives every hop: short visible ASCII that no mail program treats in a special way.
    private static func isSafeLine(_ line: ArraySlice<UInt8>) -> Bool {
        guard line.count <= 78, line.allSatisfy({ (0x20...0x7E).contains($0) || $0 == 0x09 }) else { return false }
        guard let first = line.first, let last = line.last else { return true }
        return first != 0x2E && last != 0x20 && last != 0x09 && !line.starts(with: "--".utf8)
            && !line.starts(with: "From ".utf8)
    }
}
