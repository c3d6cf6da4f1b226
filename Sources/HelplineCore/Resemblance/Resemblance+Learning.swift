extension Resemblance {
    /// A pack that says of fewer lines that nothing answers them cannot know what is none of its business.
    public static let fewestStrangers = 100

    /// Learns which lines are like which; nil where there is too little to learn from.
    ///
    /// Costs about a tenth of a second for some thousand lessons. The lessons' order decides nothing but the last digits.
    public init?(_ lessons: [Lesson], sets: [SetID: WordSet]) {
        guard lessons.count(where: { $0.intent == nil }) >= Self.fewestStrangers else { return nil }
        let concepts = ConceptWords(sets)
        let intents = Set(lessons.compactMap(\.intent)).sorted()
        guard !intents.isEmpty else { return nil }
        let numbers = Dictionary(uniqueKeysWithValues: intents.enumerated().map { ($0.element, $0.offset) })
        let features = lessons.map { MessageFeatures.hashes(of: NormalizedText($0.text), concepts) }
        let table = FeatureTable(features, count: lessons.count)
        var learner = Learner(features: table.hashes.count, outcomes: intents.count + 1)
        let samples = zip(lessons, features).map { lesson, features in
            Learner.Sample(
                places: features.compactMap { table.places[$0] }, rarities: table.rarities,
                outcome: lesson.intent.flatMap { numbers[$0] } ?? intents.count)
        }
        learner.learn(samples)
        self.concepts = concepts
        outcomes = intents + [nil]
        hashes = table.hashes
        rarities = table.rarities
        unknownRarity = Self.rarity(count: 0, of: lessons.count)
        weights = KeptIntegers(
            learner.weights.map { Int16(max(min(($0 * Self.scale).rounded(), 32767), -32767)) })
        biases = learner.biases
    }

    /// How rare a feature is that `count` of `total` lines have: 1 + ln((1 + total) / (1 + count)), with the logarithm of
    /// two's powers exact and straight lines between them.
    fileprivate static func rarity(count: Int, of total: Int) -> Float {
        let ratio = Float(1 + total) / Float(1 + count)
        return 1 + 0.6931472 * (Float(ratio.exponent) + ratio.significand - 1)
    }
}

/// The features of all lessons, numbered.
private struct FeatureTable {
    let hashes: [UInt32]
    let places: [UInt32: Int]
    let rarities: [Float]

    init(_ lines: [[UInt32]], count total: Int) {
        var counts: [UInt32: Int] = [:]
        for line in lines { for feature in line { counts[feature, default: 0] += 1 } }
        hashes = counts.keys.sorted()
        places = Dictionary(uniqueKeysWithValues: hashes.enumerated().map { ($0.element, $0.offset) })
        rarities = hashes.map { Resemblance.rarity(count: counts[$0] ?? 0, of: total) }
    }
}

/// Multinomial logistic regression by stochastic gradient descent.
///
/// Each weight has a step of its own, which its own slopes make smaller: AdaGrad, Duchi, Hazan and Singer, 2011.
private struct Learner {
    struct Sample {
        var places: [Int]
        var values: [Float]
        var outcome: Int

        init(places: [Int], rarities: [Float], outcome: Int) {
            self.places = places
            self.outcome = outcome
            let length = places.reduce(Float(0)) { $0 + rarities[$1] * rarities[$1] }.squareRoot()
            values = places.map { rarities[$0] / max(length, .leastNormalMagnitude) }
        }
    }

    /// Every lesson is gone through so often.
    private static let rounds = 12
    private static let step: Float = 0.5
    /// An outcome that is guessed right but for so little teaches nothing more.
    private static let tolerance: Float = 0.004

    private let outcomes: Int
    private(set) var weights: [Float]
    private(set) var biases: [Float]
    private var squares: [Float]
    private var biasSquares: [Float]

    init(features: Int, outcomes: Int) {
        self.outcomes = outcomes
        weights = [Float](repeating: 0, count: features * outcomes)
        squares = [Float](repeating: 0.0001, count: features * outcomes)
        biases = [Float](repeating: 0, count: outcomes)
        biasSquares = [Float](repeating: 1, count: outcomes)
    }

    mutating func learn(_ samples: [Sample]) {
        var order = Array(samples.indices)
        var random: UInt64 = 0x9E37_79B9_7F4A_7C15
        for _ in 0..<Self.rounds {
            for index in order.indices.dropFirst().reversed() {
                random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                order.swapAt(index, Int((random >> 33) % UInt64(index + 1)))
            }
            for number in order { learn(samples[number]) }
        }
    }

    private mutating func learn(_ sample: Sample) {
        let errors = errors(sample)
        for outcome in 0..<outcomes where abs(errors[outcome]) > Self.tolerance {
            let error = errors[outcome]
            biasSquares[outcome] += error * error
            biases[outcome] -= Self.step * 0.1 * error / biasSquares[outcome].squareRoot()
            for (place, value) in zip(sample.places, sample.values) {
                let weight = place * outcomes + outcome
                let slope = error * value
                squares[weight] += slope * slope
                weights[weight] -= Self.step * slope / squares[weight].squareRoot()
            }
        }
    }

    /// By how much each outcome is guessed too high.
    private func errors(_ sample: Sample) -> [Float] {
        var sums = biases
        for (place, value) in zip(sample.places, sample.values) {
            for outcome in 0..<outcomes { sums[outcome] += value * weights[place * outcomes + outcome] }
        }
        var errors = Resemblance.shares(of: sums)
        errors[sample.outcome] -= 1
        return errors
    }
}
