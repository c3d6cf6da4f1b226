extension Resemblance {
    /// A pack that says of fewer lines that nothing answers them cannot know what is none of its business.
    public static let fewestStrangers = 100

    /// Learns which lines are like which; nil where there is too little to learn from.
    ///
    /// Costs about a tenth of a second for some thousand lessons and seconds for some ten thousand, as packs with many
    /// intents learn less of each (``LearntPairs``). The lessons' order decides nothing but the last digits.
    public init?(_ lessons: [Lesson], sets: [SetID: WordSet]) {
        guard lessons.count(where: { $0.intent == nil }) >= Self.fewestStrangers else { return nil }
        let concepts = ConceptWords(sets)
        let intents = Set(lessons.compactMap(\.intent)).sorted()
        guard !intents.isEmpty else { return nil }
        let numbers = Dictionary(uniqueKeysWithValues: intents.enumerated().map { ($0.element, $0.offset) })
        let features = lessons.map { MessageFeatures.hashes(of: NormalizedText($0.text), concepts) }
        let table = FeatureTable(features, count: lessons.count)
        let samples = zip(lessons, features).map { lesson, features in
            LearntSample(
                places: features.compactMap { table.places[$0] }, rarities: table.rarities,
                outcome: lesson.intent.flatMap { numbers[$0] } ?? intents.count)
        }
        let pairs = LearntPairs(samples, features: table.hashes.count, outcomes: intents.count + 1)
        var learner = Learner(pairs)
        learner.learn(samples)
        self.concepts = concepts
        self.pairs = pairs
        outcomes = intents + [nil]
        hashes = table.hashes
        rarities = table.rarities
        unknownRarity = Self.rarity(count: 0, of: lessons.count)
        weights = KeptIntegers(
            learner.weights.map { Int16(max(min(($0 * Self.scale).rounded(), 32767), -32767)) })
        biases = learner.biases
    }

    /// How rare a feature is that `count` of `total` lines have: 1 + ln((1 + total) / (1 + count)), with the logarithm
    /// of two's powers exact and straight lines between them.
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
