/// Which literals of each large clause occur: a word set stands in hundreds of patterns, and is looked at once.
struct LargeClauses: ~Copyable {
    /// A literal of a clause that occurs.
    private struct Member: BitwiseCopyable {
        var index: UInt32
        var next: UInt32
    }

    private var heads = ScratchBuffer<UInt32>(capacity: 16, filler: FoundLiterals.none)
    private var members = ScratchBuffer<Member>(capacity: 64, filler: Member(index: 0, next: FoundLiterals.none))
    private var clauses = ScratchBuffer<UInt32>(capacity: 64, filler: 0)
    private var count = 0

    /// Forgets the text before and makes room for so many clauses.
    mutating func reset(count clauseCount: Int) {
        for index in 0..<count { heads[Int(clauses[index])] = FoundLiterals.none }
        count = 0
        heads.reserve(clauseCount)
    }

    /// Notes that the literal of an index occurs, which is one of a clause's.
    mutating func insert(_ index: Int, of clause: UInt32) {
        members.reserve(count + 1)
        clauses.reserve(count + 1)
        members[count] = Member(index: UInt32(index), next: heads[Int(clause)])
        clauses[count] = clause
        heads[Int(clause)] = UInt32(count)
        count += 1
    }

    /// Whether any literal of a clause occurs.
    @inline(__always)
    func isMet(_ clause: UInt32) -> Bool { heads[Int(clause)] != FoundLiterals.none }

    /// Reports the indices of the literals of a clause that occur.
    @inline(__always)
    func forEach(of clause: UInt32, _ body: (Int) -> Void) {
        var member = heads[Int(clause)]
        while member != FoundLiterals.none {
            body(Int(members[Int(member)].index))
            member = members[Int(member)].next
        }
    }
}
