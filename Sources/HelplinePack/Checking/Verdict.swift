public import HelplineCore

/// What a line would be answered with, for a ``Checker``.
public struct Verdict: Sendable, Equatable {
    /// An intent that a pattern found.
    public struct Candidate: Sendable, Equatable {
        /// The intent.
        public var intent: IntentID
        /// The id that replies show; intents that share it do not compete.
        public var reported: IntentID?
        /// Compared before the score.
        public var band: Int
        /// In thousandths.
        public var score: Int
        /// Where the pattern stands that gave the score.
        public var pattern: String
        /// The pattern of `unless` that rules it out, nil where none does.
        public var veto: String?
        /// Whether its score reaches the bar below which nothing is answered.
        public var isAboveBar: Bool

        /// Describes a candidate.
        public init(
            intent: IntentID, reported: IntentID? = nil, band: Int = 0, score: Int, pattern: String = "",
            veto: String? = nil, isAboveBar: Bool = true
        ) {
            self.intent = intent
            self.reported = reported
            self.band = band
            self.score = score
            self.pattern = pattern
            self.veto = veto
            self.isAboveBar = isAboveBar
        }
    }

    /// The intents that are answered, at most one for each sentence.
    public var winners: [IntentID]
    /// The intents between which the user would be asked; empty where there are winners.
    public var tied: [IntentID]
    /// Why each of the other intents is not answered, as half a sentence: `it is ruled out by “…”`.
    public var reasons: [IntentID: Sentence]
    /// Every intent found, questions before talk beside the matter, best first.
    public var candidates: [Candidate]
    /// Whether the examples decided, or might have: what was learnt changes a little with every example.
    public var isLearnt: Bool

    /// Describes a verdict.
    public init(
        winners: [IntentID] = [], tied: [IntentID] = [], reasons: [IntentID: Sentence] = [:],
        candidates: [Candidate] = [], isLearnt: Bool = false
    ) {
        self.isLearnt = isLearnt
        self.winners = winners
        self.tied = tied
        self.reasons = reasons
        self.candidates = candidates
    }

    /// What the ranking of Core says: a question where one is found, else talk beside the matter.
    public init(_ classification: Classification, in knowledge: KnowledgeBase) {
        self.init()
        let rankings = [classification.ranking, classification.smalltalk, classification.care]
        for ranking in rankings.dropLast() where winners.isEmpty && tied.isEmpty {
            switch ranking.decision {
            case .answer(let candidates): winners = candidates.map(\.intent)
            case .ask(let candidates): tied = candidates.map(\.intent)
            case .none: break
            }
        }
        // Words of care are said whatever else is.
        if case .answer(let candidates) = classification.care.decision { winners += candidates.map(\.intent) }
        isLearnt = knowledge.hasLearnt && !classification.ranking.isPlain
        for ranking in rankings {
            for candidate in ranking.candidates {
                candidates.append(Candidate(candidate, reported: knowledge.intent(candidate.intent)?.reported))
                guard reasons[candidate.intent] == nil else { continue }
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
        case .doubtful: "the examples do not speak for it"
        case .belowBar: "its score of \(candidate.score) is too low"
        case .vetoed(let pattern): "it is ruled out by \(pattern.named)"
        case .otherProduct(let pattern): "\(pattern.named) names somebody else's product"
        }
    }
}

extension Verdict.Candidate {
    fileprivate init(_ candidate: Ranking.Candidate, reported: IntentID?) {
        var veto: String?
        if case .vetoed(let pattern) = candidate.verdict { veto = pattern }
        self.init(
            intent: candidate.intent, reported: reported, band: candidate.band, score: candidate.score,
            pattern: candidate.origin.place, veto: veto, isAboveBar: candidate.verdict != .belowBar)
    }
}
