/// The buffers of one search, kept from message to message.
struct IndexScratch {
    /// The folded text.
    private var folded: [UInt8] = []
    /// Which clauses are met.
    private var isMet: [Bool] = []
    /// How many clauses each pattern lacks; the candidates are those that lack none.
    private(set) var lacks: [UInt8] = []

    /// Finds out which patterns lack something for this text, which MUST be valid UTF-8.
    ///
    /// Allocates nothing once the buffers are large enough.
    mutating func find(_ text: Span<UInt8>, in index: PatternIndex) {
        folded.removeAll(keepingCapacity: true)
        CaseClasses.fold(text, into: &folded)
        isMet.removeAll(keepingCapacity: true)
        isMet.append(contentsOf: repeatElement(false, count: index.clauseCount))
        lacks.removeAll(keepingCapacity: true)
        lacks.append(contentsOf: index.needs)
        let folded = folded
        for position in folded.indices where folded[position] & 0xC0 != 0x80 {
            index.literals.forEach(at: position, of: folded.span) { meet(literal: $0, in: index) }
        }
    }

    private mutating func meet(literal: Int, in index: PatternIndex) {
        for place in index.clauses[literal] {
            let clause = Int(index.clauses.numbers[place])
            if isMet[clause] { continue }
            isMet[clause] = true
            for place in index.patterns[clause] { lacks[Int(index.patterns.numbers[place])] &-= 1 }
        }
    }
}
