public import HelplineCore

/// A pack as it was found: its content where it has no fault, and everything there is to say about it.
public struct LoadedPack: Sendable {
    /// What the pack says; nil where a fault keeps it from being used.
    public let content: Content?
    /// All faults and doubts, ordered by file, line and column.
    public let diagnostics: [Diagnostic]
    /// The lines that must, or must not, be answered by an intent.
    public let examples: [Example]

    /// What `check` needs beyond the content.
    let evidence: PackEvidence
}

/// What is known of a pack's wording and places, for the rules of `check`.
struct PackEvidence: Sendable {
    var files: [SourceFile] = []
    var facts: [String: Fact] = [:]
    var texts: [WrittenText] = []
    var questions: [WrittenQuestion] = []
    var patterns: [WrittenPattern] = []
    var commandWords: [CommandWord] = []
    var forbidden: [WrittenPattern] = []
    /// Where each intent's id stands.
    var intents: [IntentID: Place] = [:]
    /// Where each word set stands.
    var sets: [SetID: Place] = [:]
    /// The sets that something names.
    var usedSets: Set<SetID> = []
}
