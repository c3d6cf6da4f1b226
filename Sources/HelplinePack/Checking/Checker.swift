public import HelplineCore
internal import PCRE2
internal import PatternSet

/// Proves what a pack promises: the work of `helpline check`.
///
/// ```swift
/// let findings = Checker.check(pack, KnowledgeBase(content))
/// let isServed = !findings.contains { $0.severity == .error }
/// ```
public struct Checker: Sendable {
    let pack: LoadedPack
    var log: DiagnosticLog
    /// What is known already of the pack's patterns.
    private var shapes: [Pattern: PatternShape] = [:]

    /// Prepares the check of a pack that was loaded.
    public init(_ pack: LoadedPack) {
        self.pack = pack
        log = DiagnosticLog(files: pack.evidence.files)
    }

    /// Everything there is to say about a pack and the knowledge base made of its content.
    ///
    /// - Parameter warnings: whether to look for what is only doubtful too; without it the check takes less time.
    public static func check(
        _ pack: LoadedPack, _ knowledge: KnowledgeBase, warnings: Bool = true
    ) -> [Diagnostic] {
        var scratch = MatchScratch()
        var checker = Checker(pack)
        if warnings { checker.shapes = knowledge.shapes }
        return checker.check(warnings: warnings) { text, locale in
            Verdict(knowledge.classify(text, locale: locale, using: &scratch))
        }
    }

    /// Everything there is to say about the pack: what loading found and, where it can be used, what the rules find.
    ///
    /// An error among the findings means that the pack must not be served. Costs a classification for each example,
    /// and in all well under 200 ms for a pack of a few dozen intents.
    /// - Parameters:
    ///   - warnings: whether to look for what is only doubtful too.
    ///   - classify: says what a line of a language is answered with.
    public func check(
        warnings: Bool = true, classify: (_ text: String, _ locale: LocaleID) -> Verdict
    ) -> [Diagnostic] {
        guard let content = pack.content else { return pack.diagnostics }
        var checker = self
        checker.checkExamples(classify)
        checker.checkPromises()
        if warnings {
            checker.checkExamplesExist(content)
            checker.checkPatterns()
            checker.checkFacts()
            checker.checkSets()
            checker.checkQuestions()
            checker.checkCommands()
        }
        return DiagnosticReport(pack.diagnostics + checker.log.finished()).diagnostics
    }
}

extension Checker {
    /// Every example is answered by its intent, and no counter-example is.
    private mutating func checkExamples(_ classify: (String, LocaleID) -> Verdict) {
        for example in pack.examples {
            let verdict = classify(example.text, example.locale)
            if example.wins {
                checkWins(example, verdict)
            } else if verdict.winners.contains(example.intent) {
                log.error(
                    .counterExample, at: example.mark, width: example.text.unicodeScalars.count,
                    "\(example.text.named) is answered by \(example.intent.name.named), and must not be",
                    remedy: "narrow its patterns, or add a pattern to “unless”")
            }
        }
    }

    /// Every question has examples in every language.
    private mutating func checkExamplesExist(_ content: Content) {
        let proven = Set(
            pack.examples.lazy.filter(\.wins).map { ProvenIntent(intent: $0.intent, locale: $0.locale) })
        for intent in content.intents where intent.kind == .faq {
            for locale in content.locales.list where content.locales.fallback[locale] == nil {
                guard !proven.contains(ProvenIntent(intent: intent.id, locale: locale)),
                    let place = pack.evidence.intents[intent.id]
                else { continue }
                log.warning(
                    .noExamples, at: place, width: intent.id.name.unicodeScalars.count,
                    "\(intent.id.name.named) has no example in \(locale.name.named), so nothing proves that it is found",
                    remedy: "add what users type to “examples”")
            }
        }
    }

    private struct ProvenIntent: Hashable {
        var intent: IntentID
        var locale: LocaleID
    }

    private mutating func checkWins(_ example: Example, _ verdict: Verdict) {
        guard !verdict.winners.contains(example.intent) else { return }
        let line: Sentence = "\(example.text.named), an example of \(example.intent.name.named),"
        let width = example.text.unicodeScalars.count
        let others = verdict.tied.filter { $0 != example.intent }.map(\.name)
        if verdict.tied.contains(example.intent), !others.isEmpty {
            log.error(
                .exampleTied, at: example.mark, width: width, line + " ties with \(others.listed(.and))",
                remedy: "cover more of the example by a pattern, or rule it out there by “unless”")
            return
        }
        let winner = (verdict.winners + verdict.tied).map(\.name)
        let answered: Sentence = winner.isEmpty ? "nothing" : winner.listed(.and)
        let reason = verdict.reasons[example.intent] ?? "none of its patterns matches"
        log.error(.exampleLost, at: example.mark, width: width, line + " is answered by \(answered): \(reason)")
    }

    /// A pattern that cannot be found by its text is tried on every message.
    private mutating func checkPatterns() {
        var told: Set<Place> = []
        for pattern in pack.evidence.patterns {
            let shape = shapes[pattern.trigger.pattern] ?? PatternShape(pattern.trigger.pattern)
            guard shape.isOpaque || shape.isAlwaysCandidate, told.insert(pattern.place).inserted else { continue }
            let reason = shape.opaqueReason.map { $0.hasSuffix(".") ? String($0.dropLast()) : $0 }
            log.warning(
                .slowPattern, at: pattern.place, width: pattern.trigger.origin.text.unicodeScalars.count,
                reason.map { "the pattern is tried on every message: \(Sentence(words: $0.lowercasedFirst))" }
                    ?? "the pattern is tried on every message, as no text is in all it matches",
                remedy: "let every alternative hold a word")
        }
    }

    /// A set that nothing names is a slip, or waste.
    private mutating func checkSets() {
        for (id, place) in pack.evidence.sets where !pack.evidence.usedSets.contains(id) {
            log.warning(
                .unusedSet, at: place, width: id.name.unicodeScalars.count, "nothing uses the set \(id.name.named)")
        }
    }
}

extension String {
    /// The text with a small first letter.
    fileprivate var lowercasedFirst: String {
        prefix(1).lowercased() + dropFirst()
    }
}
