public import HelplineCore

/// A pack as it was found: its content where it has no fault, and everything there is to say about it.
public struct LoadedPack: Sendable {
    /// What the pack says; nil where a fault keeps it from being used.
    public let content: Content?
    /// All faults and doubts, ordered by file, line and column.
    public let diagnostics: [Diagnostic]
    /// The lines that must, or must not, be answered by an intent.
    public let examples: [Example]
    /// The lines that no question of the pack may answer.
    public let outOfScope: [OutOfScopeLine]

    /// What a knowledge base learns from: every example, and every line that nothing answers.
    ///
    /// Talk beside the matter is found by its patterns or not at all, so its examples count as lines without an answer.
    /// Those of words of care teach nothing: they hold the words of a theft, and are said beside any answer.
    public var lessons: [Lesson] {
        let intents = content?.intents ?? []
        let kinds = Dictionary(intents.map { ($0.id, $0.kind) }, uniquingKeysWith: { first, _ in first })
        return examples.filter { $0.wins && kinds[$0.intent] != .care }.map {
            Lesson(text: $0.text, intent: kinds[$0.intent]?.isQuestion == true ? $0.intent : nil)
        } + outOfScope.map { Lesson(text: $0.text, intent: nil) }
    }

    /// A number that changes when a file of the pack changes, is added, renamed or removed: who has checked a pack may
    /// remember it and need not check the same pack again.
    ///
    /// Not safe against somebody who chooses files to get a given number.
    public var fingerprint: UInt64 {
        var hash = Fingerprint()
        for file in evidence.files {
            hash.add(file.name)
            hash.add(file.text)
        }
        return hash.value
    }

    /// What `check` needs beyond the content.
    let evidence: PackEvidence
}
