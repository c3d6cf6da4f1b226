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
    /// A redactor of what is a secret everywhere.
    public init() {}

    /// Reads one line of the user, in the order in which they came.
    ///
    /// Never fails; costs time in proportion to the length of the line, a third of a microsecond for most.
    public func redact(
        _ line: String, memory: inout RedactionMemory, context: RedactionContext = RedactionContext()
    ) -> Redaction {
        memory.fade()
        if Glance.isHarmless(line, memory: memory, question: context.question) {
            memory.noteHarmless()
            return Redaction(line: line, findings: [], reveals: [], markers: context.markers)
        }
        return search(line, memory: &memory, context: context)
    }

    /// Lets every rule look at a line; the memory has faded.
    func search(_ line: String, memory: inout RedactionMemory, context: RedactionContext) -> Redaction {
        let scan = LineScan(line)
        var found = Findings()
        let reveals = LateReveals.reveals(
            in: scan, after: context.earlier, memory: memory, markers: context.markers)
        BlockRule.find(in: scan, memory: &memory, into: &found)
        for language in PhraseGate.languages(in: scan.line) {
            PhraseRule(language)?.find(in: scan, after: context.earlier, memory: &memory, into: &found)
        }
        HanPhraseRule.find(in: scan, after: context.earlier, memory: &memory, into: &found)
        KeyRule.find(in: scan, memory: &memory, context: context, into: &found)
        DisguiseRule.find(in: scan, into: &found)
        NumberRule.find(in: scan, into: &found)
        CodeRule.find(in: scan, memory: memory, question: context.question, into: &found)
        CardCodeRule.find(in: scan, into: &found)
        MentionedNumber.find(
            in: scan, isTopic: memory.expectsDigits && context.question != .number, into: &found)
        AuthenticatorSeed.find(in: scan, into: &found)
        let used = CredentialRule.find(in: scan, into: &found)
        PasswordRule.find(
            in: scan, except: used, memory: memory, question: context.question, into: &found)
        memory.note(scan, isClean: found.isEmpty)
        return Redaction(
            line: line, findings: found.sorted(in: scan.line), reveals: reveals + found.reveals,
            markers: context.markers)
    }
}
