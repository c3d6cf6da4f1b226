/// Some literals, one behind the other in one piece of memory.
///
/// Parsing a pattern makes many of these, so a set costs two pieces of memory however many literals it has. Members are
/// in the order in which they were added; what is shown of a set is sorted, each literal once.
struct LiteralSet: Sendable {
    typealias Literal = PatternShape.Literal

    /// A set that grows beyond this by joining two others is kept as the two.
    static let productLimit = 128

    /// Alternatives beyond this are not kept as one set.
    static let unionLimit = 1_024

    /// Longer texts are not joined any further.
    static let byteLimit = 256

    /// Sets beyond this may hold a literal twice: looking for it among so many costs more than it saves.
    private static let searchLimit = 24

    /// The folded UTF-8 of all members.
    private(set) var bytes: [UInt8] = []

    /// Where each member ends in ``bytes``.
    private(set) var ends: [UInt32] = []

    /// The length of the shortest member in bytes, the larger the rarer the set is in texts.
    private(set) var shortest = 0

    /// The length of the longest member in bytes.
    private(set) var longest = 0

    /// How many characters the members have.
    private(set) var width = CharacterWidth.zero

    /// A set without members.
    init() {}

    /// A set of one literal.
    init(_ bytes: [UInt8], characters: Int) {
        self.bytes = bytes
        ends = [UInt32(bytes.count)]
        (shortest, longest) = (bytes.count, bytes.count)
        width = CharacterWidth(characters, characters)
    }

    /// What matches nothing but the empty string.
    static let empty = LiteralSet([], characters: 0)

    var count: Int { ends.count }

    var isOnlyEmpty: Bool { longest == 0 && !ends.isEmpty }

    var hasEmpty: Bool { shortest == 0 && !ends.isEmpty }

    /// The bytes of a member.
    func range(_ index: Int) -> Range<Int> {
        (index == 0 ? 0 : Int(ends[index - 1]))..<Int(ends[index])
    }

    /// The members, sorted by their bytes, each once.
    var members: [Literal] {
        var unique: [Literal] = []
        for literal in ends.indices.map({ Literal(Array(bytes[range($0)])) }).sorted() where unique.last != literal {
            unique.append(literal)
        }
        return unique
    }
}

// MARK: - Building

extension LiteralSet {
    /// Adds the literal that some bytes of a buffer are, unless it is in the set.
    mutating func insert(_ source: [UInt8], _ place: Range<Int>, characters: Int) {
        let start = bytes.count
        bytes.append(contentsOf: source[place])
        closeMember(from: start, characters: characters)
    }

    /// Adds the members of another set.
    mutating func insert(_ other: LiteralSet) {
        if ends.isEmpty {
            self = other
            return
        }
        for index in other.ends.indices {
            let range = other.range(index)
            insert(other.bytes, range, characters: other.bytes.characterCount(range))
        }
    }

    /// Makes a member of the bytes that were appended; takes them off again where it is a member already.
    private mutating func closeMember(from start: Int, characters: Int) {
        let length = bytes.count - start
        if count < Self.searchLimit, (0..<count).contains(where: { holds($0, from: start, length) }) {
            bytes.removeLast(length)
            return
        }
        shortest = ends.isEmpty ? length : min(shortest, length)
        longest = max(longest, length)
        let one = CharacterWidth(characters, characters)
        width = ends.isEmpty ? one : width.union(one)
        ends.append(UInt32(bytes.count))
    }

    /// Whether a member is what stands at the end of the bytes.
    private func holds(_ index: Int, from start: Int, _ length: Int) -> Bool {
        let member = range(index)
        guard member.count == length else { return false }
        for offset in 0..<length where bytes[member.lowerBound + offset] != bytes[start + offset] { return false }
        return true
    }

    /// Every member of this set with every member of the other behind it, nil when they are too many or too long.
    func followed(by other: LiteralSet) -> LiteralSet? {
        if other.isOnlyEmpty { return self }
        if isOnlyEmpty { return other }
        let limit = count == 1 || other.count == 1 ? Self.unionLimit : Self.productLimit
        guard count * other.count <= limit, longest + other.longest <= Self.byteLimit else { return nil }
        var product = LiteralSet()
        product.bytes.reserveCapacity(other.count * bytes.count + count * other.bytes.count)
        product.ends.reserveCapacity(count * other.count)
        for left in ends.indices {
            let head = range(left)
            let characters = bytes.characterCount(head)
            for right in other.ends.indices {
                let tail = other.range(right)
                let start = product.bytes.count
                product.bytes.append(contentsOf: bytes[head])
                product.bytes.append(contentsOf: other.bytes[tail])
                product.closeMember(from: start, characters: characters + other.bytes.characterCount(tail))
            }
        }
        return product
    }

    /// The members of all sets, nil when they are too many.
    static func union(_ sets: [LiteralSet]) -> LiteralSet? {
        guard sets.reduce(0, { $0 + $1.count }) <= unionLimit else { return nil }
        var union = LiteralSet()
        for set in sets { union.insert(set) }
        return union
    }
}

extension [UInt8] {
    /// How many characters (scalars) stand in a part of valid UTF-8.
    func characterCount(_ range: Range<Int>) -> Int {
        var count = 0
        for index in range where self[index] & 0xC0 != 0x80 { count += 1 }
        return count
    }
}

// MARK: - Order

extension LiteralSet {
    /// Which of two members is tried first where one is the beginning of the other.
    enum Preference {
        /// The longer, or there are no two such members.
        case longer
        /// The shorter.
        case shorter
    }

    /// Sets of more members are sorted to find those that begin alike.
    private static let pairLimit = 12

    /// Which member is tried first where several stand at one place, nil where that is neither always the longer nor
    /// always the shorter.
    var preference: Preference? {
        guard count > 1 else { return .longer }
        var preference: Preference?
        for (beginning, whole) in count <= Self.pairLimit ? nestedPairs : nestedInOrder {
            let next: Preference = beginning < whole ? .shorter : .longer
            guard preference ?? next == next else { return nil }
            preference = next
        }
        return preference ?? .longer
    }

    /// The members that are the beginning of another, each with that one.
    private var nestedPairs: [(beginning: Int, whole: Int)] {
        var pairs: [(beginning: Int, whole: Int)] = []
        for one in ends.indices {
            for other in ends.indices where range(one).count < range(other).count && isBeginning(one, of: other) {
                pairs.append((one, other))
            }
        }
        return pairs
    }

    /// The same: behind a member come, in the order of their bytes, those that begin with it.
    private var nestedInOrder: [(beginning: Int, whole: Int)] {
        let sorted = ends.indices.sorted { bytes[range($0)].lexicographicallyPrecedes(bytes[range($1)]) }
        var pairs: [(beginning: Int, whole: Int)] = []
        var beginnings: [Int] = []
        for member in sorted {
            while let last = beginnings.last, !isBeginning(last, of: member) { beginnings.removeLast() }
            for beginning in beginnings where range(beginning).count < range(member).count {
                pairs.append((beginning, member))
            }
            beginnings.append(member)
        }
        return pairs
    }

    private func isBeginning(_ one: Int, of other: Int) -> Bool {
        let (head, whole) = (range(one), range(other))
        guard head.count <= whole.count else { return false }
        for offset in 0..<head.count where bytes[head.lowerBound + offset] != bytes[whole.lowerBound + offset] {
            return false
        }
        return true
    }
}
