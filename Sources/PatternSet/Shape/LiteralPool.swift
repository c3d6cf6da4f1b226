/// The literals of one pattern, one behind the other, in which the sets of its parts lie (``LiteralSet``).
///
/// Two pieces of memory for a pattern, whatever it is made of. What turned out not to be needed stays there.
struct LiteralPool: Sendable {
    /// The folded UTF-8 of all literals.
    private(set) var bytes: [UInt8] = []

    /// Where each literal ends in ``bytes``; the first one is empty.
    private(set) var ends: [UInt32] = [0]

    /// Sets beyond this may hold a literal twice: looking for it among so many costs more than it saves.
    private static let searchLimit = 24

    /// A pool of nothing but the empty literal.
    init() {}

    /// A pool for a pattern of so many bytes.
    init(patternBytes: Int) {
        bytes.reserveCapacity(patternBytes)
        ends.reserveCapacity(patternBytes / 4 + 4)
    }

    /// The bytes of a literal.
    func range(_ literal: Int) -> Range<Int> {
        (literal == 0 ? 0 : Int(ends[literal - 1]))..<Int(ends[literal])
    }

    /// The bytes of all members of a set.
    func bytes(of set: LiteralSet) -> ArraySlice<UInt8> {
        guard let last = set.members.last else { return [] }
        return bytes[range(set.first).lowerBound..<Int(ends[last])]
    }

    /// The members of a set, sorted by their bytes, each once.
    func members(of set: LiteralSet) -> [LiteralSet.Literal] {
        var unique: [LiteralSet.Literal] = []
        for literal in set.members.map({ LiteralSet.Literal(Array(bytes[range($0)])) }).sorted()
        where unique.last != literal {
            unique.append(literal)
        }
        return unique
    }
}

// MARK: - Building

extension LiteralPool {
    /// How much a pool holds.
    struct Mark {
        let bytes: Int
        let literals: Int
    }

    /// How much there is now.
    var mark: Mark { Mark(bytes: bytes.count, literals: ends.count) }

    /// Forgets what was added since.
    mutating func shrink(to mark: Mark) {
        bytes.removeLast(bytes.count - mark.bytes)
        ends.removeLast(ends.count - mark.literals)
    }

    /// A set without members, to which literals can be added until another is begun.
    func begin() -> LiteralSet { LiteralSet(at: ends.count) }

    /// Adds a folded character to the literal that is being written.
    mutating func append(_ scalar: UInt32) { CaseClasses.append(scalar, to: &bytes) }

    /// Makes a member of the bytes that were added since, and drops them where it is a member already.
    ///
    /// The set MUST be the one that was begun last.
    mutating func close(_ set: inout LiteralSet, from start: Int, characters: Int) {
        let length = bytes.count - start
        if set.count < Self.searchLimit, set.members.contains(where: { holds($0, from: start, length) }) {
            bytes.removeLast(length)
            return
        }
        ends.append(UInt32(bytes.count))
        set.add(length: length, characters: characters)
    }

    /// Whether a literal is what stands at the end of the bytes.
    private func holds(_ literal: Int, from start: Int, _ length: Int) -> Bool {
        let own = range(literal)
        guard own.count == length else { return false }
        for offset in 0..<length where bytes[own.lowerBound + offset] != bytes[start + offset] { return false }
        return true
    }

    /// Adds a character as a member of a set.
    mutating func insert(_ scalar: UInt32, into set: inout LiteralSet) {
        let start = bytes.count
        append(scalar)
        close(&set, from: start, characters: 1)
    }

    /// Adds the members of another set.
    mutating func insert(_ other: LiteralSet, into set: inout LiteralSet) {
        for literal in other.members {
            let start = bytes.count
            close(&set, from: start, characters: repeatBytes(of: literal))
        }
    }

    /// A set of one literal.
    mutating func set(of literal: [UInt8], characters: Int) -> LiteralSet {
        var set = begin()
        let start = bytes.count
        bytes += literal
        close(&set, from: start, characters: characters)
        return set
    }

    /// Puts the bytes of a literal at the end once more; how many characters they are.
    private mutating func repeatBytes(of literal: Int) -> Int {
        var characters = 0
        for index in range(literal) {
            let byte = bytes[index]
            bytes.append(byte)
            if byte & 0xC0 != 0x80 { characters += 1 }
        }
        return characters
    }

    /// Every member of one set with every member of another behind it, nil when they are too many or too long.
    mutating func product(_ left: LiteralSet, _ right: LiteralSet) -> LiteralSet? {
        if right.isOnlyEmpty { return left }
        if left.isOnlyEmpty { return right }
        let limit = left.count == 1 || right.count == 1 ? LiteralSet.unionLimit : LiteralSet.productLimit
        guard left.count * right.count <= limit, left.longest + right.longest <= LiteralSet.byteLimit else {
            return nil
        }
        var product = begin()
        for head in left.members {
            for tail in right.members {
                let start = bytes.count
                let characters = repeatBytes(of: head)
                close(&product, from: start, characters: characters + repeatBytes(of: tail))
            }
        }
        return product
    }

    /// The members of all sets, nil when they are too many.
    mutating func union(_ sets: [LiteralSet]) -> LiteralSet? {
        guard sets.reduce(0, { $0 + $1.count }) <= LiteralSet.unionLimit else { return nil }
        var union = begin()
        for set in sets { insert(set, into: &union) }
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

// MARK: - Parts

extension LiteralPool {
    /// Some literals of a pool, to be put into others.
    struct Part {
        /// The number that the first of them had.
        let first: Int
        fileprivate let bytes: [UInt8]
        fileprivate let ends: [UInt32]

        /// How many there are.
        var count: Int { ends.count }
    }

    /// The literals that were added since.
    func part(since mark: Mark) -> Part {
        Part(
            first: mark.literals, bytes: Array(bytes[mark.bytes...]),
            ends: ends[mark.literals...].map { $0 - UInt32(mark.bytes) })
    }

    /// Adds literals of another pool; how much further on they now stand.
    mutating func append(_ part: Part) -> Int {
        let distance = ends.count - part.first
        let start = UInt32(bytes.count)
        bytes += part.bytes
        for end in part.ends { ends.append(start + end) }
        return distance
    }
}
