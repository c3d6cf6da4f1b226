/// Which features speak for or against which outcomes, each pair with a place for its weight.
///
/// A pack with few outcomes has all pairs. With many, nearly all pairs are of a feature and an outcome that never meet:
/// there an outcome has a pair with those features only that its own lessons have, and what most of them have, such as
/// “how” and “the”, tells nothing. So what is learnt, and what it costs, grows with the lessons and not with lessons
/// times outcomes.
struct LearntPairs: Sendable, Equatable {
    /// A pack with more outcomes does not have all pairs, and a feature of more outcomes than that tells nothing.
    static let outcomeLimit = 128

    /// How many outcomes there are.
    let outcomes: Int
    /// Where the pairs of each feature start, and the end of the last; empty where there are all pairs.
    let starts: [UInt32]
    /// The outcome of each pair, those of a feature in order; empty where there are all.
    let partners: [UInt32]
    /// How many pairs there are.
    let count: Int

    /// Whether each feature has a pair with each outcome.
    var hasAll: Bool { starts.isEmpty }

    /// Finds the pairs that samples can teach something about.
    init(_ samples: [LearntSample], features: Int, outcomes: Int, outcomeLimit: Int = LearntPairs.outcomeLimit) {
        guard outcomes > outcomeLimit else {
            self.init(outcomes: outcomes, starts: [], partners: [], count: features * outcomes)
            return
        }
        var met: [[UInt32]] = Array(repeating: [], count: features)
        for sample in samples.sorted(by: { $0.outcome < $1.outcome }) {
            for place in sample.places where met[place].last != UInt32(sample.outcome) {
                met[place].append(UInt32(sample.outcome))
            }
        }
        var starts: [UInt32] = [0]
        var partners: [UInt32] = []
        for outcomes in met {
            if outcomes.count <= outcomeLimit { partners += outcomes }
            starts.append(UInt32(partners.count))
        }
        self.init(outcomes: outcomes, starts: starts, partners: partners, count: partners.count)
    }

    private init(outcomes: Int, starts: [UInt32], partners: [UInt32], count: Int) {
        self.outcomes = outcomes
        self.starts = starts
        self.partners = partners
        self.count = count
    }

    /// Takes pairs as they were written; nil where they do not fit together.
    init?(starts: [UInt32], partners: [UInt32], features: Int, outcomes: Int) {
        guard !starts.isEmpty else {
            guard partners.isEmpty else { return nil }
            self.init(outcomes: outcomes, starts: [], partners: [], count: features * outcomes)
            return
        }
        guard starts.count == features + 1, starts.first == 0, starts.last.map(Int.init) == partners.count,
            zip(starts, starts.dropFirst()).allSatisfy({ $0 <= $1 }), partners.allSatisfy({ $0 < outcomes })
        else { return nil }
        self.init(outcomes: outcomes, starts: starts, partners: partners, count: partners.count)
    }

    /// Passes each pair of a feature: its place, and its outcome.
    @inline(__always)
    func forEach(of feature: Int, _ body: (_ pair: Int, _ outcome: Int) -> Void) {
        if hasAll {
            let row = feature * outcomes
            for outcome in 0..<outcomes { body(row + outcome, outcome) }
        } else {
            for pair in Int(starts[feature])..<Int(starts[feature + 1]) { body(pair, Int(partners[pair])) }
        }
    }
}
