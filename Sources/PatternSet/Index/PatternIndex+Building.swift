extension PatternIndex {
    /// Makes the index of patterns with these shapes.
    init(_ shapes: some Sequence<PatternShape>) {
        var builder = IndexBuilder()
        for shape in shapes { builder.add(shape) }
        self.init(builder.finished())
    }
}

/// Gathers what patterns need, pattern by pattern, so that no shape has to be kept.
struct IndexBuilder {
    /// Clauses of one pattern beyond this are not asked for.
    static let clauseLimit = 64

    private var clauses = ClauseNumbers()

    /// The clauses of each pattern, those of its items first, in their order.
    private var needed: [UInt32] = []
    private var neededStarts: [UInt32] = [0]

    /// How many of the clauses are items, the gaps before each of them, least and most, and the marks of each.
    private var orderedCounts: [UInt32] = []
    private var gaps: [UInt32] = []
    private var marks: [UInt32] = []

    /// The patterns that are decided by whether their clauses are met.
    private var decidedByClauses: Set<Int> = []

    private var maskNumbers: [UInt32] = []
    private var maskStarts: [UInt32] = [0]

    /// Adds the next pattern.
    mutating func add(_ shape: PatternShape) {
        let facts = shape.facts
        let start = needed.count
        let strong = facts.clauses.count { !$0.isWeak }
        if strong == 0 {
            // One weak clause is better than none; the order of more of them would be looked at for nothing.
            if let best = ShapeNode(clauses: facts.clauses, width: .zero).bestClause, !best.hasEmpty {
                add(best, of: facts)
            } else {
                orderedCounts.append(0)
            }
        } else {
            addItems(of: facts, marks: plainMarks(of: facts))
            if case .all? = facts.plainForm, strong == facts.clauses.count, strong <= Self.clauseLimit {
                decidedByClauses.insert(neededStarts.count - 1)
            }
            orderedCounts.append(UInt32(needed.count - start))
            addUnordered(of: facts, behind: start)
        }
        neededStarts.append(UInt32(needed.count))
        for mask in facts.masks.prefix(4) { maskNumbers += mask.numbers }
        maskStarts.append(UInt32(maskNumbers.count))
    }

    /// Adds the clauses that are none of the items; those of the pattern start there.
    private mutating func addUnordered(of facts: ShapeFacts, behind start: Int) {
        let ordered = facts.items.prefix(Self.clauseLimit)
        var count = 0
        for set in facts.clauses where !set.isWeak && count < Self.clauseLimit {
            count += 1
            if ordered.contains(where: { $0.isCopy(of: set) }) { continue }
            let clause = clauses.number(of: set, in: facts.pool)
            if !needed[start...].contains(clause) { needed.append(clause) }
        }
    }

    /// Adds a clause as the only one, with its distance from the start of a match where that is known.
    private mutating func add(_ clause: LiteralSet, of facts: ShapeFacts) {
        needed.append(clauses.number(of: clause, in: facts.pool))
        guard let place = facts.items.firstIndex(where: { $0.isCopy(of: clause) }) else {
            return orderedCounts.append(0)
        }
        let lead = facts.items[..<place].reduce(facts.lead) { $0 + $1.width }
        orderedCounts.append(1)
        addGap(lead, marks: [])
    }

    private mutating func addGap(_ gap: CharacterWidth, marks: PlainForm.Marks) {
        gaps.append(UInt32(gap.minimum))
        gaps.append(gap.maximum.map { UInt32($0) } ?? IndexPlan.none)
        self.marks.append(marks.rawValue)
    }

    /// The marks of each literal item of a pattern that can be decided without PCRE2; empty for others.
    ///
    /// All texts have to be looked for, and where several stand at one place it has to be known which is tried first.
    private mutating func plainMarks(of facts: ShapeFacts) -> [PlainForm.Marks] {
        guard case .order(var steps)? = facts.plainForm, facts.isBounded else { return [] }
        var step = 0
        for case .literals(let set) in facts.items {
            guard !set.isWeak, let preference = clauses.preference(of: set, in: facts.pool) else { return [] }
            if preference == .shorter { steps[step].insert(.prefersShorter) }
            step += 1
        }
        return steps
    }

    /// Adds the literals at the top level, each with the distance from the one before, the first with that from the
    /// start of a match; weak ones count as gaps.
    private mutating func addItems(of facts: ShapeFacts, marks: [PlainForm.Marks]) {
        var gap = facts.lead
        var count = 0
        for item in facts.items where count < Self.clauseLimit {
            switch item {
            case .gap(let width): gap = gap + width
            case .literals(let set) where set.isWeak: gap = gap + set.width
            case .literals(let set):
                needed.append(clauses.number(of: set, in: facts.pool))
                addGap(gap, marks: marks.isEmpty ? [] : marks[count])
                gap = .zero
                count += 1
            }
        }
    }

    /// The plan of all patterns that were added.
    func finished() -> IndexPlan {
        let costs = clauseCosts()
        var triggers: [UInt32] = []
        triggers.reserveCapacity(orderedCounts.count)
        var steps: [UInt32] = []
        var stepStarts: [UInt32] = [0]
        var firstOrdered = 0
        for pattern in orderedCounts.indices {
            let ownMarks: PlainForm.Marks = decidedByClauses.contains(pattern) ? .isPlain : []
            let clauses = Int(neededStarts[pattern])..<Int(neededStarts[pattern + 1])
            let ordered = Int(orderedCounts[pattern])
            let trigger = clauses.min { costs[Int(needed[$0])] < costs[Int(needed[$1])] }.map { needed[$0] }
            triggers.append(trigger ?? IndexPlan.none)
            for (index, place) in clauses.enumerated() {
                let isOrdered = index < ordered
                if isOrdered || needed[place] != trigger {
                    let item = firstOrdered + index
                    IndexPlan.Step.write(
                        clause: needed[place], isOrdered: isOrdered, marks: isOrdered ? marks[item] : ownMarks.rawValue,
                        gap: isOrdered ? (gaps[2 * item], gaps[2 * item + 1]) : (0, IndexPlan.none), to: &steps)
                }
            }
            stepStarts.append(UInt32(steps.count))
            firstOrdered += ordered
        }
        return IndexPlan(
            literals: clauses.literals.literals,
            clauses: NumberLists(starts: clauses.starts, numbers: clauses.numbers), triggers: triggers,
            steps: NumberLists(starts: stepStarts, numbers: steps),
            masks: NumberLists(starts: maskStarts, numbers: maskNumbers))
    }

    /// How often each clause is likely to lead to a pattern for nothing: in how many patterns its literals stand, as
    /// a measure of how common they are, and more for short ones, which stand in texts by chance.
    private func clauseCosts() -> [Double] {
        var weights = [Double](repeating: 0, count: clauses.literals.literals.count)
        for clause in needed {
            for index in clauses.starts[Int(clause)]..<clauses.starts[Int(clause) + 1] {
                weights[Int(clauses.numbers[Int(index)])] += 1
            }
        }
        return (0..<clauses.count).map { clause in
            (clauses.starts[clause]..<clauses.starts[clause + 1]).reduce(0) { cost, index in
                let literal = Int(clauses.numbers[Int(index)])
                let length = clauses.literals.literals[literal].count
                let chance: Double = length < 2 ? 2_000 : length < 3 ? 500 : length < 4 ? 40 : 4 / Double(length)
                return cost + weights[literal] + chance
            }
        }
    }
}

extension ShapeItem {
    /// Whether these are the literals of a set of the same pattern.
    fileprivate func isCopy(of set: LiteralSet) -> Bool {
        if case .literals(let own) = self { own.isCopy(of: set) } else { false }
    }

    /// How many characters it takes up.
    fileprivate var width: CharacterWidth {
        switch self {
        case .literals(let set): set.width
        case .gap(let width): width
        }
    }
}

extension LiteralSet {
    /// Whether one of the literals is so short that it stands in texts by chance: one or two letters.
    fileprivate var isWeak: Bool { shortest < 3 }
}
