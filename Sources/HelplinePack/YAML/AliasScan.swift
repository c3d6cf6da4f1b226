/// Looks for YAML anchors and aliases before a file is parsed, so that a few lines cannot stand for billions of values.
///
/// The scan knows neither quotes nor blocks: it counts every `*name` that stands where a value could begin, so the
/// count is never too small. Without an anchor (`&name`) an alias means nothing, and nothing is counted.
struct AliasScan {
    private var anchors = 0
    private var aliasLines: [Int] = []

    init(_ text: String) {
        var line = 1
        var last: UInt8 = 0x0A
        var token: UInt8 = 0x0A
        var text = text
        text.withUTF8 { bytes in
            for (index, byte) in bytes.enumerated() {
                if byte == 0x2A || byte == 0x26, Self.canBegin(after: last, token: token),
                    index + 1 < bytes.count, Self.isNameByte(bytes[index + 1])
                {
                    if byte == 0x26 { anchors += 1 } else { aliasLines.append(line) }
                }
                if Self.endsLine(byte) {
                    if byte == 0x0A { line += 1 }
                    token = 0x0A
                } else if byte != 0x20, byte != 0x09 {
                    // The byte that ends the token where it is an indicator, else the one that begins it.
                    if Self.isSpace(last) || Self.isIndicator(byte) { token = byte }
                }
                last = byte
            }
        }
    }

    /// The line of the first alias beyond the limit, nil where there are few or no anchor exists.
    func lineBeyond(limit: Int) -> Int? {
        anchors > 0 && aliasLines.count > limit ? aliasLines[limit] : nil
    }

    /// Whether a value may begin after these bytes: at the start of a line, after an indicator or after a property.
    private static func canBegin(after last: UInt8, token: UInt8) -> Bool {
        guard isSpace(last) || isIndicator(last) else { return false }
        return token == 0x0A || isIndicator(token) || token == 0x21 || token == 0x26
    }

    private static func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x09 || endsLine(byte)
    }

    /// Libyaml ends lines at U+0085, U+2028 and U+2029 too; their last bytes are taken for them.
    private static func endsLine(_ byte: UInt8) -> Bool {
        byte == 0x0A || byte == 0x0D || byte == 0x85 || byte == 0xA8 || byte == 0xA9
    }

    /// One of `- ? : , [ {`.
    private static func isIndicator(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x2D, 0x3F, 0x3A, 0x2C, 0x5B, 0x7B: true
        default: false
        }
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        byte == 0x2D || byte == 0x5F || UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
            || UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte | 0x20
    }
}
