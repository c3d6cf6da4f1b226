/// What a message has revealed in what was said and kept before it.
///
/// Whoever keeps replies or other texts of the conversation masks them with this, in the commit of the turn that has it.
/// It holds what it masks and lives for one turn; printed, it shows how much that is.
public struct Masking: Sendable, Equatable {
    /// A line of the user that is kept, before and after.
    private struct Change: Sendable, Equatable {
        let old: SafeText
        let new: SafeText
        let marker: SafeText
    }

    private var changes: [Change] = []

    /// Whether nothing has to be masked.
    public var isEmpty: Bool { changes.isEmpty }

    /// Notes a line that was kept, and what is left of it.
    mutating func add(_ old: SafeText, _ new: SafeText, marker: SafeText) {
        if new != old { changes.append(Change(old: old, new: new, marker: marker)) }
    }

    /// A kept text without what was revealed, wherever it repeats or quotes it.
    public func masked(_ text: SafeText) -> SafeText {
        changes.reduce(text) { $0.masked($1.old, $1.new, $1.marker) }
    }
}

/// Whoever prints a masking sees how much it masks.
extension Masking: CustomStringConvertible, CustomReflectable {
    /// The number of lines.
    public var description: String { "\(changes.count) lines" }

    /// Shows the number of lines.
    public var customMirror: Mirror { Mirror(self, children: ["lines": changes.count]) }
}
