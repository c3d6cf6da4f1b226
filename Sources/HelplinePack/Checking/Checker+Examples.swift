internal import HelplineCore

extension Checker {
    /// Every example is answered by its intent, and no counter-example is.
    mutating func checkExamples(_ classify: ([Line]) -> [Verdict]) {
        let verdicts = classify(pack.examples.map { Line(text: $0.text, locale: $0.locale) })
        for (example, verdict) in zip(pack.examples, verdicts) {
            proof.note(example, verdict)
            if example.wins {
                checkWins(example, verdict)
            } else if verdict.winners.contains(example.intent) {
                log.note(
                    verdict.severity, .counterExample, at: example.mark, width: example.text.unicodeScalars.count,
                    "\(example.text.named) is answered by \(example.intent.name.named), and must not be",
                    remedy: "narrow its patterns, or add a pattern to “unless”")
            }
        }
    }

    /// No line that is out of scope is answered as a question.
    mutating func checkOutOfScope(_ content: Content, _ classify: ([Line]) -> [Verdict]) {
        let questions = Set(content.intents.filter(\.kind.isQuestion).map(\.id))
        let verdicts = classify(pack.outOfScope.map { Line(text: $0.text, locale: $0.locale) })
        for (line, verdict) in zip(pack.outOfScope, verdicts) {
            let answered = verdict.winners.filter { questions.contains($0) }.map(\.name)
            guard !answered.isEmpty else { continue }
            log.note(
                verdict.severity, .counterExample, at: line.mark, width: line.text.unicodeScalars.count,
                "\(line.text.named) is answered by \(answered.listed(.and)), and must not be",
                remedy: "narrow its patterns, or add a pattern to “unless”")
        }
    }

    private mutating func checkWins(_ example: Example, _ verdict: Verdict) {
        guard !verdict.winners.contains(example.intent) else { return }
        let line: Sentence = "\(example.text.named), an example of \(example.intent.name.named),"
        let width = example.text.unicodeScalars.count
        let others = verdict.tied.filter { $0 != example.intent }.map(\.name)
        if verdict.tied.contains(example.intent), !others.isEmpty {
            log.note(
                verdict.severity, .exampleTied, at: example.mark, width: width,
                line + " ties with \(others.listed(.and))",
                remedy: "cover more of the example by a pattern, or rule it out there by “unless”")
            return
        }
        let winner = (verdict.winners + verdict.tied).map(\.name)
        let answered: Sentence = winner.isEmpty ? "nothing" : winner.listed(.and)
        let reason = verdict.reasons[example.intent] ?? "none of its patterns matches"
        log.note(
            verdict.severity, .exampleLost, at: example.mark, width: width,
            line + " is answered by \(answered): \(reason)",
            remedy: winner.isEmpty
                ? "add a pattern or a phrase that finds it" : "ask “helpline explain” about it; it shows both scores")
    }

    /// Every question can be found in every language, by what users type and by its own title.
    mutating func checkReach(_ content: Content, _ classify: ([Line]) -> [Verdict]) {
        var proven: Set<ProvenIntent> = []
        for example in pack.examples where example.wins {
            proven.insert(ProvenIntent(intent: example.intent, locale: example.locale))
        }
        for intent in content.intents where intent.kind == .faq {
            guard let place = pack.evidence.intents[intent.id] else { continue }
            for locale in content.locales.list where content.locales.fallback[locale] == nil {
                checkReach(intent, locale, place, proven.contains(ProvenIntent(intent: intent.id, locale: locale)))
            }
            checkShadow(intent, place)
        }
        checkTitles(content, classify)
    }

    private struct ProvenIntent: Hashable {
        var intent: IntentID
        var locale: LocaleID
    }

    private mutating func checkReach(_ intent: Intent, _ locale: LocaleID, _ place: Place, _ isProven: Bool) {
        let name = intent.id.name
        let width = name.unicodeScalars.count
        if !intent.triggers.contains(where: { $0.locale == locale }), !intent.triggers.isEmpty {
            log.warning(
                .translationGap, at: place, width: width,
                "\(name.named) has no phrase and no pattern in \(locale.name.named), so it is hardly found there",
                remedy: "add “\(locale.name):” below “phrases” or “patterns”")
        } else if !isProven {
            log.warning(
                .noExamples, at: place, width: width,
                "\(name.named) has no example in \(locale.name.named), so nothing proves that it is found",
                remedy: "add what users type to “examples”")
        }
    }

    /// An intent that wins none of its examples stands in the shadow of others.
    private mutating func checkShadow(_ intent: Intent, _ place: Place) {
        guard let count = proof.counts[intent.id], count.won == 0, let rivals = proof.rivals[intent.id], !rivals.isEmpty
        else { return }
        log.warning(
            .shadowedIntent, at: place, width: intent.id.name.unicodeScalars.count,
            "\(intent.id.name.named) is never answered: all its examples go to \(rivals.map(\.name).sorted().listed(.and))",
            remedy: "narrow the other by “unless”, or make this a special case of it with “reports_as”")
    }

    /// Who types a title that the bot has shown gets what it names.
    private mutating func checkTitles(_ content: Content, _ classify: ([Line]) -> [Verdict]) {
        let titles = pack.evidence.texts.filter { $0.owner != nil && $0.what == "the title" }
        let kinds = Dictionary(content.intents.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let shown = titles.filter { $0.owner.flatMap { kinds[$0]?.kind } == .faq }
        let verdicts = classify(shown.map { Line(text: $0.text, locale: $0.locale) })
        for (title, verdict) in zip(shown, verdicts) {
            guard let owner = title.owner, let intent = kinds[owner] else { continue }
            let answered = verdict.winners.isEmpty ? verdict.tied : verdict.winners
            if answered.contains(where: { kinds[$0]?.reported == intent.reported }) { continue }
            let names = answered.map(\.name)
            log.warning(
                .titleLost, at: title.node.place, width: title.node.width,
                names.isEmpty
                    ? "whoever types the title \(title.text.named) is not understood"
                    : "whoever types the title \(title.text.named) is answered by \(names.listed(.and))",
                remedy: "add a phrase that finds the title; people repeat what they were shown")
        }
    }
}

extension Verdict {
    /// What patterns do wrong is an error; what the examples decide shifts a little with each example that is added, so
    /// that the pack of somebody who adds one must not be refused for it.
    fileprivate var severity: Diagnostic.Severity { isLearnt ? .warning : .error }
}
