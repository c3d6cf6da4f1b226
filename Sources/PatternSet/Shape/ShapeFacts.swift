internal import Synchronization

/// What the analysis of one pattern found: a reference, so that a set of many patterns holds eight bytes for each.
final class ShapeFacts: Sendable {
    /// Where the literals of all sets lie.
    let pool: LiteralPool
    let clauses: [LiteralSet]
    let masks: [CharacterMask]
    let items: [ShapeItem]

    /// How many characters of a match stand before the first of the items; any number where the items are empty.
    let lead: CharacterWidth
    let opaqueReason: String?
    let isBounded: Bool

    /// The form that the pattern has, if it is one that is decided without PCRE2.
    let plainForm: PlainForm?

    /// All literals of the pattern; one may stand in several sets.
    private let literals: [LiteralSet]

    /// The literals laid out for looking them up, made at the first question: most patterns of a set never match.
    private let table = Mutex<LiteralTable?>(nil)

    /// What was found in a pattern that was read to its end.
    init(_ node: ShapeNode, plainForm: PlainForm?, literals: LiteralCollector, isBounded: Bool, needsStart: Bool) {
        pool = literals.pool
        clauses = node.clauses
        masks = node.masks
        items = ShapeFacts.trimmed(node.items)
        lead = items.isEmpty || needsStart ? .any : ShapeFacts.lead(node.items)
        opaqueReason = literals.sets.isEmpty ? "The pattern holds no literal text." : nil
        self.literals = literals.sets
        self.isBounded = isBounded
        self.plainForm = plainForm
    }

    /// Nothing but why the analysis gave up.
    init(opaque reason: String) {
        pool = LiteralPool()
        clauses = []
        masks = []
        items = []
        lead = .any
        literals = []
        opaqueReason = reason
        isBounded = false
        plainForm = nil
    }

    /// Whether there is no literal.
    var holdsNoLiteral: Bool { literals.isEmpty }

    /// The table of all literals, made once.
    var literalTable: LiteralTable {
        table.withLock { table in
            if let table { return table }
            let made = LiteralTable(Set(literals.lazy.flatMap(pool.members).filter { !$0.bytes.isEmpty }))
            table = made
            return made
        }
    }

    private static func lead(_ items: [ShapeItem]) -> CharacterWidth {
        var lead = CharacterWidth.zero
        for item in items {
            guard case .gap(let width) = item else { break }
            lead = lead + width
        }
        return lead
    }

    /// Gaps at the ends say nothing about an unanchored match, and gaps side by side are one.
    private static func trimmed(_ items: [ShapeItem]) -> [ShapeItem] {
        if isTrimmed(items) { return items }
        var kept: [ShapeItem] = []
        for item in items {
            if case .gap(let next) = item {
                guard let last = kept.last else { continue }
                if case .gap(let previous) = last {
                    kept[kept.count - 1] = .gap(previous + next)
                    continue
                }
            }
            kept.append(item)
        }
        if case .gap = kept.last { kept.removeLast() }
        return kept
    }

    private static func isTrimmed(_ items: [ShapeItem]) -> Bool {
        var isBehindGap = true
        for item in items {
            if case .gap = item {
                if isBehindGap { return false }
                isBehindGap = true
            } else {
                isBehindGap = false
            }
        }
        return !isBehindGap || items.isEmpty
    }
}
