/// Multinomial logistic regression by stochastic gradient descent.
///
/// Each weight has a step of its own, which its own slopes make smaller: AdaGrad, Duchi, Hazan and Singer, 2011. Of
/// many outcomes only those are looked at that a feature of the lesson is paired with; the others share what their
/// biases give.
struct Learner {
    /// Every lesson is gone through so often.
    private static let rounds = 12
    private static let step: Float = 0.5
    /// An outcome that is guessed right but for so little teaches nothing more.
    private static let tolerance: Float = 0.004

    private let pairs: LearntPairs
    private(set) var weights: [Float]
    private(set) var biases: [Float]
    private var squares: [Float]
    private var biasSquares: [Float]

    /// The outcomes that are looked at for the lesson in hand, and what is worked out for each outcome.
    private var touched: [Int]
    private var isTouched: [Bool]
    private var errors: [Float]

    /// What all outcomes would add to the sum of powers by their biases alone.
    private var powerOfBiases: Double

    init(_ pairs: LearntPairs) {
        self.pairs = pairs
        weights = [Float](repeating: 0, count: pairs.count)
        squares = [Float](repeating: 0.0001, count: pairs.count)
        biases = [Float](repeating: 0, count: pairs.outcomes)
        biasSquares = [Float](repeating: 1, count: pairs.outcomes)
        touched = pairs.hasAll ? Array(0..<pairs.outcomes) : []
        isTouched = [Bool](repeating: pairs.hasAll, count: pairs.outcomes)
        errors = biases
        powerOfBiases = Double(pairs.outcomes)
    }

    mutating func learn(_ samples: [LearntSample]) {
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

    private mutating func learn(_ sample: LearntSample) {
        touch(sample)
        guess(sample)
        for outcome in touched where abs(errors[outcome]) > Self.tolerance { moveBias(of: outcome) }
        for (place, value) in zip(sample.places, sample.values) {
            pairs.forEach(of: place) { pair, outcome in
                guard abs(errors[outcome]) > Self.tolerance else { return }
                let slope = errors[outcome] * value
                squares[pair] += slope * slope
                weights[pair] -= Self.step * slope / squares[pair].squareRoot()
            }
        }
    }

    /// Lists the outcomes that a lesson's features are paired with, its own, and “none of them”.
    private mutating func touch(_ sample: LearntSample) {
        guard !pairs.hasAll else { return }
        for outcome in touched { isTouched[outcome] = false }
        touched.removeAll(keepingCapacity: true)
        for outcome in [sample.outcome, pairs.outcomes - 1] where !isTouched[outcome] {
            isTouched[outcome] = true
            touched.append(outcome)
        }
        for place in sample.places {
            pairs.forEach(of: place) { _, outcome in
                guard !isTouched[outcome] else { return }
                isTouched[outcome] = true
                touched.append(outcome)
            }
        }
    }

    /// Works out by how much each outcome is guessed too high.
    private mutating func guess(_ sample: LearntSample) {
        for outcome in touched { errors[outcome] = biases[outcome] }
        for (place, value) in zip(sample.places, sample.values) {
            pairs.forEach(of: place) { pair, outcome in errors[outcome] += value * weights[pair] }
        }
        var highest = errors[touched[0]]
        for outcome in touched { highest = max(highest, errors[outcome]) }
        var total: Float = 0
        if !pairs.hasAll {
            // The others: all, less those that are looked at.
            let own = touched.reduce(0) { $0 + Double(Resemblance.exponential(biases[$1])) }
            total = Float(max(powerOfBiases - own, 0)) * Resemblance.exponential(-highest)
        }
        for outcome in touched {
            errors[outcome] = Resemblance.exponential(errors[outcome] - highest)
            total += errors[outcome]
        }
        for outcome in touched { errors[outcome] /= total }
        errors[sample.outcome] -= 1
    }

    private mutating func moveBias(of outcome: Int) {
        let error = errors[outcome]
        let before = Resemblance.exponential(biases[outcome])
        biasSquares[outcome] += error * error
        biases[outcome] -= Self.step * 0.1 * error / biasSquares[outcome].squareRoot()
        powerOfBiases += Double(Resemblance.exponential(biases[outcome])) - Double(before)
    }
}
