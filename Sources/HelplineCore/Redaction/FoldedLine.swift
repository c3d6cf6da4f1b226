/// A line as the rules of the redactor read it: one entry a scalar, with the way back.
///
/// Widths, compatibility forms and traditional characters are folded and invisible characters left out as in
/// `NormalizedText`, but white space stays: it tells where words and groups of digits end. Letters lose their accents,
/// and Japanese is hiragana without voicing marks: people leave these out, and no word of a list differs by them alone.
///
/// An object, since the rules hand it on all the time: a value of three arrays is counted three times at each turn.
final class FoldedLine: Sendable {
    /// What stands in `letters` for scalars that are not ASCII.
    enum Class {
        static let han: UInt8 = 0x80
        static let letter: UInt8 = 0x81
        static let other: UInt8 = 0x82
    }

    /// The folded scalars; case is kept.
    let units: [UInt32]
    /// The same as ASCII, with a `Class` for what is not.
    ///
    /// Full-width punctuation is `other`: it ends a word.
    let letters: [UInt8]
    /// The ASCII characters that there are.
    let ascii: ASCIISet
    /// How many ASCII digits there are.
    let digitCount: Int
    /// Whether there is any ASCII letter.
    let hasLetters: Bool
    /// Whether there is any kana or Korean syllable.
    let hasSyllables: Bool
    /// How many Han characters there are.
    let hanCount: Int
    /// The line, where a unit of it is not a byte each; it is folded once more to tell where a finding stands.
    private let text: String?

    init(_ line: String) {
        let bytes = line.utf8.span
        var bits: UInt8 = 0
        for index in bytes.indices { bits |= bytes[index] }
        let isPlain = bits < 0x80
        let folding = isPlain ? Folding(plain: line) : Folding(line, keepsStarts: false)
        text = isPlain ? nil : line
        (units, letters) = (folding.units, folding.letters)
        (ascii, digitCount, hanCount) = (folding.ascii, folding.digitCount, folding.hanCount)
        (hasLetters, hasSyllables) = (folding.ascii.hasLetters, folding.hasSyllables)
    }

    var count: Int { units.count }

    /// The UTF-8 offsets of ranges of units.
    func sources(of ranges: [Range<Int>]) -> [Range<Int>] {
        guard let text, !ranges.isEmpty else { return ranges }
        let starts = Folding(text, keepsStarts: true).starts
        return ranges.map { Int(starts[$0.lowerBound])..<Int(starts[$0.upperBound]) }
    }
}

/// A line in the course of being folded.
private struct Folding {
    private typealias Class = FoldedLine.Class

    private(set) var units: [UInt32] = []
    private(set) var letters: [UInt8] = []
    private(set) var ascii = ASCIISet()
    private(set) var digitCount = 0
    private(set) var hasSyllables = false
    private(set) var hanCount = 0
    /// Where each unit begins in the line, and where the line ends, in UTF-8 offsets; empty where nobody asked.
    private(set) var starts: [UInt32] = []
    private let keepsStarts: Bool

    init(_ line: String, keepsStarts: Bool) {
        self.keepsStarts = keepsStarts
        let room = line.utf8.count
        units.reserveCapacity(room)
        letters.reserveCapacity(room)
        if keepsStarts { starts.reserveCapacity(room + 1) }
        var offset: UInt32 = 0
        for scalar in line.unicodeScalars {
            add(scalar, at: offset)
            offset += UInt32(truncatingIfNeeded: UTF8.width(scalar))
        }
        if keepsStarts { starts.append(offset) }
    }

    /// Folds a line of ASCII, in which nothing moves.
    init(plain line: String) {
        keepsStarts = false
        letters = Array(line.utf8)
        for index in letters.indices {
            let letter = letters[index]
            if letter == 0x09 || letter == 0x0D { letters[index] = 0x20 }
            ascii.insert(letters[index])
            digitCount += letter.isDigit ? 1 : 0
        }
        units = letters.map { UInt32($0) }
    }

    private mutating func add(_ scalar: Unicode.Scalar, at offset: UInt32) {
        guard scalar.value < 0x80 else { return addOther(scalar.value, at: offset) }
        let isBlank = scalar.value == 0x09 || scalar.value == 0x0D
        let letter = isBlank ? 0x20 : UInt8(truncatingIfNeeded: scalar.value)
        append(UInt32(letter), letter, at: offset)
    }

    private mutating func addOther(_ scalar: UInt32, at offset: UInt32) {
        let cell = ScalarTable.standard[scalar]
        if cell.isIgnorable { return }
        let value = cell.target == 0 ? scalar : cell.target
        if cell.isSpace { return append(0x20, 0x20, at: offset) }
        if Self.isMark(value) || joinsSyllable(value) { return }
        let (unit, letter) = Self.classified(value)
        append(unit, letter, at: offset)
    }

    private mutating func append(_ unit: UInt32, _ letter: UInt8, at offset: UInt32) {
        ascii.insert(letter)
        if letter.isDigit {
            digitCount += 1
        } else if letter == Class.han {
            hanCount += 1
        } else if letter == Class.letter {
            hasSyllables = hasSyllables || unit &- 0x3041 < 0xBE || unit &- 0xAC00 < 0x2BA4
        }
        units.append(unit)
        letters.append(letter)
        if keepsStarts { starts.append(offset) }
    }

    private static func classified(_ value: UInt32) -> (UInt32, UInt8) {
        switch value {
        case 0..<0x80:
            let letter = UInt8(truncatingIfNeeded: value)
            return (value, letter.isAlphanumeric ? letter : Class.other)
        case 0xC0..<0x180:
            let letter = bareLetters[Int(value - 0xC0)]
            return letter.isLetter
                ? (UInt32(letter), letter) : (value, isAlphabetic(value) ? Class.letter : Class.other)
        case 0x2018, 0x2019: return (0x27, 0x27)
        case 0x30FB: return (value, Class.other)
        case 0x3041...0x30FE: return (bareKana(value), Class.letter)
        case 0x201C...0x201E, 0x300A...0x3011, 0xAB, 0xBB: return (0x22, 0x22)
        default:
            if Unicode.Scalar.isHan(value) { return (value, Class.han) }
            return (value, isAlphabetic(value) ? Class.letter : Class.other)
        }
    }

    private static func isAlphabetic(_ value: UInt32) -> Bool {
        Unicode.Scalar(value)?.properties.isAlphabetic ?? false
    }

    /// Whether a scalar is an accent or a voicing mark that stands behind its letter.
    private static func isMark(_ value: UInt32) -> Bool {
        value &- 0x300 < 0x70 || value &- 0x3099 < 4
    }

    /// Puts a Korean vowel or final consonant to the syllable before it.
    private mutating func joinsSyllable(_ value: UInt32) -> Bool {
        guard value &- 0x1100 < 0x100, let last = units.last, let syllable = Hangul.composite(last, value) else {
            return false
        }
        units[units.count - 1] = syllable
        hasSyllables = true
        return true
    }

    /// The letters from U+00C0 to U+017F without their accents; a full stop where there is no such letter.
    private static let bareLetters = Array(
        ("AAAAAA.CEEEEIIII.NOOOOO.OUUUUY.saaaaaa.ceeeeiiiidnooooo.ouuuuyty"
            + "AaAaAaCcCcCcCcDdDdEeEeEeEeEeGgGgGgGgHhHhIiIiIiIiIi..JjKk.LlLlLl."
            + ".LlNnNnNn...OoOoOo..RrRrRrSsSsSsSsTtTt..UuUuUuUuUuUuWwYyYZzZzZzs").utf8)

    /// A kana as hiragana without a voicing mark.
    private static func bareKana(_ value: UInt32) -> UInt32 {
        let kana = value &- 0x30A1 < 0x56 ? value - 0x60 : value
        switch kana {
        case 0x304B...0x3062: return kana - (kana - 0x304B) % 2
        case 0x3064...0x3069: return kana - kana % 2
        case 0x306F...0x307D: return kana - (kana - 0x306F) % 3
        case 0x3094: return 0x3046
        default: return kana
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

    /// Whether the unit at an index is kana or a Korean syllable; false outside the line.
    func isSyllable(_ index: Int) -> Bool {
        letters.indices.contains(index) && letters[index] == Class.letter
            && (units[index] &- 0x3041 < 0xBE || units[index] &- 0xAC00 < 0x2BA4)
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
