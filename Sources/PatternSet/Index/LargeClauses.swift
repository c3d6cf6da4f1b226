/// Which literals of each large clause occur: a word set stands in hundreds of patterns, and is looked at once.
struct LargeClauses: ~Copyable {
    /// A literal of a clause that occurs.
    fileprivate struct Member: BitwiseCopyable {
        var index: UInt32
        var next: UInt32
        var clause: UInt32
    }

    private var heads = ScratchBuffer<UInt32>(capacity: 16, filler: FoundLiterals.none)
    private var members = ScratchBuffer<Member>(
        capacity: 64, filler: Member(index: 0, next: FoundLiterals.none, clause: 0))
    private var count = 0

    /// Forgets the text before and makes room for so many clauses.
    mutating func reset(count clauseCount: Int) {
        for index in 0..<count { heads[Int(members[index].clause)] = FoundLiterals.none }
        count = 0
        heads.reserve(clauseCount)
    }

    /// Notes that the literal of an index occurs, which is one of a clause's.
    mutating func insert(_ index: Int, of clause: UInt32) {
        members.reserve(count + 1)
        members[count] = Member(index: UInt32(index), next: heads[Int(clause)], clause: clause)
        heads[Int(clause)] = UInt32(count)
        count += 1
    }

    /// The clauses, for reading until the next change.
    var view: View { View(heads: heads.base, members: members.base) }

    /// What a walk reads, in plain addresses.
    struct View {
        fileprivate let heads: UnsafeMutablePointer<UInt32>
        fileprivate let members: UnsafeMutablePointer<Member>

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
}
