extension PatternIndex {
    /// The numbers of an index, to be kept and had again.
    public struct Record: Sendable {
        /// The literals, one behind the other.
        public var literals: [UInt8]
        /// Eight lists of numbers.
        public var numbers: [[UInt32]]

        /// Puts a record together as it was written.
        public init(literals: [UInt8], numbers: [[UInt32]]) {
            self.literals = literals
            self.numbers = numbers
        }
    }

    /// What to keep of the index.
    public var record: Record {
        Record(
            literals: tables.plan.literals.bytes,
            numbers: [
                tables.plan.literals.starts, tables.plan.clauses.starts, tables.plan.clauses.numbers,
                tables.plan.triggers, tables.plan.steps.starts,
                tables.plan.steps.numbers, tables.plan.masks.starts, tables.plan.masks.numbers,
            ])
    }

    /// The index of a record, nil where its numbers do not fit together; whether it belongs to the patterns, the caller
    /// knows.
    public init?(_ record: Record) {
        guard record.numbers.count == 8,
            let literals = LiteralList(bytes: record.literals, starts: record.numbers[0]),
            let clauses = NumberLists(
                checking: record.numbers[1], numbers: record.numbers[2], bound: literals.count),
            let steps = NumberLists(checking: record.numbers[4], numbers: record.numbers[5]),
            let masks = NumberLists(checking: record.numbers[6], numbers: record.numbers[7])
        else { return nil }
        let plan = IndexPlan(
            literals: literals, clauses: clauses, triggers: record.numbers[3], steps: steps, masks: masks)
        guard plan.isWhole else { return nil }
        self.init(plan)
    }
}

extension IndexPlan {
    /// Whether all numbers point at something.
    fileprivate var isWhole: Bool {
        guard steps.count == count, masks.count == count,
            triggers.allSatisfy({ $0 == Self.none || $0 < UInt32(clauses.count) })
        else { return false }
        return (0..<count).allSatisfy { pattern in
            steps[pattern].count % 3 == 0 && masks[pattern].count % 4 == 0 && areWhole(steps[pattern])
        }
    }

    private func areWhole(_ range: Range<Int>) -> Bool {
        stride(from: range.lowerBound, to: range.upperBound, by: 3).allSatisfy { place in
            steps.numbers[place] >> 1 < UInt32(clauses.count) && steps.numbers[place + 1] <= 1 << 24
                && (steps.numbers[place + 2] <= 1 << 24 || steps.numbers[place + 2] == Self.none)
        }
    }
}
