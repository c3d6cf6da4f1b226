internal import PCRE2

/// Measures how the work for a pattern grows with the length of a text.
struct GrowthProbe: ~Copyable {
    /// Texts of these many units are compared, each twice the one before.
    private static let counts = [12, 24, 48]

    /// What takes more steps than this for each unit is looked at more closely.
    private static let suspicion = 24

    /// More steps are not counted.
    private static let limit = 400_000

    /// Doubling a text may take so many times the steps and still count as linear.
    private static let linearRatio = 2.5

    /// Doubling a text that takes so many times the steps counts as exponential: nobody writes a seventh power.
    private static let exponentialRatio = 100.0

    private let meter: StepMeter
    private let pumps: [Pump]

    init?(_ pattern: Pattern) {
        guard let meter = try? StepMeter(pattern) else { return nil }
        self.meter = meter
        pumps = Pump.all(for: PatternShape(pattern), pattern.text)
    }

    /// The text on which the work grows fastest, nil when it grows no faster than any text does.
    func worst() -> (pump: Pump, growth: Growth)? {
        var worst: (pump: Pump, growth: Growth)?
        let longest = Self.counts[2]
        for pump in pumps where !meter.isEnough(Self.suspicion * longest, for: pump.text(longest).utf8Span) {
            guard let growth = growth(on: pump) else { continue }
            if worst.map({ $0.growth < growth }) ?? true { worst = (pump, growth) }
        }
        return worst
    }

    /// The growth on one kind of text, nil when it is linear.
    func growth(on pump: Pump) -> Growth? {
        var steps: [Int] = []
        for count in Self.counts {
            guard let needed = meter.steps(for: pump.text(count).utf8Span, upTo: Self.limit) else { break }
            steps.append(max(needed, 1))
        }
        guard steps.count > 1 else { return .exponential }
        let ratio = Double(steps[steps.count - 1]) / Double(steps[steps.count - 2])
        if steps.count == 2 { return ratio >= Self.exponentialRatio ? .exponential : .power(Growth.degree(ratio)) }
        if ratio >= Self.exponentialRatio { return .exponential }
        return ratio > Self.linearRatio ? .power(Growth.degree(ratio)) : nil
    }

    /// How the work grows.
    enum Growth: Comparable {
        case power(Int)
        case exponential

        /// The power of two that a ratio is nearest to.
        static func degree(_ ratio: Double) -> Int {
            var degree = 1
            while Double(1 << degree) * 1.42 < ratio { degree += 1 }
            return max(degree, 2)
        }

        var kind: PatternRisk.Kind {
            switch self {
            case .power(let degree): .polynomial(degree: degree)
            case .exponential: .exponential
            }
        }
    }
}
