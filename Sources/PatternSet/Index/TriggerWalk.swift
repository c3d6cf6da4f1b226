/// The second walk of a search: from the literals of a text to the patterns they lead to.
struct TriggerWalk {
    private let triggerStarts: UnsafePointer<UInt32>
    private let triggers: UnsafePointer<UInt32>
    private let postingStarts: UnsafePointer<UInt32>
    private let postings: UnsafePointer<IndexTables.Posting>
    private let programs: UnsafePointer<UInt32>
    private let signature: Signature
    private let reader: ProgramReader
    private let candidates: CandidateBits.Writer

    /// Where every character of the text starts, nil where that is not known.
    private let starts: UnsafePointer<UInt32>?

    /// A bit for each trigger that was met, and the list of those.
    private let isMet: UnsafeMutablePointer<UInt64>
    private let met: UnsafeMutablePointer<UInt32>
    private var metCount = 0

    init(
        _ tables: IndexTables, _ signature: Signature, _ reader: ProgramReader, _ candidates: CandidateBits.Writer,
        starts: UnsafePointer<UInt32>?, isMet: UnsafeMutablePointer<UInt64>, met: UnsafeMutablePointer<UInt32>
    ) {
        triggerStarts = tables.triggerStarts.base
        triggers = tables.triggers.base
        postingStarts = tables.postingStarts.base
        postings = tables.postings.base
        programs = tables.programs.base
        self.signature = signature
        self.reader = reader
        self.candidates = candidates
        self.starts = starts
        self.isMet = isMet
        self.met = met
    }

    /// Looks at the patterns of every trigger that a literal meets for the first time.
    @inline(__always)
    mutating func follow(_ literal: Int) {
        let last = triggers + Int(triggerStarts[literal &+ 1])
        var trigger = triggers + Int(triggerStarts[literal])
        while trigger < last {
            if meetFirst(trigger.pointee) { look(at: Int(truncatingIfNeeded: trigger.pointee)) }
            trigger += 1
        }
    }

    /// Forgets the triggers that were met.
    func finish() {
        for number in 0..<metCount { isMet[Int(met[number] &>> 6)] = 0 }
    }

    /// Whether a clause is met for the first time.
    @inline(__always)
    private mutating func meetFirst(_ clause: UInt32) -> Bool {
        let word = Int(truncatingIfNeeded: clause &>> 6)
        let bit: UInt64 = 1 &<< UInt64(clause & 63)
        guard isMet[word] & bit == 0 else { return false }
        isMet[word] |= bit
        met[metCount] = clause
        metCount &+= 1
        return true
    }

    /// Keeps those patterns of a trigger whose other clauses are met in order.
    @inline(__always)
    private func look(at trigger: Int) {
        var posting = postings + Int(truncatingIfNeeded: postingStarts[trigger])
        let last = postings + Int(truncatingIfNeeded: postingStarts[trigger &+ 1])
        while posting < last {
            if posting.pointee.signature.meets(signature) {
                consider(posting.pointee.program, Int(truncatingIfNeeded: posting.pointee.pattern))
            }
            posting += 1
        }
    }

    @inline(__always)
    private func consider(_ program: UInt32, _ pattern: Int) {
        var found = MatchStarts.anywhere
        if program != IndexPlan.none {
            guard let places = reader.run(programs + Int(truncatingIfNeeded: program)) else { return }
            found = places
        }
        candidates.insert(pattern, starts.map { found.bytes($0) } ?? .anywhere)
    }
}
