/// Parts one after the other: neighbouring texts are joined for as long as they stay few.
struct ShapeSequence {
    /// Texts that stand right before the next part.
    private var run = LiteralSet.empty
    private var clauses: [LiteralSet] = []
    private var items: [PatternShape.Item] = []
    private var width = CharacterWidth.zero
    private var isExact = true

    /// Adds the next part.
    mutating func append(_ node: ShapeNode, collecting literals: inout LiteralCollector) {
        clauses += node.clauses
        width = width + node.width
        if let exact = node.exact, let joined = run.followed(by: exact) {
            run = joined
            return
        }
        endRun(&literals)
        if let exact = node.exact {
            run = exact
        } else {
            items += node.items
        }
    }

    /// The sequence as one part.
    consuming func finish(collecting literals: inout LiteralCollector) -> ShapeNode {
        if isExact { return ShapeNode(exact: run, clauses: clauses, width: width) }
        endRun(&literals)
        return ShapeNode(exact: nil, clauses: clauses, items: items, width: width)
    }

    /// Closes the run: what stands behind it is not known to follow directly.
    private mutating func endRun(_ literals: inout LiteralCollector) {
        isExact = false
        guard !run.isOnlyEmpty else { return }
        literals.collect(run)
        if run.hasEmpty {
            items.append(.gap(run.width))
        } else {
            clauses.append(run)
            items.append(.literals(run.members))
        }
        run = .empty
    }
}
