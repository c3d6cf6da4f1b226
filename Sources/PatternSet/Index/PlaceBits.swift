/// Sets of places in a text as rows of bits, one for each character, the first in the lowest bit.
///
/// A row moves to the left: from where a literal starts to where the one before it may end, and on to where that
/// starts.
enum PlaceBits {
    typealias Row = UnsafeMutablePointer<UInt64>

    /// The places of a text that fits into one number that lie before some others by `least` to `most` characters.
    @inline(__always)
    static func moved<Places: FixedWidthInteger & UnsignedInteger>(
        _ row: Places, by least: Int, upTo most: Int
    ) -> Places {
        // Shifting by the number's width or more gives 0, as it should.
        var moved = row >> least
        if most - least >= Places.bitWidth - 1 { return fill(moved) }
        var covered = 0
        while covered < most - least {
            let step = min(covered + 1, most - least - covered)
            moved |= moved &>> Places(truncatingIfNeeded: step)
            covered += step
        }
        return moved
    }

    /// Every place up to the last one.
    @inline(__always)
    private static func fill<Places: FixedWidthInteger & UnsignedInteger>(_ row: Places) -> Places {
        row == 0 ? 0 : .max &>> Places(truncatingIfNeeded: row.leadingZeroBitCount)
    }

    /// Replaces the places of a row by those that lie before them by at least `least` characters and at most `most`.
    static func move(_ row: Row, by least: Int, upTo most: Int?, words: Int) {
        shift(row, by: least, words: words)
        guard let most, most - least < 64 * words else { return fill(row, words: words) }
        // Doubling the width of what is covered takes a step for each bit of the distance.
        var covered = 0
        while covered < most - least {
            let step = min(covered + 1, most - least - covered)
            for word in 0..<words { row[word] |= bits(of: row, movedBy: step, word, words) }
            covered += step
        }
    }

    /// One word of a row that was moved to the left by some characters.
    ///
    /// It is made of words at or behind its own, so that a row can be replaced from its first word on.
    @inline(__always)
    static func bits(of row: UnsafePointer<UInt64>, movedBy distance: Int, _ word: Int, _ words: Int) -> UInt64 {
        let source = word + distance >> 6
        let shift = UInt64(distance & 63)
        guard source < words else { return 0 }
        var bits = row[source] &>> shift
        if shift > 0, source + 1 < words { bits |= row[source + 1] &<< (64 - shift) }
        return bits
    }

    private static func shift(_ row: Row, by distance: Int, words: Int) {
        guard distance > 0 else { return }
        for word in 0..<words { row[word] = bits(of: row, movedBy: distance, word, words) }
    }

    /// Adds every place before the last one.
    private static func fill(_ row: Row, words: Int) {
        guard let last = (0..<words).last(where: { row[$0] != 0 }) else { return }
        row[last] = fill(row[last])
        for word in 0..<last { row[word] = .max }
    }
}
