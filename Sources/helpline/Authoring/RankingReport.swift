import HelplineCore
import HelplinePack

/// What matched, what lost and by how much, line by line.
struct RankingReport {
    let text: NormalizedText
    let language: Sentence.Language

    /// The candidates of a ranking below a heading; nothing where there are none.
    func lines(_ ranking: Ranking, _ heading: Sentence) -> [String] {
        guard !ranking.candidates.isEmpty else { return [] }
        return [heading.said(in: language)] + ranking.candidates.flatMap(lines)
            + (ranking.isLimited ? [("a bound ended the matching early" as Sentence).said(in: language)] : [])
    }

    private func lines(_ candidate: Ranking.Candidate) -> [String] {
        let parts = candidate.parts
        let matched = String(decoding: text.bytes[candidate.match], as: UTF8.self)
        let head: Sentence =
            "  \(candidate.intent.name)  band \(candidate.band)  score \(candidate.score)  \(candidate.verdict.words)"
        if candidate.origin == .examples {
            return [
                head.said(in: language),
                ("      its examples are most like the message; no pattern says so" as Sentence).said(in: language),
            ]
        }
        let score: Sentence =
            "      covered \(parts.covered), gap \(parts.gap), of \(parts.total); context +\(parts.context), language +\(parts.language)"
        return [
            head.said(in: language), score.said(in: language),
            ("      matched “\(matched)” by \(candidate.origin.text)  \(candidate.origin.place)" as Sentence)
                .said(in: language),
        ]
    }
}

extension Ranking.Candidate.Verdict {
    /// The verdict in words.
    fileprivate var words: Sentence {
        switch self {
        case .wins: "is answered"
        case .ties: "ties: the user is asked"
        case .loses: "loses to one that fits better"
        case .doubtful: "is doubtful: the examples do not speak for it"
        case .belowBar: "is below the bar of \(250)"
        case .vetoed(let pattern): "is ruled out by its unless: \(pattern)"
        case .otherProduct(let pattern): "is ruled out, the sentence is about another product: \(pattern)"
        }
    }
}
