/// How far two words are apart: insertions, deletions, replacements and swaps of neighbours (optimal string alignment).
enum EditDistance {
    /// The distance, or nil where it exceeds a limit.
    ///
    /// Costs the product of the lengths; callers give words of at most 20 letters.
    static func between(_ one: [UInt8], _ other: [UInt8], limit: Int) -> Int? {
        guard abs(one.count - other.count) <= limit else { return nil }
        var beforeLast: [Int] = []
        var last = Array(0...other.count)
        for row in one.indices {
            var line = [row + 1]
            for column in other.indices {
                var best = min(last[column + 1] + 1, line[column] + 1)
                best = min(best, last[column] + (one[row] == other[column] ? 0 : 1))
                if row > 0, column > 0, one[row] == other[column - 1], one[row - 1] == other[column] {
                    best = min(best, beforeLast[column - 1] + 1)
                }
                line.append(best)
            }
            guard line.contains(where: { $0 <= limit }) else { return nil }
            (beforeLast, last) = (last, line)
        }
        return last[other.count] <= limit ? last[other.count] : nil
    }
}
