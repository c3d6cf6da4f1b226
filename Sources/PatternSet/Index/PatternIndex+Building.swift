extension PatternIndex {
    /// Makes the index of patterns with these shapes.
    init(_ shapes: some Sequence<PatternShape>) {
        var builder = IndexBuilder()
        for shape in shapes { builder.add(shape) }
        self = builder.finished()
    }
}

/// Gathers clauses and literals, each once.
private struct IndexBuilder {
    private var needs: [UInt8] = []
    private var clauseNumbers: [ClauseIdentity: Int] = [:]
    private var clauses: [PatternShape.Clause] = []
    private var patternsOfClause: [[UInt32]] = []

    mutating func add(_ shape: PatternShape) {
        let telling = shape.clauses.filter { $0.first?.bytes.isEmpty == false }
        let numbers = Set(telling.prefix(PatternIndex.clauseLimit).map { number(of: $0) })
        for number in numbers { patternsOfClause[number].append(UInt32(needs.count)) }
        needs.append(UInt8(numbers.count))
    }

    func finished() -> PatternIndex {
        let literals = SortedLiterals(clauses.flatMap(\.self))
        var clausesOfLiteral = [[UInt32]](repeating: [], count: literals.count)
        for (number, clause) in clauses.enumerated() {
            for literal in clause {
                guard let index = literals.index(of: literal) else { continue }
                clausesOfLiteral[index].append(UInt32(number))
            }
        }
        return PatternIndex(
            needs: needs, literals: literals, clauses: NumberLists(clausesOfLiteral),
            patterns: NumberLists(patternsOfClause))
    }

    private mutating func number(of clause: PatternShape.Clause) -> Int {
        let identity = ClauseIdentity(clause)
        if let number = clauseNumbers[identity] { return number }
        clauseNumbers[identity] = clauses.count
        clauses.append(clause)
        patternsOfClause.append([])
        return clauses.count - 1
    }
}

/// Tells clauses apart by the memory they share.
///
/// The clauses of one word set are copies of one array, and comparing their words would cost more than all the rest. Two
/// equal clauses in different memory count as two, which is no fault.
private struct ClauseIdentity: Hashable {
    private let address: UnsafeRawPointer?
    private let count: Int

    /// The builder keeps every clause, so that no address is used twice while it works.
    init(_ clause: PatternShape.Clause) {
        address = clause.withUnsafeBufferPointer { UnsafeRawPointer($0.baseAddress) }
        count = clause.count
    }
}
