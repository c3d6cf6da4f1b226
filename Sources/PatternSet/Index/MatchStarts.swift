/// Where a match of one pattern may start in a text: at a few places, or anywhere from one on.
///
/// At a few places PCRE2 is asked at each of them and nowhere else: a pattern with hundreds of words is tried at one
/// character and not at all that follow it. Where the match itself is known, PCRE2 is not asked at all.
struct MatchStarts: BitwiseCopyable {
    /// More places than this are not told apart.
    static let limit = 7

    /// Places behind this are not told apart from this one, so a text that is longer has none.
    static let farthest = Int(UInt16.max)

    /// How many places there are; 0 where it is anywhere from the first of them on.
    private(set) var count = 0 as UInt8

    /// Whether the first two places are the ends of the match; there are none to be tried then.
    private var isDecided = false

    private var places = InlineArray<7, UInt16>(repeating: 0)

    private init() {}

    /// Anywhere in the text.
    static let anywhere = MatchStarts()

    /// A match that is known.
    @inline(__always)
    init(match: Range<Int>) {
        isDecided = true
        places[0] = UInt16(truncatingIfNeeded: match.lowerBound)
        places[1] = UInt16(truncatingIfNeeded: match.upperBound)
    }

    /// The match, where it is known.
    @inline(__always)
    var match: Range<Int>? {
        isDecided ? Range(uncheckedBounds: (Int(places[0]), Int(places[1]))) : nil
    }

    /// Before which place no match starts.
    @inline(__always)
    var first: Int { Int(places[0]) }

    /// One of the places.
    @inline(__always)
    subscript(_ index: UInt8) -> Int { Int(places[Int(index)]) }

    /// The places of the bits of a row, nil where there is none.
    @inline(__always)
    init?(_ row: UInt64) {
        guard row != 0 else { return nil }
        add(row, from: 0)
    }

    /// The places of the bits of a row of several words, nil where there is none.
    init?(_ row: PlaceBits.Row, words: Int) {
        for word in 0..<words where row[word] != 0 {
            guard add(row[word], from: word &<< 6) else { return }
        }
        if count == 0 { return nil }
    }

    /// Adds the places of a word's bits; false where they are too many, and then a match may start anywhere from the
    /// first on.
    @inline(__always)
    @discardableResult
    private mutating func add(_ row: UInt64, from start: Int) -> Bool {
        var bits = row
        while bits != 0 {
            guard count < Self.limit else {
                count = 0
                return false
            }
            places[Int(count)] = UInt16(truncatingIfNeeded: start &+ bits.trailingZeroBitCount)
            count &+= 1
            bits &= bits &- 1
        }
        return true
    }

    /// The bytes at which the characters of these places start.
    @inline(__always)
    func bytes(_ starts: UnsafePointer<UInt32>) -> MatchStarts {
        var bytes = self
        let last = isDecided ? 2 : max(Int(count), 1)
        for index in 0..<last {
            bytes.places[index] = UInt16(truncatingIfNeeded: starts[Int(places[index])])
        }
        return bytes
    }
}
