extension PatternIndex {
    /// The arrays of an index, to be kept and had again.
    public struct Record: Sendable {
        /// How many clauses each pattern needs.
        public var needs: [UInt8]
        /// The literals, one behind the other.
        public var literals: [UInt8]
        /// Five lists of numbers.
        public var numbers: [[UInt32]]

        /// Puts a record together as it was written.
        public init(needs: [UInt8], literals: [UInt8], numbers: [[UInt32]]) {
            self.needs = needs
            self.literals = literals
            self.numbers = numbers
        }
    }

    /// What to keep of the index.
    public var record: Record {
        Record(
            needs: needs, literals: literals.bytes,
            numbers: [literals.starts, clauses.starts, clauses.numbers, patterns.starts, patterns.numbers])
    }

    /// The index of a record, nil where its numbers do not fit together; whether it belongs to the patterns, the caller
    /// knows.
    public init?(_ record: Record) {
        guard record.numbers.count == 5,
            let literals = SortedLiterals(bytes: record.literals, starts: record.numbers[0]),
            let patterns = NumberLists(
                starts: record.numbers[3], numbers: record.numbers[4], bound: record.needs.count),
            let clauses = NumberLists(
                starts: record.numbers[1], numbers: record.numbers[2], bound: patterns.count),
            clauses.count == literals.count
        else { return nil }
        self.init(needs: record.needs, literals: literals, clauses: clauses, patterns: patterns)
    }
}
