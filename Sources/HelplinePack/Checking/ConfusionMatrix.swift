public import HelplineCore

/// How near intents come to one another: for each pair, on how many examples of the one the other was in sight.
public struct ConfusionMatrix: Sendable {
    /// A pair of intents that are hard to tell apart.
    public struct Pair: Sendable, Equatable {
        /// Whose examples they are.
        public var intent: IntentID
        /// Who comes near.
        public var rival: IntentID
        /// On how many examples.
        public var count: Int
        /// How near at most, in thousandths of the score; 0 or less where the rival is as good or better.
        public var margin: Int
        /// The example on which it comes nearest.
        public var example: String
    }

    /// A rival whose score is within so many thousandths of the winner's is in sight.
    static let reach = 150

    private struct Key: Hashable {
        var intent: IntentID
        var rival: IntentID
    }

    private var pairs: [Key: Pair] = [:]
    /// How many examples each intent has.
    public private(set) var examples: [IntentID: Int] = [:]

    init() {}

    /// The pairs, the nearest first, and equally near ones by their names.
    public var rows: [Pair] {
        pairs.values.sorted {
            ($0.margin, -$0.count, $0.intent.name, $0.rival.name)
                < ($1.margin, -$1.count, $1.intent.name, $1.rival.name)
        }
    }

    /// Takes up what an example was answered with.
    mutating func note(_ example: Example, _ verdict: Verdict) {
        examples[example.intent, default: 0] += 1
        guard let own = verdict.candidates.first(where: { $0.intent == example.intent && $0.veto == nil }) else {
            return
        }
        var seen: Set<IntentID> = []
        for rival in verdict.candidates where rival.isInSight(of: own) && seen.insert(rival.intent).inserted {
            let margin = own.score - rival.score
            let key = Key(intent: example.intent, rival: rival.intent)
            var pair =
                pairs[key]
                ?? Pair(intent: key.intent, rival: key.rival, count: 0, margin: margin, example: example.text)
            pair.count += 1
            if margin < pair.margin { (pair.margin, pair.example) = (margin, example.text) }
            pairs[key] = pair
        }
    }

    /// The matrix as a table: a row for each intent that has rivals, a column for each rival.
    ///
    /// A cell says on how many examples of the row the intent of the column was in sight. Columns bear the numbers of
    /// the rows. Below it stand the nearest pairs. Lines are separated by U+000A; the last one has none.
    public func table(in language: Sentence.Language) -> String {
        let rows = rows
        guard !rows.isEmpty else {
            return ("no intent comes near another on any example" as Sentence).said(in: language)
        }
        let names = Set(rows.flatMap { [$0.intent, $0.rival] }).sorted()
        let width = names.map(\.name.count).max() ?? 0
        let numbers = names.indices.map { Self.cell(String($0 + 1)) }.joined()
        var lines = [String(repeating: " ", count: width + 5) + numbers]
        for (number, name) in names.enumerated() {
            let cells = names.map { rival in
                let count =
                    rival == name ? examples[name] : pairs[Key(intent: name, rival: rival)]?.count
                return Self.cell(count.map(String.init) ?? "·")
            }
            let padding = String(repeating: " ", count: width - name.name.count)
            lines.append(Self.cell(String(number + 1)) + " " + name.name + padding + cells.joined())
        }
        lines.append("")
        for pair in rows.prefix(20) { lines.append(pair.words.said(in: language)) }
        return lines.joined(separator: "\n")
    }

    private static func cell(_ text: String) -> String {
        String(repeating: " ", count: max(4 - text.count, 1)) + text
    }
}

extension ConfusionMatrix.Pair {
    /// The pair in a sentence.
    var words: Sentence {
        let (rival, own) = (rival.name.named, intent.name.named)
        let times: Sentence = count == 1 ? "one example" : "\(count) examples"
        return margin > 0
            ? "\(rival) comes within \(margin) of \(own) on \(times), nearest on \(example.named)"
            : "\(rival) is as good as \(own) or better on \(times), such as \(example.named)"
    }
}

extension Verdict.Candidate {
    /// Whether this one competes with another on its line.
    fileprivate func isInSight(of own: Verdict.Candidate) -> Bool {
        intent != own.intent && veto == nil && isAboveBar && (reported == nil || reported != own.reported)
            && (band > own.band || band == own.band && own.score - score < ConfusionMatrix.reach)
    }
}
