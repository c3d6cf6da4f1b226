/// The groups that were read before: word sets stand in hundreds of patterns, each time as the same long group.
///
/// What a group means depends on nothing but its text, so a group is found again by it. A memo serves the patterns of
/// one set and is dropped.
final class ShapeMemo {
    /// A group, and all that reading it changed in the parser.
    struct Entry {
        /// The group behind its opening parenthesis, the closing one included.
        let text: ArraySlice<UInt32>
        let node: ShapeNode
        /// The literals that were made, and the sets of them that were gathered.
        let literals: LiteralPool.Part
        let sets: [LiteralSet]
        let isBounded: Bool
        let choices: Int
        /// How deep groups nest in it, itself included.
        let height: Int
    }

    /// Shorter groups are read again as quickly as they are found.
    static let minimumLength = 48

    /// How many literals were given numbers to know them by.
    private var namedCount: Int

    /// - Parameter number: one for each memo of those whose patterns make one index, so that each gives other numbers.
    init(number: Int = 0) { namedCount = number << 40 }

    /// Numbers to know some literals by; the first of them.
    func names(for count: Int) -> Int {
        defer { namedCount += count }
        return namedCount
    }

    /// The groups by a hash of their first characters.
    private var entries: [UInt64: [Entry]] = [:]

    /// The group that stands at this place of a pattern, if it was read before.
    func entry(at position: Int, of text: [UInt32]) -> Entry? {
        guard text.count - position >= Self.minimumLength else { return nil }
        return entries[Self.hash(text[...], at: position)]?.first { Self.stands($0.text, at: position, of: text) }
    }

    /// Remembers a group, which MUST NOT be short.
    func insert(_ entry: Entry) {
        entries[Self.hash(entry.text, at: entry.text.startIndex), default: []].append(entry)
    }

    private static func stands(_ group: ArraySlice<UInt32>, at position: Int, of text: [UInt32]) -> Bool {
        guard text.count - position >= group.count else { return false }
        var place = position
        for scalar in group {
            if text[place] != scalar { return false }
            place += 1
        }
        return true
    }

    /// FNV-1a of the first characters behind a place.
    private static func hash(_ text: ArraySlice<UInt32>, at position: Int) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for index in position..<(position + minimumLength) { hash = (hash ^ UInt64(text[index])) &* 0x100_0000_01B3 }
        return hash
    }
}
