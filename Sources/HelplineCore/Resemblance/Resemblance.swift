/// What messages are like: learnt from a pack's examples, and from lines that nothing of it answers.
///
/// Patterns say what they say and nothing else; people say it otherwise. Where no pattern finds anything, the message
/// is compared with all examples at once: each word, pair of characters and word set speaks for some intents and
/// against others, with weights that were learnt (multinomial logistic regression over features weighted by rarity and
/// brought to length one). Features that no example has count too: a message that is mostly of unknown words is like
/// nothing.
///
/// Immutable; a message costs some microseconds and one allocation a feature list. The same lessons give the same
/// weights on every machine, as only additions, multiplications and square roots of IEEE 754 are used.
public struct Resemblance: Sendable {
    /// The share in thousandths from which an intent is answered.
    public static let answerBar = 490
    /// The share in thousandths from which an intent is answered though another product is named.
    public static let otherProductBar = 750
    /// How many times as likely an intent is that a pattern found, but little of the message speaks for it.
    static let worthOfPattern = 6
    /// The same where the pattern explains most of the message.
    static let worthOfStrongPattern = 10
    /// How many times as likely each of several intents is that patterns found alike.
    static let worthOfTie = 4
    /// A message of fewer bytes, less than two Han characters, is like nothing.
    static let leastLength = 6
    /// The share in thousandths from which an intent is offered.
    public static let offerBar = 30
    /// The share in thousandths from which an intent is offered though another product is named.
    static let otherOfferBar = 60

    /// An intent and how likely it is what the message means.
    public struct Likeness: Sendable, Equatable {
        /// The intent.
        public var intent: IntentID
        /// In thousandths; those of all intents and of “none of them” add up to 1000.
        public var share: Int
    }

    /// The weights are kept as so many parts of one.
    static let scale: Float = 512

    /// The words that speak for others of their sets.
    let concepts: ConceptWords
    /// What the weights speak for; the last one, nil, is “none of them”.
    let outcomes: [IntentID?]
    /// The features, in order.
    let hashes: [UInt32]
    /// How rare each feature is.
    let rarities: [Float]
    /// How rare a feature is that no example has.
    let unknownRarity: Float
    /// Which features are paired with which outcomes.
    let pairs: LearntPairs
    /// The weight of each pair.
    let weights: KeptIntegers<Int16>
    /// For each outcome what speaks for it from the start.
    let biases: [Float]

    /// How likely each intent is of which that can be said in thousandths, the likeliest first.
    func likenesses(of text: NormalizedText) -> [Likeness] {
        likenesses(of: MessageFeatures.hashes(of: text, concepts))
    }

    /// How likely each intent is of which that can be said in thousandths, the likeliest first.
    ///
    /// - Parameter features: those of the message, in order and without doubles.
    func likenesses(of features: [UInt32]) -> [Likeness] {
        let shares = Self.shares(of: sums(of: features))
        return zip(outcomes, shares).compactMap { outcome, share in
            // What is like nothing is left out: a large pack has thousands of such. Nor is there a share where weights
            // that somebody forged have made none that is a number.
            share >= 0.001 ? outcome.map { Likeness(intent: $0, share: Int(1000 * share)) } : nil
        }.sorted { ($0.share, $1.intent) > ($1.share, $0.intent) }
    }

    private func sums(of features: [UInt32]) -> [Float] {
        var sums = [Float](repeating: 0, count: outcomes.count)
        var squares: Float = 0
        for feature in features {
            guard let place = place(of: feature) else {
                squares += unknownRarity * unknownRarity
                continue
            }
            let rarity = rarities[place]
            squares += rarity * rarity
            pairs.forEach(of: place) { pair, outcome in sums[outcome] += rarity * Float(weights[pair]) }
        }
        let length = squares > 0 ? squares.squareRoot() * Self.scale : 1
        return zip(sums, biases).map { $0 / length + $1 }
    }

    private func place(of feature: UInt32) -> Int? {
        let place = hashes.firstIndex(notBelow: feature)
        return place < hashes.count && hashes[place] == feature ? place : nil
    }

    /// The softmax of sums.
    static func shares(of sums: [Float]) -> [Float] {
        let highest = sums.max() ?? 0
        let powers = sums.map { exponential($0 - highest) }
        let total = powers.reduce(0, +)
        return powers.map { $0 / total }
    }

    /// e to a power, to three digits and more; the limit of (1 + x/n)^n, without a library that differs from
    /// machine to machine.
    static func exponential(_ power: Float) -> Float {
        guard power > -16 else { return 0 }
        var value = Double(1 + Double(power) / 4096)
        for _ in 0..<12 { value *= value }
        return Float(value)
    }
}
