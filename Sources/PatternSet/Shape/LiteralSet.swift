/// Some literals that lie one behind the other in a ``LiteralPool``.
///
/// Parsing a pattern makes and copies many of these, so a set is nothing but numbers: where its literals are, and what
/// has to be known of them again and again. Members are in the order in which they were added.
struct LiteralSet: BitwiseCopyable, Sendable {
    typealias Literal = PatternShape.Literal

    /// A set that grows beyond this by joining two others is kept as the two.
    static let productLimit = 128

    /// Alternatives beyond this are not kept as one set.
    static let unionLimit = 1_024

    /// Longer texts are not joined any further.
    static let byteLimit = 256

    /// The number of the first member in the pool.
    private(set) var first: Int

    /// How many members there are.
    private(set) var count = 0

    /// The length of the shortest member in bytes, the larger the rarer the set is in texts.
    private(set) var shortest = 0

    /// The length of the longest member in bytes.
    private(set) var longest = 0

    /// How many characters the members have.
    private(set) var width = CharacterWidth.zero

    /// The same number for the same group wherever it stands, also in another pattern's pool; nil where that is not
    /// known (``ShapeMemo``).
    private(set) var identity: Int?

    /// A set without members, at some place of a pool.
    init(at first: Int) { self.first = first }

    /// What matches nothing but the empty string: the first literal of every pool.
    static let empty: LiteralSet = {
        var set = LiteralSet(at: 0)
        set.add(length: 0, characters: 0)
        return set
    }()

    var isOnlyEmpty: Bool { longest == 0 && count > 0 }

    var hasEmpty: Bool { shortest == 0 && count > 0 }

    /// The numbers of the members.
    var members: Range<Int> { first..<(first + count) }

    /// Counts a member that the pool has put behind the others.
    mutating func add(length: Int, characters: Int) {
        let one = CharacterWidth(characters, characters)
        (shortest, width) = count == 0 ? (length, one) : (min(shortest, length), width.union(one))
        longest = max(longest, length)
        count += 1
    }

    /// The same set in a pool in which its literals stand so much further on.
    func moved(by distance: Int) -> LiteralSet {
        guard first > 0 else { return self }
        var set = self
        set.first += distance
        return set
    }

    /// The set with a number to know it by, unless it has one: `base` is the number of its pool's first literal.
    func named(from base: Int) -> LiteralSet {
        guard first > 0, identity == nil else { return self }
        var set = self
        set.identity = base + first
        return set
    }

    /// Whether these are the same literals of one pool.
    func isCopy(of other: LiteralSet) -> Bool { first == other.first && count == other.count }

    /// Which of two members is tried first where one is the beginning of the other.
    enum Preference {
        /// The longer, or there are no two such members.
        case longer
        /// The shorter.
        case shorter
    }
}
