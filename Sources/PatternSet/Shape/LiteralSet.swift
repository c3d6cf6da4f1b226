/// Some literals, each once, in the order of their bytes.
struct LiteralSet: Hashable {
    typealias Literal = PatternShape.Literal

    /// A set that grows beyond this by joining two others is kept as the two.
    static let productLimit = 128

    /// Alternatives beyond this are not kept as one set.
    static let unionLimit = 1_024

    /// Longer texts are not joined any further.
    static let byteLimit = 256

    let members: [Literal]

    init(_ literals: [Literal]) {
        var members: [Literal] = []
        members.reserveCapacity(literals.count)
        for literal in literals.sorted() where members.last != literal { members.append(literal) }
        self.members = members
    }

    /// What matches nothing but the empty string.
    static let empty = LiteralSet([Literal([])])

    var isOnlyEmpty: Bool { members.count == 1 && hasEmpty }

    /// Sorting has put the empty text first.
    var hasEmpty: Bool { members.first?.bytes.isEmpty ?? false }

    /// The length of the shortest member in bytes, the larger the rarer the set is in texts.
    var shortest: Int { members.lazy.map(\.bytes.count).min() ?? 0 }

    /// How many characters the members have.
    var width: CharacterWidth {
        let counts = members.lazy.map(\.characterCount)
        return CharacterWidth(counts.min() ?? 0, counts.max() ?? 0)
    }

    /// Every member of this set with every member of the other behind it, nil when they are too many or too long.
    func followed(by other: LiteralSet) -> LiteralSet? {
        if other.isOnlyEmpty { return self }
        if isOnlyEmpty { return other }
        let count = members.count * other.members.count
        let limit = members.count == 1 || other.members.count == 1 ? Self.unionLimit : Self.productLimit
        let longest = (members.map(\.bytes.count).max() ?? 0) + (other.members.map(\.bytes.count).max() ?? 0)
        guard count <= limit, longest <= Self.byteLimit else { return nil }
        return LiteralSet(
            members.flatMap { left in other.members.map { Literal(left.bytes + $0.bytes) } })
    }

    /// The members of all sets, nil when they are too many.
    static func union(_ sets: [LiteralSet]) -> LiteralSet? {
        guard sets.reduce(0, { $0 + $1.members.count }) <= unionLimit else { return nil }
        return LiteralSet(sets.flatMap(\.members))
    }
}
