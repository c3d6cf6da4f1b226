/// The characters that steer a terminal or the direction of text, and their removal.
///
/// NUL and the other C0 controls except TAB become a space, so that words stay apart; DEL and C1 are dropped, as are
/// the embeddings, overrides and isolates of the bidirectional algorithm (UAX 9), which make a text look like another
/// one.
public enum Controls {
    /// What becomes of line breaks inside a text.
    public enum Breaks: Sendable {
        /// LF, CR and U+2028, U+2029 become a space: the text is one line.
        case joined
        /// CR LF, CR, U+2028 and U+2029 become LF: a message of a relay may have several lines.
        case kept
    }

    /// The text without controls; costs one look at each byte where there are none.
    public static func removed(from text: String, breaks: Breaks = .joined) -> String {
        guard mayHold(text) else { return text }
        var result = String.UnicodeScalarView()
        var afterReturn = false
        for scalar in text.unicodeScalars {
            defer { afterReturn = scalar == "\r" }
            if scalar == "\n", afterReturn, breaks == .kept { continue }
            if let kept = replacement(of: scalar, breaks: breaks) { result.append(kept) }
        }
        return String(result)
    }

    /// Whether any byte could begin a character that is replaced.
    private static func mayHold(_ text: String) -> Bool {
        var text = text
        return text.withUTF8 { bytes in
            bytes.contains { $0 < 0x20 ? $0 != 0x09 : $0 == 0x7F || $0 == 0xC2 || $0 == 0xE2 }
        }
    }

    /// What stands for a scalar: itself, a space, a line break, or nothing.
    private static func replacement(of scalar: Unicode.Scalar, breaks: Breaks) -> Unicode.Scalar? {
        switch scalar.value {
        case 0x09: return scalar
        case 0x0A, 0x0D, 0x2028, 0x2029: return breaks == .kept ? "\n" : " "
        case 0x00...0x1F: return " "
        case 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069: return nil
        default: return scalar
        }
    }
}
