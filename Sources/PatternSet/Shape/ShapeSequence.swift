/// Parts one after the other: neighbouring texts are joined for as long as they stay few.
struct ShapeSequence: ~Copyable {
    /// Texts that stand right before the tail.
    private var run = LiteralSet.empty

    /// Text behind the run that has no alternatives; joined to the run in one piece and not character by character.
    private var tail: [UInt8] = []
    private var tailCharacters = 0
    private var clauses: [LiteralSet] = []
    private var masks: [CharacterMask] = []
    private var items: [ShapeItem] = []
    private var width = CharacterWidth.zero
    private var isExact = true

    /// Adds one character of text, already folded.
    mutating func append(_ scalar: UInt32, collecting literals: inout LiteralCollector) {
        if tail.count >= LiteralSet.byteLimit { joinTail(&literals) }
        CaseClasses.append(scalar, to: &tail)
        tailCharacters += 1
        width = width + .one
    }

    /// Adds the next part.
    mutating func append(_ node: ShapeNode, collecting literals: inout LiteralCollector) {
        if !node.clauses.isEmpty { clauses += node.clauses }
        if !node.masks.isEmpty { masks += node.masks }
        width = width + node.width
        guard let exact = node.exact else {
            endRun(&literals)
            if node.items.isEmpty { items.append(.gap(node.width)) } else { items += node.items }
            return
        }
        if exact.count == 1, tail.count < LiteralSet.byteLimit {
            tail += literals.pool.bytes(of: exact)
            tailCharacters += exact.width.minimum
        } else {
            joinTail(&literals)
            join(exact, &literals)
        }
    }

    /// The sequence as one part.
    consuming func finish(collecting literals: inout LiteralCollector) -> ShapeNode {
        joinTail(&literals)
        if isExact { return ShapeNode(exact: run, clauses: clauses, masks: masks, width: width) }
        endRun(&literals)
        return ShapeNode(exact: nil, clauses: clauses, masks: masks, items: items, width: width)
    }

    private mutating func joinTail(_ literals: inout LiteralCollector) {
        guard !tail.isEmpty else { return }
        let set = literals.pool.set(of: tail, characters: tailCharacters)
        tail = []
        tailCharacters = 0
        join(set, &literals)
    }

    /// Puts texts behind the run, or starts a new one where the product would be too large.
    private mutating func join(_ set: LiteralSet, _ literals: inout LiteralCollector) {
        if let joined = literals.pool.product(run, set) {
            run = joined
        } else {
            endRun(&literals)
            run = set
        }
    }

    /// Closes the run: what stands behind it is not known to follow directly.
    private mutating func endRun(_ literals: inout LiteralCollector) {
        joinTail(&literals)
        if isExact {
            isExact = false
            // Room for what most patterns have, in one piece.
            clauses.reserveCapacity(clauses.count + 4)
            items.reserveCapacity(8)
        }
        guard !run.isOnlyEmpty else { return }
        literals.collect(run)
        if run.hasEmpty {
            items.append(.gap(run.width))
        } else {
            clauses.append(run)
            items.append(.literals(run))
        }
        run = .empty
    }
}
