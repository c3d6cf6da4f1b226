package import PatternSet

/// What a shape claims, checked against a text in the most direct way.
package struct ShapeOracle {
    private let folded: [UInt8]

    /// Where characters start in the folded text, its end included.
    private let starts: [Int]

    package init(_ text: String) {
        let folded = CaseClasses.folded(text)
        self.folded = folded
        starts = folded.indices.filter { folded[$0] & 0xC0 != 0x80 } + [folded.count]
    }

    /// Whether a literal occurs anywhere.
    package func contains(_ literal: PatternShape.Literal) -> Bool {
        starts.contains { occurs(literal, at: $0) }
    }

    /// Whether every clause has a literal that occurs.
    package func meetsClauses(of shape: PatternShape) -> Bool {
        shape.clauses.allSatisfy { $0.contains(where: contains) }
    }

    /// Whether literals and gaps can be laid over the text from some place on: each item moves all places reached so
    /// far to those behind it.
    package func meetsItems(of shape: PatternShape) -> Bool {
        var reached = Set(starts.indices)
        for item in shape.items {
            switch item {
            case .literals(let literals):
                reached = Set(
                    reached.flatMap { index in
                        literals.filter { occurs($0, at: starts[index]) }.map { index + $0.characterCount }
                    })
            case .gap(let width):
                reached = Set(
                    reached.flatMap { index in
                        let most = min(index + (width.maximum ?? starts.count), starts.count - 1)
                        let least = index + width.minimum
                        return least <= most ? Array(least...most) : []
                    })
            }
        }
        return !reached.isEmpty
    }

    private func occurs(_ literal: PatternShape.Literal, at start: Int) -> Bool {
        folded[start...].starts(with: literal.bytes)
    }
}
