extension Unicode.Scalar {
    /// Whether this is a Han character (Script=Han in Unicode 16.0, and what planes 2 and 3 may still get).
    public var isHan: Bool { Self.isHan(value) }

    /// Whether this carries meaning in a question: a letter, a digit or a Han character.
    ///
    /// Marks, punctuation, symbols and emoji do not. Cheap for ASCII and Han, a look-up for others.
    public var isMeaningful: Bool {
        if value < 0x80 { return isASCIILetter || isASCIIDigit }
        if isHan { return true }
        switch properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: return true
        case .decimalNumber, .letterNumber, .otherNumber: return true
        default: return false
        }
    }

    /// Whether this is one of `A`…`Z` and `a`…`z`.
    public var isASCIILetter: Bool { (value | 0x20) &- 0x61 < 26 }

    /// Whether this is one of `0`…`9`.
    public var isASCIIDigit: Bool { value &- 0x30 < 10 }

    static func isHan(_ value: UInt32) -> Bool {
        if value >= 0x4E00 { return value <= 0x9FFF || (value >= 0xF900 && isRareHan(value)) }
        return value >= 0x2E80 && isRareHan(value)
    }

    private static func isRareHan(_ value: UInt32) -> Bool {
        switch value {
        case 0x2E80...0x2E99, 0x2E9B...0x2EF3, 0x2F00...0x2FD5, 0x3005, 0x3007, 0x3021...0x3029, 0x3038...0x303B: true
        case 0x3400...0x4DBF, 0xF900...0xFA6D, 0xFA70...0xFAD9: true
        case 0x16FE2...0x16FE3, 0x16FF0...0x16FF1, 0x20000...0x3FFFD: true
        default: false
        }
    }
}
