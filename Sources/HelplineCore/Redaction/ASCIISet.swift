/// A set of ASCII characters in two words; asking it costs two instructions.
struct ASCIISet: Sendable {
    private var low: UInt64 = 0
    private var high: UInt64 = 0

    init() {}

    init(_ characters: StaticString) {
        for character in characters.description.utf8 { insert(character) }
    }

    mutating func insert(_ character: UInt8) {
        if character < 64 {
            low |= 1 << UInt64(character)
        } else if character < 128 {
            high |= 1 << UInt64(character - 64)
        }
    }

    func contains(_ character: UInt8) -> Bool {
        character < 64 ? low >> UInt64(character) & 1 == 1 : character < 128 && high >> UInt64(character - 64) & 1 == 1
    }

    /// Whether there is any character of another set in it.
    func contains(anyOf other: ASCIISet) -> Bool { low & other.low != 0 || high & other.high != 0 }

    /// Whether there is a letter in it.
    var hasLetters: Bool { high & 0x07FF_FFFE_07FF_FFFE != 0 }
}
