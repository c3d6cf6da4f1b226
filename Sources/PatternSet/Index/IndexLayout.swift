/// Lays out a plan as the arrays that a search walks through.
struct IndexLayout {
    private let plan: IndexPlan
    let scanner: LiteralScanner
    private(set) var signatureBits: [UInt8] = []
    private(set) var triggerStarts: [UInt32] = []
    private(set) var triggers: [UInt32] = []
    private(set) var postingStarts: [UInt32] = []
    private(set) var postings: [IndexTables.Posting] = []
    private(set) var programs: [UInt32] = []
    private(set) var largeStarts: [UInt32] = []
    private(set) var largeClauses: [UInt32] = []
    private(set) var largeCount = 0
    private(set) var always: [IndexTables.Always] = []

    /// The new number of each literal by its old one.
    private var rank: [UInt32]

    /// The number of each large clause among them, by its clause.
    private var largeNumbers: [UInt32]

    /// In how many steps of patterns each literal stands, by its old number.
    private var weights: [UInt32]

    init(_ plan: IndexPlan) {
        self.plan = plan
        var order: [UInt32] = []
        scanner = LiteralScanner(plan.literals, order: &order)
        rank = [UInt32](repeating: 0, count: order.count)
        for (new, old) in order.enumerated() { rank[Int(old)] = UInt32(new) }
        largeNumbers = [UInt32](repeating: IndexPlan.none, count: plan.clauses.count)
        weights = [UInt32](repeating: 0, count: order.count)
    }

    /// Fills the arrays.
    mutating func layOut() {
        weigh()
        chooseSignatureBits()
        numberLargeClauses()
        layOutPostings()
        layOutAlways()
    }

    /// Counts the steps that each literal stands in; the trigger is a step too where there are others.
    private mutating func weigh() {
        for place in plan.allSteps {
            for index in plan.clauses[plan.clause(ofStep: place)] { weights[Int(plan.clauses.numbers[index])] += 1 }
        }
    }

    private mutating func chooseSignatureBits() {
        signatureBits = rank.indices.map { UInt8(Signature.ownBits + $0 % (128 - Signature.ownBits)) }
        let heaviest = rank.indices.sorted { (weights[$0], $1) > (weights[$1], $0) }
        for (bit, literal) in heaviest.prefix(Signature.ownBits).enumerated() {
            signatureBits[Int(rank[literal])] = UInt8(bit)
        }
    }

    /// Numbers the clauses with many literals, and tells each of their literals which of them it is of.
    private mutating func numberLargeClauses() {
        let large = (0..<plan.clauses.count).filter { plan.clauses[$0].count > PatternProgram.inlineLimit }
        largeCount = large.count
        for (number, clause) in large.enumerated() { largeNumbers[clause] = UInt32(number) }
        (largeStarts, largeClauses) = literals(of: large) { largeNumbers[$0] }
    }

    /// Puts the patterns of one trigger side by side, and tells every literal of the trigger that it leads to them.
    private mutating func layOutPostings() {
        var ends = [UInt32](repeating: 0, count: plan.clauses.count + 1)
        for trigger in plan.triggers where trigger != IndexPlan.none { ends[Int(trigger) + 1] += 1 }
        for clause in 0..<plan.clauses.count { ends[clause + 1] += ends[clause] }
        postingStarts = ends
        let vacant = IndexTables.Posting(signature: .all, program: IndexPlan.none, pattern: 0)
        postings = [IndexTables.Posting](repeating: vacant, count: Int(ends[plan.clauses.count]))
        // By clause and not by pattern, so that programs of one trigger lie side by side too.
        var patterns = [UInt32](repeating: 0, count: postings.count)
        for (pattern, trigger) in plan.triggers.enumerated() where trigger != IndexPlan.none {
            patterns[Int(ends[Int(trigger)])] = UInt32(pattern)
            ends[Int(trigger)] += 1
        }
        for (index, pattern) in patterns.enumerated() { postings[index] = posting(of: Int(pattern)) }
        let leading = (0..<plan.clauses.count).filter { postingStarts[$0] < postingStarts[$0 + 1] }
        (triggerStarts, triggers) = literals(of: leading) { UInt32($0) }
    }

    /// For each literal, by its new number, those of some clauses that it is of, each by what stands for it.
    private func literals(
        of clauses: [Int], _ number: (Int) -> UInt32
    ) -> (starts: [UInt32], numbers: [UInt32]) {
        var starts = [UInt32](repeating: 0, count: rank.count + 1)
        for clause in clauses {
            for index in plan.clauses[clause] { starts[Int(rank[Int(plan.clauses.numbers[index])]) + 1] += 1 }
        }
        for literal in rank.indices { starts[literal + 1] += starts[literal] }
        var places = starts
        var numbers = [UInt32](repeating: 0, count: Int(starts[rank.count]))
        for clause in clauses {
            for index in plan.clauses[clause] {
                let literal = Int(rank[Int(plan.clauses.numbers[index])])
                numbers[Int(places[literal])] = number(clause)
                places[literal] += 1
            }
        }
        return (starts, numbers)
    }

    private mutating func posting(of pattern: Int) -> IndexTables.Posting {
        let steps = plan.steps(of: pattern)
        let trigger = plan.triggers[pattern]
        var second: (clause: Int, weight: UInt32)?
        for step in steps where step.clause != Int(trigger) {
            let weight = weight(step.clause)
            if second.map({ weight < $0.weight }) ?? true { second = (step.clause, weight) }
        }
        return IndexTables.Posting(
            signature: second.map { signature(of: $0.clause) } ?? .all, program: program(of: pattern, steps),
            pattern: UInt32(pattern))
    }

    private func weight(_ clause: Int) -> UInt32 {
        plan.clauses[clause].reduce(0) { $0 &+ weights[Int(plan.clauses.numbers[$1])] }
    }

    private func signature(of clause: Int) -> Signature {
        var signature = Signature()
        for index in plan.clauses[clause] {
            signature.insert(signatureBits[Int(rank[Int(plan.clauses.numbers[index])])])
        }
        return signature
    }

    /// Writes the program of a pattern; none where the trigger is all there is to it.
    private mutating func program(of pattern: Int, _ steps: [IndexPlan.Step]) -> UInt32 {
        let masks = plan.masks(of: pattern)
        guard !steps.isEmpty || !masks.isEmpty else { return IndexPlan.none }
        let start = UInt32(programs.count)
        for mask in masks { PatternProgram.write(mask, to: &programs) }
        // What may stand anywhere is looked at first, since the order takes more work.
        for step in steps where !step.isOrdered { write(step, gap: .any, as: .anywhere) }
        guard let first = steps.first(where: { $0.marks.contains(.isPlain) }) else {
            writeOrder(of: steps)
            return start
        }
        programs.append((first.isOrdered ? PatternProgram.Kind.plain : .allMet).rawValue)
        if first.isOrdered { writeOrder(of: steps) }
        return start
    }

    /// Writes the steps of an order, the last one first, and the end.
    private mutating func writeOrder(of steps: [IndexPlan.Step]) {
        var behind: IndexPlan.Step?
        for step in steps.reversed() where step.isOrdered {
            write(step, gap: behind?.gap ?? .any, as: behind == nil ? .last : .before)
            behind = step
        }
        // The gap of the first step is what may stand before it.
        programs.append(PatternProgram.end(lead: behind?.gap ?? .any))
    }

    private mutating func write(_ step: IndexPlan.Step, gap: CharacterWidth, as kind: PatternProgram.Kind) {
        let large = largeNumbers[step.clause]
        let literals =
            large == IndexPlan.none ? plan.clauses[step.clause].map { rank[Int(plan.clauses.numbers[$0])] } : []
        PatternProgram.write(
            literals, large: large == IndexPlan.none ? nil : large, gap: gap, marks: step.marks, as: kind,
            to: &programs)
    }

    private mutating func layOutAlways() {
        for (pattern, trigger) in plan.triggers.enumerated() where trigger == IndexPlan.none {
            always.append(IndexTables.Always(plan.masks(of: pattern), pattern: pattern))
        }
    }
}
