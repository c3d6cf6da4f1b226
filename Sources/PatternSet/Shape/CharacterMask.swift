/// Some of the ASCII characters, as a bit for each.
struct CharacterMask: BitwiseCopyable, Sendable, Hashable {
    var low: UInt64 = 0
    var high: UInt64 = 0

    /// `\d` without `PCRE2_UCP`.
    static let digits = CharacterMask(0x30...0x39)

    /// `\w` without `PCRE2_UCP`, folded: digits, small letters and the underscore.
    static let wordCharacters = CharacterMask(0x30...0x39).union(CharacterMask(0x61...0x7A))
        .union(CharacterMask(0x5F...0x5F))

    /// `\s` without `PCRE2_UCP`.
    static let spaces = CharacterMask(0x09...0x0D).union(CharacterMask(0x20...0x20))

    init() {}

    /// The folded characters of a range of ASCII.
    init(_ range: ClosedRange<UInt32>) {
        for scalar in range { insert(CaseClasses.representative(of: scalar)) }
    }

    /// Adds an ASCII character.
    mutating func insert(_ scalar: UInt32) {
        if scalar < 64 { low |= 1 << UInt64(scalar) } else { high |= 1 << UInt64(scalar & 63) }
    }

    func union(_ other: CharacterMask) -> CharacterMask {
        var union = self
        union.low |= other.low
        union.high |= other.high
        return union
    }

    /// Whether a character is in both.
    func meets(_ other: CharacterMask) -> Bool { low & other.low | high & other.high != 0 }

    /// How many characters there are.
    var count: Int { low.nonzeroBitCount + high.nonzeroBitCount }
}
