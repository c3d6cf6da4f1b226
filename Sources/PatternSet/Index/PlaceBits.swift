/// Sets of places in a text as rows of bits, one for each character and one for the end, the first in the lowest bit.
enum PlaceBits {
    typealias Row = UnsafeMutablePointer<UInt64>

    /// Adds the places of one row that are also in another, moved to the right by some characters, to a third.
    @inline(__always)
    static func add(
        _ places: UnsafePointer<UInt64>, among allowed: Row? = nil, movedBy distance: Int, to row: Row, words: Int
    ) {
        let skipped = distance >> 6
        let shift = UInt64(distance & 63)
        var carried: UInt64 = 0
        for word in 0..<max(words - skipped, 0) {
            let bits = places[word] & (allowed?[word] ?? .max)
            row[word + skipped] |= bits << shift | carried
            carried = shift > 0 ? bits >> (64 - shift) : 0
        }
    }

    /// The places of a text of less than 64 characters that lie behind some others by `least` to `most` characters.
    @inline(__always)
    static func moved(_ row: UInt64, by least: Int, upTo most: Int) -> UInt64 {
        // Shifting by 64 or more gives 0, as it should.
        var moved = row << least
        guard most - least < 63 else { return moved == 0 ? 0 : 0 &- (moved & (0 &- moved)) }
        var covered = 0
        while covered < most - least {
            let step = min(covered + 1, most - least - covered)
            moved |= moved << step
            covered += step
        }
        return moved
    }

    /// Replaces the places of a row by those that lie behind them by at least `least` characters and at most `most`.
    static func move(_ row: Row, by least: Int, upTo most: Int?, words: Int) {
        shift(row, by: least, words: words)
        guard let most, most - least < 64 * words else { return fill(row, words: words) }
        // Doubling the width of what is covered takes a step for each bit of the distance.
        var covered = 0
        while covered < most - least {
            let step = min(covered + 1, most - least - covered)
            spread(row, by: step, words: words)
            covered += step
        }
    }

    /// Moves all places to the right; what leaves the row is gone.
    private static func shift(_ row: Row, by distance: Int, words: Int) {
        guard distance > 0 else { return }
        let skipped = distance >> 6
        let shift = UInt64(distance & 63)
        for word in stride(from: words - 1, through: 0, by: -1) {
            var bits: UInt64 = 0
            if word >= skipped { bits = row[word - skipped] << shift }
            if shift > 0, word > skipped { bits |= row[word - skipped - 1] >> (64 - shift) }
            row[word] = bits
        }
    }

    /// Adds all places moved to the right; from the last word on, so that what is read was not changed yet.
    private static func spread(_ row: Row, by distance: Int, words: Int) {
        let skipped = distance >> 6
        let shift = UInt64(distance & 63)
        guard skipped < words else { return }
        for word in stride(from: words - 1, through: skipped, by: -1) {
            var bits = row[word - skipped] << shift
            if shift > 0, word > skipped { bits |= row[word - skipped - 1] >> (64 - shift) }
            row[word] |= bits
        }
    }

    /// Adds every place behind the first one.
    private static func fill(_ row: Row, words: Int) {
        guard let first = (0..<words).first(where: { row[$0] != 0 }) else { return }
        row[first] |= 0 &- (row[first] & (0 &- row[first]))
        for word in (first + 1)..<max(words, first + 1) { row[word] = .max }
    }
}
