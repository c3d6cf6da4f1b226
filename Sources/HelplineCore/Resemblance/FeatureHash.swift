/// A number for a feature of a text: 32 bits by FNV-1a, <http://www.isthe.com/chongo/tech/comp/fnv/>.
///
/// Two features of a pack's some ten thousand share a number once in many packs; nothing breaks where they do.
struct FeatureHash {
    /// What kind of feature; the same bytes are another feature as another kind.
    enum Kind: UInt8 {
        case word, stem, wordPair, character, characterPair, concept
    }

    private(set) var value: UInt32 = 2_166_136_261

    init(kind: Kind) { add(kind.rawValue) }

    private mutating func add(_ byte: UInt8) { value = (value ^ UInt32(byte)) &* 16_777_619 }

    /// The hash with more bytes.
    func adding(_ bytes: ArraySlice<UInt8>) -> FeatureHash {
        var hash = self
        for byte in bytes { hash.add(byte) }
        return hash
    }
}
