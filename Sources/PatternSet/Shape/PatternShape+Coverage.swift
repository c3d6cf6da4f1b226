extension PatternShape {
    /// Finds the parts of a match that the pattern's own words account for.
    ///
    /// Replaces the content of `ranges` by byte ranges of the text, ascending, neither overlapping nor touching: their
    /// union is what occurrences of any of the ``literals`` cover that lie wholly inside the match. An opaque shape
    /// covers nothing. A literal of one ASCII letter or digit only counts as a word of its own.
    ///
    /// The text MUST be valid UTF-8, normalised, and the match one that PCRE2 reported for it. Costs some nanoseconds a
    /// character, and no allocation once `ranges` has its capacity.
    public func findCovered(in text: Span<UInt8>, match: Range<Int>, into ranges: inout [Range<Int>]) {
        ranges.removeAll(keepingCapacity: true)
        guard !facts.holdsNoLiteral else { return }
        let table = facts.literalTable
        let limit = min(match.upperBound, text.count)
        var position = match.lowerBound
        while position < limit {
            if let end = table.endOfLongest(at: position, in: text, limit: limit) {
                PatternShape.append(position..<end, to: &ranges)
            }
            position += text.scalar(at: position).length
        }
    }

    /// Adds a range that starts no earlier than the last one.
    private static func append(_ range: Range<Int>, to ranges: inout [Range<Int>]) {
        guard let last = ranges.last, range.lowerBound <= last.upperBound else {
            ranges.append(range)
            return
        }
        ranges[ranges.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
    }
}
