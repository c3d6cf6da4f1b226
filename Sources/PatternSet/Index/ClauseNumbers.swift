/// Gives every clause a number, the same one for the same literals.
struct ClauseNumbers {
    private(set) var literals = LiteralNumbers()

    /// The literals of each clause, ascending, each once.
    private(set) var numbers: [UInt32] = []
    private(set) var starts: [UInt32] = [0]

    /// Numbers plus one, by the hash of their clauses, which stands in the upper half; 0 is vacant.
    private var slots = [UInt64](repeating: 0, count: 1 << 10)

    /// Large sets that stand in several patterns, by what they are known by there.
    private var shared: [Int: Shared] = [:]

    private struct Shared {
        let number: UInt32
        let preference: LiteralSet.Preference?
    }

    /// Sets below this are numbered as quickly as they are found.
    private static let shareLimit = 16

    /// How many clauses there are.
    var count: Int { starts.count - 1 }

    /// The number of a clause.
    mutating func number(of set: LiteralSet, in pool: LiteralPool) -> UInt32 {
        share(set, in: pool)?.number ?? find(set, in: pool)
    }

    /// Which member of a set is tried first where several stand at one place.
    mutating func preference(of set: LiteralSet, in pool: LiteralPool) -> LiteralSet.Preference? {
        if let shared = share(set, in: pool) { shared.preference } else { pool.preference(of: set) }
    }

    /// What is known of a large set that may stand elsewhere too; nil of others.
    private mutating func share(_ set: LiteralSet, in pool: LiteralPool) -> Shared? {
        guard set.count >= Self.shareLimit, let identity = set.identity else { return nil }
        if let known = shared[identity] { return known }
        let new = Shared(number: find(set, in: pool), preference: pool.preference(of: set))
        shared[identity] = new
        return new
    }

    private mutating func find(_ set: LiteralSet, in pool: LiteralPool) -> UInt32 {
        let start = numbers.count
        for literal in set.members { numbers.append(literals.number(of: pool.bytes, pool.range(literal))) }
        sortTail(from: start)
        return closeClause(from: start)
    }

    /// Sorts the numbers behind a place and drops those that stand twice.
    private mutating func sortTail(from start: Int) {
        if numbers.count - start > Self.shareLimit { numbers[start...].sort() } else { insertTail(from: start) }
        var kept = start
        for index in start..<numbers.count where index == start || numbers[index] != numbers[kept - 1] {
            numbers[kept] = numbers[index]
            kept += 1
        }
        numbers.removeLast(numbers.count - kept)
    }

    /// Sorts the numbers behind a place where they are few.
    private mutating func insertTail(from start: Int) {
        for next in numbers.indices.dropFirst(start + 1) {
            let number = numbers[next]
            var place = next
            while place > start, numbers[place - 1] > number {
                numbers[place] = numbers[place - 1]
                place -= 1
            }
            numbers[place] = number
        }
    }

    /// Makes a clause of the numbers behind a place, unless there is one like it.
    private mutating func closeClause(from start: Int) -> UInt32 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for index in start..<numbers.count { hash = (hash ^ UInt64(numbers[index])) &* 0x9E37_79B9_7F4A_7C15 }
        hash = (hash ^ hash << 32) & ~0xFFFF_FFFF
        var slot = Int(truncatingIfNeeded: hash >> 32) & (slots.count - 1)
        while slots[slot] != 0 {
            let number = Int(slots[slot] & 0xFFFF_FFFF) - 1
            if slots[slot] & ~0xFFFF_FFFF == hash, isClause(number, from: start) {
                numbers.removeLast(numbers.count - start)
                return UInt32(number)
            }
            slot = (slot + 1) & (slots.count - 1)
        }
        starts.append(UInt32(numbers.count))
        slots[slot] = hash | UInt64(count)
        if 2 * count > slots.count { grow() }
        return UInt32(count - 1)
    }

    private func isClause(_ number: Int, from start: Int) -> Bool {
        let own = Int(starts[number])..<Int(starts[number + 1])
        guard own.count == numbers.count - start else { return false }
        for offset in 0..<own.count where numbers[own.lowerBound + offset] != numbers[start + offset] { return false }
        return true
    }

    private mutating func grow() {
        let old = slots
        slots = [UInt64](repeating: 0, count: 2 * old.count)
        for entry in old where entry != 0 {
            var slot = Int(truncatingIfNeeded: entry >> 32) & (slots.count - 1)
            while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = entry
        }
    }
}
