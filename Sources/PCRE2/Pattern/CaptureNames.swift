/// The names of a pattern's groups and the numbers they stand for.
///
/// A name stands for several groups in `(?J)` patterns and in `(?|…)` alternatives (pcre2pattern, “Named capture
/// groups”). Patterns have few names, so they are searched in order.
public struct CaptureNames: Sendable, Hashable {
    /// One name of one group.
    struct Entry: Sendable, Hashable {
        let name: String
        let number: Int
    }

    /// Ordered by name as PCRE2 orders its table, the numbers of one name ascending.
    let entries: [Entry]

    init(_ entries: [Entry]) {
        self.entries = entries.sorted { left, right in
            left.name == right.name ? left.number < right.number : left.name < right.name
        }
    }

    /// Whether no group has a name.
    public var isEmpty: Bool { entries.isEmpty }

    /// The distinct names in alphabetical order.
    public var all: [String] {
        var names: [String] = []
        for entry in entries where names.last != entry.name { names.append(entry.name) }
        return names
    }

    /// The numbers of the groups that have this name, ascending; empty when there is none.
    public func numbers(of name: String) -> [Int] {
        entries.filter { $0.name == name }.map(\.number)
    }
}
