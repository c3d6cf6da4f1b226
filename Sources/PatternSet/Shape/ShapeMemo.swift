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
        let literals: ArraySlice<LiteralSet>
        let isBounded: Bool
        let choices: Int
        /// How deep groups nest in it, itself included.
        let height: Int
    }

    /// Shorter groups are read again as quickly as they are found.
    static let minimumLength = 24

    private var entries: [ArraySlice<UInt32>: [Entry]] = [:]

    /// The group that stands at this place of a pattern, if it was read before.
    func entry(at position: Int, of text: [UInt32]) -> Entry? {
        guard text.count - position >= Self.minimumLength else { return nil }
        return entries[text[position..<(position + Self.minimumLength)]]?.first { entry in
            text.count - position >= entry.text.count && text[position...].starts(with: entry.text)
        }
    }

    /// Remembers a group unless it is short.
    func insert(_ entry: Entry) {
        guard entry.text.count >= Self.minimumLength else { return }
        entries[entry.text.prefix(Self.minimumLength), default: []].append(entry)
    }
}
