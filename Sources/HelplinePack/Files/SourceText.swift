/// Turns the bytes of a file into text, or says where they are none.
enum SourceText {
    /// The text of UTF-8 bytes without control characters and byte order mark; else what is wrong with them.
    static func read(_ bytes: [UInt8], path: String) -> Result<String, Diagnostic> {
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
            return .failure(fault(bytes, at: nil, path, "the file is saved as UTF-16", remedy: saving))
        }
        if let offset = bytes.firstIndex(where: isForbidden) {
            return .failure(
                fault(
                    bytes, at: offset, path, "a control character (U+00\(hex(bytes[offset]))) stands in the file",
                    remedy: "delete it; a half-saved or binary file looks like this"))
        }
        let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        if let text = String(validating: bytes[start...], as: UTF8.self) { return .success(text) }
        let offset = firstInvalidOffset(bytes)
        return .failure(fault(bytes, at: offset, path, "the file is not UTF-8 text from here on", remedy: saving))
    }

    private static let saving: Sentence = "save it with the encoding UTF-8"

    private static func isForbidden(_ byte: UInt8) -> Bool {
        byte < 0x20 && byte != 0x09 && byte != 0x0A && byte != 0x0D || byte == 0x7F
    }

    private static func hex(_ byte: UInt8) -> String {
        let digits = String(byte, radix: 16, uppercase: true)
        return digits.count == 1 ? "0" + digits : digits
    }

    private static func fault(
        _ bytes: [UInt8], at offset: Int?, _ path: String, _ message: Sentence, remedy: Sentence
    ) -> Diagnostic {
        guard let offset else { return Diagnostic(.error, .notText, file: path, message: message, remedy: remedy) }
        let before = bytes[..<offset]
        let lineStart = (before.lastIndex(of: 0x0A) ?? -1) + 1
        let column = String(decoding: bytes[lineStart..<offset], as: UTF8.self).unicodeScalars.count + 1
        return Diagnostic(
            .error, .notText, file: path, line: before.count { $0 == 0x0A } + 1, column: column, message: message,
            remedy: remedy)
    }

    /// Where decoding first fails: the text as repaired agrees with the bytes up to there.
    private static func firstInvalidOffset(_ bytes: [UInt8]) -> Int {
        var offset = 0
        var decoder = UTF8()
        var iterator = bytes.makeIterator()
        while case .scalarValue(let scalar) = decoder.decode(&iterator) {
            offset += UTF8.width(scalar)
        }
        return min(offset, max(bytes.count - 1, 0))
    }
}
