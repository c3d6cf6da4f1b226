extension LiteralPool {
    /// Sets of more members are sorted to find those that begin alike.
    private static let pairLimit = 12

    /// Which member of a set is tried first where several stand at one place, nil where that is neither always the
    /// longer nor always the shorter.
    func preference(of set: LiteralSet) -> LiteralSet.Preference? {
        guard set.count > 1 else { return .longer }
        var preference: LiteralSet.Preference?
        for (beginning, whole) in set.count <= Self.pairLimit ? nestedPairs(of: set) : nestedInOrder(of: set) {
            let next: LiteralSet.Preference = beginning < whole ? .shorter : .longer
            guard preference ?? next == next else { return nil }
            preference = next
        }
        return preference ?? .longer
    }

    /// The members that are the beginning of another, each with that one.
    private func nestedPairs(of set: LiteralSet) -> [(beginning: Int, whole: Int)] {
        var pairs: [(beginning: Int, whole: Int)] = []
        for one in set.members {
            for other in set.members where range(one).count < range(other).count && isBeginning(one, of: other) {
                pairs.append((one, other))
            }
        }
        return pairs
    }

    /// The same: behind a member come, in the order of their bytes, those that begin with it.
    private func nestedInOrder(of set: LiteralSet) -> [(beginning: Int, whole: Int)] {
        let sorted = set.members.sorted { bytes[range($0)].lexicographicallyPrecedes(bytes[range($1)]) }
        var pairs: [(beginning: Int, whole: Int)] = []
        var beginnings: [Int] = []
        for member in sorted {
            while let last = beginnings.last, !isBeginning(last, of: member) { beginnings.removeLast() }
            for beginning in beginnings where range(beginning).count < range(member).count {
                pairs.append((beginning, member))
            }
            beginnings.append(member)
        }
        return pairs
    }

    private func isBeginning(_ one: Int, of other: Int) -> Bool {
        let (head, whole) = (range(one), range(other))
        guard head.count <= whole.count else { return false }
        for offset in 0..<head.count where bytes[head.lowerBound + offset] != bytes[whole.lowerBound + offset] {
            return false
        }
        return true
    }
}
