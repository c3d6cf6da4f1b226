/// What a message has revealed in what was said and kept before it.
///
/// Whoever keeps replies or other texts of the conversation masks them with this, in the commit of the turn that has
/// it.
/// It holds what it masks and lives for one turn; printed, it shows how much that is.
public struct Masking: Sendable, Equatable {
    /// A line of the user that is kept, before and after.
    private struct Change: Sendable, Equatable {
        let reveal: Redaction.Reveal
        let old: SafeText
        let new: SafeText
    }

    private let markers: RedactionMarkers
    private var changes: [Change] = []

    init(markers: RedactionMarkers) {
        self.markers = markers
    }

    /// Whether nothing has to be masked.
    public var isEmpty: Bool { changes.isEmpty }

    /// Notes a line that was kept, and gives what is left of it.
    mutating func add(_ reveal: Redaction.Reveal, in line: SafeText) -> SafeText {
        let new = reveal.masked(line, markers: markers)
        if new != line { changes.append(Change(reveal: reveal, old: line, new: new)) }
        return new
    }

    /// A kept text without what was revealed, wherever it repeats or quotes it.
    public func masked(_ text: SafeText) -> SafeText {
        changes.reduce(text) { text, change in
            let text = text.replacing(change.old, with: change.new, marker: markers[change.reveal.kind])
            switch change.reveal.subject {
            case .words, .parts: return change.reveal.masked(text, markers: markers)
            case .hexKey: return change.reveal.masked(text, markers: markers, of: change.old)
            case .line: return text
            }
        }
    }
}

/// Whoever prints a masking sees how much it masks.
extension Masking: CustomStringConvertible, CustomReflectable {
    /// The number of lines.
    public var description: String { "\(changes.count) lines" }

    /// Shows the number of lines.
    public var customMirror: Mirror { Mirror(self, children: ["lines": changes.count]) }
}

extension SafeText {
    /// This text after a line of which it is made or which it quotes was masked.
    fileprivate func replacing(_ old: SafeText, with new: SafeText, marker: SafeText) -> SafeText {
        if string.contains(old.string) { return SafeText(trusting: string.replacing(old.string, with: new.string)) }
        let isLost = string.utf8.count >= 3 && old.string.contains(string) && !new.string.contains(string)
        return isLost ? marker : self
    }
}
