/// Finds the secrets in what a user writes, before anything else does with it.
///
/// It reads the whole line as it came and says what to mask; what was found stays out of everything kept. What it looks
/// for and how it tells a secret from what support needs to read (addresses, transaction ids, order numbers) stands at
/// each rule. A value without state of its own: what it must remember of a conversation is in the `RedactionMemory`
/// that the caller keeps.
///
/// ```swift
/// var memory = RedactionMemory()
/// let redaction = Redactor().redact("my password is hunter2!", memory: &memory)
/// redaction.text.string               // "my password is [password removed]"
/// ```
public struct Redactor: Sendable {
    private let phrases: [PhraseRule]

    /// A redactor that knows recovery phrases in the given word lists.
    public init(wordLists: [WordList] = [.english]) {
        phrases = wordLists.map(PhraseRule.init)
    }

    /// Reads one line of the user, in the order in which they came.
    ///
    /// Never fails; costs time in proportion to the length of the line, a few microseconds for an ordinary one.
    public func redact(
        _ line: String, memory: inout RedactionMemory, context: RedactionContext = RedactionContext()
    ) -> Redaction {
        let scan = LineScan(line)
        var found = Findings()
        memory.fade()
        let reveals = LateReveals.reveals(in: scan, memory: memory)
        BlockRule.find(in: scan, into: &found)
        for rule in phrases { rule.find(in: scan, memory: &memory, into: &found) }
        KeyRule.find(in: scan, memory: &memory, question: context.question, into: &found)
        NumberRule.find(in: scan, into: &found)
        CodeRule.find(in: scan, memory: memory, question: context.question, into: &found)
        PasswordRule.find(in: scan, awaited: memory.awaitsPassword, question: context.question, into: &found)
        memory.note(scan, isClean: found.isEmpty)
        return Redaction(
            line: line, findings: found.sorted(in: scan.line), reveals: reveals + found.reveals,
            markers: context.markers)
    }

    /// Masks in a text, kept from an earlier line or quoting it, what a later line has revealed.
    public func mask(
        _ reveal: Redaction.Reveal, in text: SafeText, markers: RedactionMarkers = .english
    ) -> SafeText {
        let scan = LineScan(text.string)
        var found = Findings()
        switch reveal.subject {
        case .phraseWords(let count):
            for rule in phrases { rule.findWords(count, in: scan, into: &found) }
        case .hexKey:
            for run in scan.longRuns where KeyRule.isHexKey(run, in: scan.line) { found.add(reveal.kind, run) }
        case .line:
            return text.isEmpty ? text : markers[reveal.kind]
        }
        return Redaction(line: text.string, findings: found.sorted(in: scan.line), reveals: [], markers: markers).text
    }
}
