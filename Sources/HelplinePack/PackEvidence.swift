internal import HelplineCore

/// What is known of a pack's wording and places, for the rules of `check`.
struct PackEvidence: Sendable {
    var files: [SourceFile] = []
    var facts: [String: Fact] = [:]
    var texts: [WrittenText] = []
    var questions: [WrittenQuestion] = []
    var outcomes: [WrittenConsequence] = []
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
