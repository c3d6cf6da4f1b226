internal import HelplineCore
internal import PCRE2
internal import PatternSet

extension Checker {
    /// A pattern that cannot be found by its text is tried on every message.
    mutating func checkPatterns() {
        var told: Set<Place> = []
        for pattern in pack.evidence.patterns {
            let shape = shapes[pattern.trigger.pattern] ?? PatternShape(pattern.trigger.pattern)
            guard shape.isOpaque || shape.isAlwaysCandidate, told.insert(pattern.place).inserted else { continue }
            let width = pattern.trigger.origin.text.unicodeScalars.count
            log.warning(
                .slowPattern, at: pattern.place, width: width,
                shape.reason.map { "the pattern is tried on every message: \($0)" }
                    ?? "the pattern is tried on every message, as no text is in all it matches",
                remedy: "let every alternative hold a word")
        }
    }

    /// The same pattern in two intents makes a tie of every line that only it finds.
    mutating func checkSharedPatterns(_ content: Content) {
        let places = patternPlaces
        var owners: [SharedPattern: (intent: Intent, origin: Origin)] = [:]
        for intent in content.intents {
            for trigger in intent.triggers {
                let key = SharedPattern(pattern: trigger.pattern, locale: trigger.locale, band: intent.band)
                guard let first = owners[key] else {
                    owners[key] = (intent, trigger.origin)
                    continue
                }
                guard first.intent.id != intent.id, first.intent.reported != intent.reported,
                    let place = places[trigger.origin.place]
                else { continue }
                log.warning(
                    .sharedPattern, at: place, width: trigger.origin.text.unicodeScalars.count,
                    "this stands in \(first.intent.id.name.named) too, so what only it finds is a tie between both",
                    remedy: "keep it in one of them; the other one is at \(first.origin.place)")
            }
        }
    }

    private struct SharedPattern: Hashable {
        var pattern: Pattern
        var locale: LocaleID
        var band: Int
    }

    /// A pattern that wins no example, and an “unless” that rules nothing out, may be dead weight.
    mutating func checkNeeds(_ content: Content) {
        let places = patternPlaces
        for intent in content.intents where intent.kind.isQuestion {
            guard proof.counts[intent.id] != nil else { continue }
            var told: Set<String> = []
            for trigger in intent.triggers
            where !proof.deciding.contains(trigger.origin.place) && told.insert(trigger.origin.place).inserted {
                guard let place = places[trigger.origin.place] else { continue }
                log.note(
                    .note, .unprovenPattern, at: place, width: trigger.origin.text.unicodeScalars.count,
                    "no example of \(intent.id.name.named) needs this pattern",
                    remedy: "add an example that only it finds, or take it out")
            }
            let vetoing = proof.vetoing[intent.id, default: []]
            for veto in intent.vetoes where !vetoing.contains(veto.origin.text) {
                guard let place = places[veto.origin.place] else { continue }
                log.note(
                    .note, .unprovenPattern, at: place, width: veto.origin.text.unicodeScalars.count,
                    "no example shows what this “unless” keeps out of \(intent.id.name.named)",
                    remedy: "add a line that it keeps out to “not_examples”, or take it out")
            }
        }
    }

    /// Where each pattern stands, by the words of its place.
    private var patternPlaces: [String: Place] {
        Dictionary(pack.evidence.patterns.map { ($0.trigger.origin.place, $0.place) }, uniquingKeysWith: { $1 })
    }

    /// A set that nothing names is a slip, or waste.
    mutating func checkSets() {
        for (id, place) in pack.evidence.sets where !pack.evidence.usedSets.contains(id) {
            log.warning(
                .unusedSet, at: place, width: id.name.unicodeScalars.count, "nothing uses the set \(id.name.named)",
                remedy: "write {{\(id.name)}} where it is meant, or take it out")
        }
    }
}
