import ArgumentParser
import HelplineCore
import HelplineWire
import PatternSet

/// Says why a message is answered as it is.
struct Explain: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Say why a message is answered as it is: what matched, what lost, and by how much.",
        discussion: """
            The score is 1000 (2 covered - gap) / (2 total), in weights of meaning: a Han character weighs 3, a letter or
            digit 1, a stop word nothing. Below 250 an intent is not answered; closer than 50 is a tie.
            """)

    @OptionGroup var pack: PackOptions

    @Argument(help: "The message.")
    var text: [String]

    func run() throws {
        let knowledge = try PackFolder.inspect(try pack.configuration().value(.intents))
        var scratch = MatchScratch()
        let message = Controls.removed(from: text.joined(separator: " "))
        let result = knowledge.classify(message, using: &scratch)
        print("normalised  \(result.text.text)")
        print("language    \(result.locale)")
        if let intent = result.intent {
            print("answered    \(intent)")
        } else if !result.choices.isEmpty {
            print("answered    nothing; offered: \(result.choices.map(\.name).joined(separator: ", "))")
        } else {
            print("answered    nothing")
        }
        if result.isOtherProduct { print("about       somebody else's product") }
        if result.isHurry { print("about       haste only") }
        show(result.ranking, of: result, "questions")
        show(result.smalltalk, of: result, "small talk")
        if result.ranking.isLimited { print("limited     a bound ended the matching early") }
    }

    private func show(_ ranking: Ranking, of result: Classification, _ heading: String) {
        guard !ranking.candidates.isEmpty else { return }
        print("\n\(heading)")
        for candidate in ranking.candidates {
            let parts = candidate.parts
            let matched = String(decoding: result.text.bytes[candidate.match], as: UTF8.self)
            print(
                """
                  \(candidate.intent)  band \(candidate.band)  score \(candidate.score)  \(candidate.verdict.words)
                      matched   “\(matched)”
                      pattern   \(candidate.origin.text)  \(candidate.origin.place)
                      score     covered \(parts.covered), gap \(parts.gap), of \(parts.total); \
                context +\(parts.context), language +\(parts.language)
                """)
        }
    }
}

extension Ranking.Candidate.Verdict {
    /// The verdict in words.
    fileprivate var words: String {
        switch self {
        case .wins: "is answered"
        case .ties: "ties: the user is asked"
        case .loses: "loses to one that fits better"
        case .belowBar: "is below the bar of 250"
        case .vetoed(let pattern): "is ruled out by its unless: \(pattern)"
        case .otherProduct(let pattern): "is ruled out, the sentence is about another product: \(pattern)"
        }
    }
}
