/// Normalised text as an array of scalars in small letters, each with its place in the bytes.
struct ScalarText {
    /// The scalars, letters folded to small ones.
    let scalars: [UInt32]
    /// The scalars as they were written.
    let written: [UInt32]
    /// The byte offset of each scalar, and the end.
    private let offsets: [Int]

    /// Takes the text apart, or its first `limit` scalars.
    init(_ bytes: [UInt8], limit: Int = .max) {
        var written: [UInt32] = []
        var offsets = [0]
        written.reserveCapacity(min(limit, bytes.count))
        offsets.reserveCapacity(min(limit, bytes.count) + 1)
        var offset = 0
        while offset < bytes.count, written.count < limit {
            let (scalar, length) = bytes.scalar(at: offset)
            offset += length
            written.append(scalar.value)
            offsets.append(offset)
        }
        self.written = written
        self.offsets = offsets
        scalars = written.map(Self.folded)
    }

    /// Takes a word of a vocabulary apart.
    init(word: String) {
        self.init(NormalizedText(word).bytes)
    }

    var count: Int { scalars.count }

    /// A scalar, 0 beyond the ends.
    subscript(index: Int) -> UInt32 {
        index >= 0 && index < scalars.count ? scalars[index] : 0
    }

    /// The bytes of a range of scalars.
    func bytes(_ range: Range<Int>) -> Range<Int> {
        offsets[range.lowerBound]..<offsets[range.upperBound]
    }

    /// A range as it was written.
    func string(_ range: Range<Int>) -> String {
        String(String.UnicodeScalarView(written[range].compactMap(Unicode.Scalar.init)))
    }

    /// Whether the words stand at an index, letter for letter.
    func has(_ words: [UInt32], at index: Int) -> Bool {
        guard index >= 0, index + words.count <= count else { return false }
        for offset in words.indices where scalars[index + offset] != words[offset] { return false }
        return true
    }

    /// The range without spaces and punctuation at its ends.
    var core: Range<Int> {
        var range = 0..<count
        while let first = range.first, !scalars[first].isMeaningful { range.removeFirst() }
        while let last = range.last, !scalars[last].isMeaningful { range = range.dropLast() }
        return range
    }

    private static func folded(_ value: UInt32) -> UInt32 {
        if value < 0x80 { return value.isCapital ? value + 0x20 : value }
        guard let scalar = Unicode.Scalar(value), !scalar.isHan else { return value }
        let small = scalar.properties.lowercaseMapping.unicodeScalars
        return small.count == 1 ? small[small.startIndex].value : value
    }
}

extension UInt32 {
    /// Whether this is one of `A`…`Z`.
    var isCapital: Bool { self &- 0x41 < 26 }
    /// Whether this is one of `A`…`Z` and `a`…`z`.
    var isLetter: Bool { (self | 0x20) &- 0x61 < 26 }
    /// Whether this is one of `0`…`9`.
    var isDigit: Bool { self &- 0x30 < 10 }
    /// Whether this is an ASCII letter or digit.
    var isAlphanumeric: Bool { isLetter || isDigit }
    /// Whether this is a letter, a digit or a Han character.
    var isMeaningful: Bool { Unicode.Scalar(self)?.isMeaningful ?? false }
    /// Whether this is a Han character.
    var isHan: Bool { Unicode.Scalar.isHan(self) }

    /// The scalar of a literal.
    static func of(_ scalar: Unicode.Scalar) -> UInt32 { scalar.value }
}
