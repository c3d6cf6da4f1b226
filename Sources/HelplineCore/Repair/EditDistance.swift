/// How far words are from one word: insertions, deletions, replacements and swaps of neighbours (optimal string
/// alignment).
///
/// All cells of a column are computed at once as the bits of a number (H. Hyyrö, “A Bit-Vector Algorithm for Computing
/// Levenshtein and Damerau Edit Distances”, 2003): some nanoseconds a letter.
struct EditDistance {
    /// Where each letter stands in the word, a bit for each place.
    private let places: InlineArray<32, UInt64>
    private let count: Int
    /// The letters that occur in the word.
    private let letters: UInt32

    /// Prepares to measure from a word of small letters, at most 64 of them.
    init(from word: some Collection<UInt8>) {
        var places = InlineArray<32, UInt64>(repeating: 0)
        for (place, letter) in word.prefix(64).enumerated() { places[letter.letterNumber] |= 1 << UInt64(place) }
        (self.places, count, letters) = (places, min(word.count, 64), word.letterSet)
    }

    /// The distance, or nil where it exceeds a limit.
    ///
    /// - Parameters:
    ///   - word: the other word, in small letters.
    ///   - letters: its ``Swift/Collection/letterSet``, which rules most words out by itself.
    ///   - limit: the largest distance of interest.
    func distance(to word: some Collection<UInt8>, letters: UInt32, limit: Int) -> Int? {
        // An edit changes at most two of the letters that occur.
        guard (letters ^ self.letters).nonzeroBitCount <= 2 * limit, abs(word.count - count) <= limit else {
            return nil
        }
        guard count > 0 else { return word.count }
        let last: UInt64 = 1 << UInt64(count - 1)
        var (rises, falls): (UInt64, UInt64) = (.max, 0)
        var (diagonal, before): (UInt64, UInt64) = (0, 0)
        var distance = count
        for letter in word {
            let same = places[letter.letterNumber]
            let swapped = ((~diagonal & same) << 1) & before
            diagonal = (((same & rises) &+ rises) ^ rises) | same | falls | swapped
            var (up, down) = (falls | ~(diagonal | rises), diagonal & rises)
            if up & last != 0 { distance += 1 }
            if down & last != 0 { distance -= 1 }
            (up, down) = (up << 1 | 1, down << 1)
            rises = down | ~(diagonal | up)
            falls = up & diagonal
            before = same
        }
        return distance <= limit ? distance : nil
    }
}

extension Collection<UInt8> {
    /// Which small letters occur, a bit each.
    var letterSet: UInt32 {
        reduce(0) { $0 | ($1 &- 0x61 < 26 ? 1 << UInt32($1 &- 0x61) : 0) }
    }
}

extension UInt8 {
    /// 1…26 for a small letter, 0 for the apostrophe and whatever else.
    fileprivate var letterNumber: Int { self &- 0x61 < 26 ? Int(self &- 0x60) : 0 }
}
