public import HelplineCore

/// How a reply looks on a plain connection: its lines, then exactly one empty line, and none inside.
///
/// A program that reads up to the empty line has the whole reply and nothing of the next.
public enum PlainFormat {
    /// Appends a reply.
    public static func append(_ reply: Reply, to output: inout [UInt8]) {
        append(reply.text.string, to: &output)
    }

    /// Appends a sentence of the program's own.
    ///
    /// Lines without a visible character are left out; CR LF and CR end a line as LF does.
    public static func append(_ text: String, to output: inout [UInt8]) {
        if isClean(text) {
            output.append(contentsOf: text.utf8)
            output.append(0x0A)
            output.append(0x0A)
        } else {
            appendLines(of: text, to: &output)
        }
    }

    /// Whether every line begins with a visible character and LF alone stands between them, as in what a pack says.
    ///
    /// Every byte is looked at, whatever was found before it: so many are looked at at once.
    private static func isClean(_ text: String) -> Bool {
        var text = text
        return text.withUTF8 { bytes in
            guard let first = bytes.first, first > 0x20, bytes.last != 0x0A else { return false }
            var faults: UInt8 = 0
            for index in 1..<bytes.count {
                let byte = bytes[index]
                let beginsLine: UInt8 = bytes[index &- 1] == 0x0A ? 1 : 0
                faults |= (byte == 0x0D ? 1 : 0) | (beginsLine & (byte <= 0x20 ? 1 : 0))
            }
            return faults == 0
        }
    }

    private static func appendLines(of text: String, to output: inout [UInt8]) {
        var lineStart = output.count
        var isBlank = true
        for byte in text.utf8 {
            if byte == 0x0A || byte == 0x0D {
                endLine(from: &lineStart, isBlank: &isBlank, in: &output)
            } else {
                isBlank = isBlank && (byte == 0x20 || byte == 0x09)
                output.append(byte)
            }
        }
        endLine(from: &lineStart, isBlank: &isBlank, in: &output)
        output.append(0x0A)
    }

    private static func endLine(from start: inout Int, isBlank: inout Bool, in output: inout [UInt8]) {
        if isBlank {
            output.removeLast(output.count - start)
        } else {
            output.append(0x0A)
        }
        start = output.count
        isBlank = true
    }
}
