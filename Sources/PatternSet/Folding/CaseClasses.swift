/// Which characters PCRE2 takes for the same when it ignores case, and one representative for each class.
///
/// The classes are PCRE2's own (`PCRE2_UTF | PCRE2_CASELESS`, no `PCRE2_UCP`), not Unicode's case folding: K, k and the
/// Kelvin sign are one class, ß and ẞ are one and never “ss”, I and i have no Turkish relatives. A representative is
/// never longer in UTF-8 than what it stands for, so folding never makes a text longer, and it maps one scalar to one
/// scalar, so distances counted in characters stay true.
///
/// The table is generated from the library, and only good for a library with the same Unicode version. With another one
/// the classes are asked of the library, once, at the first use; where that is not possible ``isSettled(_:)`` vouches
/// for ASCII and for scripts without case only.
public enum CaseClasses {
    /// The representative of a scalar's class, the scalar itself where it has no other case.
    public static func representative(of scalar: UInt32) -> UInt32 {
        if scalar < 0x80 { return scalar &- 0x41 < 26 ? scalar | 0x20 : scalar }
        if isCaseless(scalar) { return scalar }
        return CaseTable.linked.representative(of: scalar)
    }

    /// Whether the class of the scalar is known for the linked library, so that a text without any member of it cannot
    /// hold the scalar.
    public static func isSettled(_ scalar: UInt32) -> Bool {
        scalar < 0x80 || isCaseless(scalar) || CaseTable.linked.isKnown
    }

    /// Appends the folded form of a text, which MUST be valid UTF-8, to a buffer; adds at most as many bytes as the
    /// text has.
    public static func fold(_ text: Span<UInt8>, into buffer: inout [UInt8]) {
        buffer.reserveCapacity(buffer.count + text.count)
        var position = 0
        while position < text.count {
            let (scalar, length) = text.scalar(at: position)
            append(representative(of: scalar), to: &buffer)
            position += length
        }
    }

    /// The folded form of a text.
    public static func folded(_ text: String) -> [UInt8] {
        var buffer: [UInt8] = []
        for scalar in text.unicodeScalars { append(representative(of: scalar.value), to: &buffer) }
        return buffer
    }

    /// Appends the UTF-8 of a scalar.
    static func append(_ scalar: UInt32, to buffer: inout [UInt8]) {
        guard scalar >= 0x80 else { return buffer.append(UInt8(scalar)) }
        guard let scalar = Unicode.Scalar(scalar) else { return }
        buffer.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    }

    /// Blocks in which no character has another case: CJK and its punctuation, kana, Hangul, the Han planes.
    private static func isCaseless(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x2E80..<0xA640, 0xAC00..<0xFB00, 0xFF00..<0xFF21, 0x20000..<0x40000: true
        default: false
        }
    }
}
