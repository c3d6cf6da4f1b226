/// What the parser knows of a part of a pattern.
struct ShapeNode {
    /// The part matches these texts and no others, assertions inside it aside; nil when that is not known.
    var exact: LiteralSet?

    /// Each has a literal that occurs in every text in which the part matches, at whatever place.
    var clauses: [LiteralSet] = []

    /// Each has a character that occurs in every folded text in which the part matches, at whatever place.
    var masks: [CharacterMask] = []

    /// What the part looks like from left to right.
    ///
    /// Empty for a gap as wide as the part; not used while the part is exact.
    var items: [ShapeItem] = []

    /// How many characters the part takes up.
    var width: CharacterWidth

    /// Nothing, taking up no space: anchors, word boundaries.
    static let nothing = ShapeNode(exact: .empty, width: .zero)

    /// Unknown text of some width.
    static func unknown(_ width: CharacterWidth) -> ShapeNode {
        ShapeNode(width: width)
    }

    /// One of some ASCII characters.
    static func anyOf(_ mask: CharacterMask) -> ShapeNode {
        ShapeNode(masks: [mask], width: .one)
    }

    /// One of some texts.
    static func oneOf(_ set: LiteralSet) -> ShapeNode {
        ShapeNode(exact: set, width: set.width)
    }

    /// The texts of the part if it is nothing but those texts.
    var pureTexts: LiteralSet? { clauses.isEmpty && masks.isEmpty ? exact : nil }

    /// The same part in a pool in which its literals stand so much further on.
    func moved(by distance: Int) -> ShapeNode { mapSets { $0.moved(by: distance) } }

    /// The part with numbers to know its literals by in other patterns.
    func named(from base: Int) -> ShapeNode { mapSets { $0.named(from: base) } }

    private func mapSets(_ change: (LiteralSet) -> LiteralSet) -> ShapeNode {
        var node = self
        node.exact = exact.map(change)
        for index in clauses.indices { node.clauses[index] = change(clauses[index]) }
        for index in items.indices {
            if case .literals(let set) = items[index] { node.items[index] = .literals(change(set)) }
        }
        return node
    }

    /// The clause that tells texts apart best: its shortest literal is the longest, then it has the fewest.
    var bestClause: LiteralSet? {
        clauses.max { left, right in (left.shortest, -left.count) < (right.shortest, -right.count) }
    }
}

/// A step of what a match looks like from left to right.
enum ShapeItem: BitwiseCopyable {
    /// One of these literals.
    case literals(LiteralSet)

    /// That many characters of whatever kind.
    case gap(CharacterWidth)
}
