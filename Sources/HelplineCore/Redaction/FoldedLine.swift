/// A line as the rules of the redactor read it: one entry a scalar, with the way back.
///
/// Widths, compatibility forms and traditional characters are folded and invisible characters left out as in
/// `NormalizedText`, but white space stays: it tells where words and groups of digits end.
struct FoldedLine {
    /// What stands in `letters` for scalars that are not ASCII.
    enum Class {
        static let han: UInt8 = 0x80
        static let letter: UInt8 = 0x81
        static let other: UInt8 = 0x82
    }

    /// The folded scalars; case is kept.
    private(set) var units: [UInt32] = []
    /// The same as ASCII, with a `Class` for what is not.
    ///
    /// Full-width punctuation is `other`: it ends a word.
    private(set) var letters: [UInt8] = []
    /// Where each unit begins in the line, and where the line ends, in UTF-8 offsets.
    private var starts: [UInt32] = []

    init(_ line: String) {
        let count = line.utf8.count
        units.reserveCapacity(count)
        letters.reserveCapacity(count)
        starts.reserveCapacity(count + 1)
        var offset: UInt32 = 0
        for scalar in line.unicodeScalars {
            add(scalar, at: offset)
            offset += UInt32(truncatingIfNeeded: UTF8.width(scalar))
        }
        starts.append(offset)
    }

    var count: Int { units.count }

    /// The UTF-8 offsets of a range of units.
    func source(of range: Range<Int>) -> Range<Int> {
        Int(starts[range.lowerBound])..<Int(starts[range.upperBound])
    }

    private mutating func add(_ scalar: Unicode.Scalar, at offset: UInt32) {
        var value = scalar.value
        var letter = UInt8(truncatingIfNeeded: value)
        if value >= 0x80 {
            let cell = ScalarTable.standard[value]
            if cell.isIgnorable { return }
            if cell.target != 0 { value = cell.target }
            (value, letter) = cell.isSpace ? (0x20, 0x20) : Self.classified(value)
        } else if value == 0x09 || value == 0x0D {
            (value, letter) = (0x20, 0x20)
        }
        units.append(value)
        letters.append(letter)
        starts.append(offset)
    }

    private static func classified(_ value: UInt32) -> (UInt32, UInt8) {
        switch value {
        case 0..<0x80:
            let letter = UInt8(truncatingIfNeeded: value)
            return (value, letter.isAlphanumeric ? letter : Class.other)
        case 0x2018, 0x2019: return (0x27, 0x27)
        case 0x201C...0x201E, 0x300C...0x300F, 0xAB, 0xBB: return (0x22, 0x22)
        default:
            if Unicode.Scalar.isHan(value) { return (value, Class.han) }
            let isLetter = Unicode.Scalar(value)?.properties.isAlphabetic ?? false
            return (value, isLetter ? Class.letter : Class.other)
        }
    }
}

extension FoldedLine {
    /// Whether the unit at an index is an ASCII letter; false outside the line.
    func isLetter(_ index: Int) -> Bool { letters.indices.contains(index) && letters[index].isLetter }

    /// Whether the unit at an index is an ASCII digit; false outside the line.
    func isDigit(_ index: Int) -> Bool { letters.indices.contains(index) && letters[index].isDigit }

    /// Whether the unit at an index is an ASCII letter or digit; false outside the line.
    func isAlphanumeric(_ index: Int) -> Bool { letters.indices.contains(index) && letters[index].isAlphanumeric }

    /// Whether the unit at an index is a Han character; false outside the line.
    func isHan(_ index: Int) -> Bool { letters.indices.contains(index) && letters[index] == Class.han }

    /// Whether the unit at an index is a space; false outside the line.
    func isSpace(_ index: Int) -> Bool { letters.indices.contains(index) && letters[index] == 0x20 }

    /// Whether a sentence ends at an index: at its mark, a line break or the end of the line.
    ///
    /// A full stop, an exclamation or a question mark counts only where no letter or digit follows at once.
    func endsSentence(at index: Int) -> Bool {
        guard index < units.count else { return true }
        switch units[index] {
        case 0x0A, 0x3B, 0x3002: return true
        case 0x21, 0x2E, 0x3F: return letters[index] == Class.other || index + 1 >= count || isSpace(index + 1)
        default: return false
        }
    }

    /// Whether a text stands at an index; ASCII letters of either case.
    func has(_ text: [UInt32], at index: Int) -> Bool {
        guard index >= 0, index + text.count <= units.count else { return false }
        for (offset, value) in text.enumerated() where units[index + offset].lowercasedASCII != value { return false }
        return true
    }

    /// The maximal run of ASCII letters that begins at an index, in lower case.
    func word(at index: Int) -> (text: String, range: Range<Int>) {
        var end = index
        while isLetter(end) { end += 1 }
        return (String(decoding: letters[index..<end].map { $0 | 0x20 }, as: UTF8.self), index..<end)
    }
}

extension UInt8 {
    var isLetter: Bool { (self | 0x20) &- 0x61 < 26 }
    var isDigit: Bool { self &- 0x30 < 10 }
    var isAlphanumeric: Bool { isLetter || isDigit }
    var isHexDigit: Bool { isDigit || (self | 0x20) &- 0x61 < 6 }
}

extension UInt32 {
    /// A to Z in lower case, everything else unchanged.
    var lowercasedASCII: UInt32 { self &- 0x41 < 26 ? self | 0x20 : self }
}
