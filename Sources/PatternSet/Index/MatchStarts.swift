/// Where a match of one pattern may start in a text: at a few places, or anywhere from one on.
///
/// At a few places PCRE2 is asked at each of them and nowhere else: a pattern with hundreds of words is tried at one
/// character and not at all that follow it.
struct MatchStarts: BitwiseCopyable {
    /// More places than this are not told apart.
    static let limit = 3

    /// How many places there are; 0 where it is anywhere from the first of them on.
    private(set) var count: UInt32 = 0

    private var places: (UInt32, UInt32, UInt32)

    private init(_ first: UInt32) { places = (first, 0, 0) }

    /// Anywhere from a place on.
    @inline(__always)
    static func anywhere(from first: UInt32 = 0) -> MatchStarts { MatchStarts(first) }

    /// Before which place no match starts.
    @inline(__always)
    var first: UInt32 { places.0 }

    /// One of the places.
    @inline(__always)
    subscript(_ index: UInt32) -> UInt32 { index == 0 ? places.0 : index == 1 ? places.1 : places.2 }

    /// The places of the bits of a row, nil where there is none.
    @inline(__always)
    init?(_ row: UInt64) {
        guard row != 0 else { return nil }
        self.init(UInt32(truncatingIfNeeded: row.trailingZeroBitCount))
        let second = row & row &- 1
        let third = second & second &- 1
        guard third & third &- 1 == 0 else { return }
        places.1 = UInt32(truncatingIfNeeded: second.trailingZeroBitCount)
        places.2 = UInt32(truncatingIfNeeded: third.trailingZeroBitCount)
        count = third != 0 ? 3 : second != 0 ? 2 : 1
    }

    /// The places of the bits of a row of several words, nil where there is none.
    init?(_ row: PlaceBits.Row, words: Int) {
        guard let lowest = (0..<words).first(where: { row[$0] != 0 }) else { return nil }
        self.init(UInt32(lowest << 6 + row[lowest].trailingZeroBitCount))
        var found: UInt32 = 0
        for word in lowest..<words {
            var bits = row[word]
            while bits != 0 {
                guard found < Self.limit else { return }
                set(found, UInt32(word << 6 + bits.trailingZeroBitCount))
                bits &= bits &- 1
                found += 1
            }
        }
        count = found
    }

    private mutating func set(_ index: UInt32, _ place: UInt32) {
        switch index {
        case 0: places.0 = place
        case 1: places.1 = place
        default: places.2 = place
        }
    }

    /// The bytes at which the characters of these places start.
    @inline(__always)
    func bytes(_ starts: UnsafePointer<UInt32>) -> MatchStarts {
        var bytes = self
        bytes.places.0 = starts[Int(places.0)]
        if count > 1 { bytes.places.1 = starts[Int(places.1)] }
        if count > 2 { bytes.places.2 = starts[Int(places.2)] }
        return bytes
    }
}
