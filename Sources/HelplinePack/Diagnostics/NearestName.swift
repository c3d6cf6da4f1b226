/// The name that somebody probably meant.
public enum NearestName {
    /// The candidate that needs the fewest edits, at most a third, rounded up, of the name's length; nil where none is
    /// that near.
    ///
    /// Costs the product of the lengths for each candidate, so call it for a fault only.
    public static func of(_ name: String, among candidates: some Sequence<String>) -> String? {
        let wanted = Array(name.lowercased().unicodeScalars.prefix(40))
        guard !wanted.isEmpty else { return nil }
        var best: (name: String, distance: Int)?
        for candidate in candidates {
            let scalars = Array(candidate.lowercased().unicodeScalars.prefix(40))
            let bound = min(best.map { $0.distance - 1 } ?? .max, (max(wanted.count, scalars.count) + 2) / 3)
            guard abs(scalars.count - wanted.count) <= bound else { continue }
            let distance = distance(wanted, scalars)
            guard distance <= bound, distance < max(wanted.count, scalars.count) else { continue }
            best = (candidate, distance)
        }
        return best?.name
    }

    /// The number of insertions, deletions, replacements and swaps of neighbours between two texts
    /// (the optimal string alignment distance).
    static func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
        var before: [Int] = []
        var last = Array(0...right.count)
        for (row, scalar) in left.enumerated() {
            var current = [row + 1]
            for (column, other) in right.enumerated() {
                var cost = min(last[column + 1] + 1, current[column] + 1, last[column] + (scalar == other ? 0 : 1))
                if row > 0, column > 0, scalar == right[column - 1], left[row - 1] == other {
                    cost = min(cost, before[column - 1] + 1)
                }
                current.append(cost)
            }
            (before, last) = (last, current)
        }
        return last[right.count]
    }
}
