public import HelplineCore

/// What a line would be answered with, for a ``Checker``.
public struct Verdict: Sendable, Equatable {
    /// The intents that are answered, at most one for each sentence.
    public var winners: [IntentID]
    /// The intents between which the user would be asked; empty where there are winners.
    public var tied: [IntentID]
    /// Why each of the other intents is not answered, as half a sentence: `it is ruled out by “…”`.
    public var reasons: [IntentID: Sentence]

    /// Describes a verdict.
    public init(winners: [IntentID] = [], tied: [IntentID] = [], reasons: [IntentID: Sentence] = [:]) {
        self.winners = winners
        self.tied = tied
        self.reasons = reasons
    }

    /// What the ranking of Core says: a question where one is found, else talk beside the matter.
    public init(_ classification: Classification) {
        self.init()
        let rankings = [classification.ranking, classification.smalltalk]
        for ranking in rankings where winners.isEmpty && tied.isEmpty {
            switch ranking.decision {
            case .answer(let candidates): winners = candidates.map(\.intent)
            case .ask(let candidates): tied = candidates.map(\.intent)
            case .none: break
            }
        }
        for ranking in rankings {
            for candidate in ranking.candidates where reasons[candidate.intent] == nil {
                reasons[candidate.intent] = Self.reason(candidate, best: ranking.candidates.first)
            }
        }
    }

    private static func reason(_ candidate: Ranking.Candidate, best: Ranking.Candidate?) -> Sentence? {
        switch candidate.verdict {
        case .wins, .ties: nil
        case .loses:
            if let best, best.band != candidate.band {
                "it is in band \(candidate.band), the other in band \(best.band)"
            } else {
                best.map { "its score is \(candidate.score) against \($0.score)" } ?? "its score is \(candidate.score)"
            }
        case .belowBar: "its score of \(candidate.score) is too low"
        case .vetoed(let pattern): "it is ruled out by \(pattern.named)"
        case .otherProduct(let pattern): "\(pattern.named) names somebody else's product"
        }
    }
}
