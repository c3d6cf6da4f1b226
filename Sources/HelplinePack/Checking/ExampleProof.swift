internal import HelplineCore

/// What trying the examples has shown, for the rules that come after.
struct ExampleProof: Sendable {
    /// The examples that each intent wins, and all it has.
    struct Count: Sendable {
        var won = 0
        var all = 0
    }

    /// Where the patterns stand that won an example for their intent.
    var deciding: Set<String> = []
    /// The patterns of `unless` that ruled their intent out of a line, by intent.
    var vetoing: [IntentID: Set<String>] = [:]
    var counts: [IntentID: Count] = [:]
    /// Who was answered instead, by the intent whose example it was.
    var rivals: [IntentID: Set<IntentID>] = [:]
    var confusions = ConfusionMatrix()

    /// Takes up what an example was answered with.
    mutating func note(_ example: Example, _ verdict: Verdict) {
        for candidate in verdict.candidates {
            if let veto = candidate.veto { vetoing[candidate.intent, default: []].insert(veto) }
        }
        guard example.wins else { return }
        let isWon = verdict.winners.contains(example.intent)
        counts[example.intent, default: Count()].all += 1
        confusions.note(example, verdict)
        guard isWon else {
            rivals[example.intent, default: []].formUnion(verdict.winners + verdict.tied)
            return
        }
        counts[example.intent, default: Count()].won += 1
        for candidate in verdict.candidates where candidate.intent == example.intent && candidate.veto == nil {
            deciding.insert(candidate.pattern)
        }
    }
}
