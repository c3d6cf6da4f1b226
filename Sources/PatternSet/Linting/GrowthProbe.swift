internal import PCRE2

/// Measures how the work for a pattern grows with the length of a text.
struct GrowthProbe: ~Copyable {
    /// Texts of these many units are compared, each twice the one before.
    private static let counts = [16, 32, 64]

    /// Texts of so many units, twice and three times as many are compared where the longer ones take too many steps:
    /// the longest three of which every one can be counted.
    private static let shortCounts = [8, 7, 6, 5, 4, 3, 2]

    /// What takes more steps than this for each unit is looked at more closely.
    private static let suspicion = 12

    /// More steps are not counted.
    private static let limit = 100_000

    /// So many of the suspicious texts are looked at more closely: they are much alike.
    private static let closeLooks = 12

    /// Doubling a text may take so many times the steps and still count as linear.
    private static let linearRatio = 2.5

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
        var looks = 0
        for pump in pumps where !meter.isEnough(Self.suspicion * longest, for: pump.text(longest).utf8Span) {
            looks += 1
            guard looks <= Self.closeLooks, worst?.growth != .exponential else { break }
            guard let growth = growth(on: pump) else { continue }
            if worst.map({ $0.growth < growth }) ?? true { worst = (pump, growth) }
        }
        return worst
    }

    /// The growth on one kind of text, nil when it is linear.
    ///
    /// Nearly always it is, and that takes fewer runs to see than the steps of the longest text take to count.
    func growth(on pump: Pump) -> Growth? {
        let longest = pump.text(Self.counts[2])
        guard meter.isEnough(Self.limit, for: pump.text(Self.counts[0]).utf8Span),
            let needed = meter.steps(for: pump.text(Self.counts[1]).utf8Span, upTo: Self.limit)
        else { return fastGrowth(on: pump) }
        let steps = Double(max(needed, 1))
        if meter.isEnough(min(Int(Self.linearRatio * steps), Self.limit), for: longest.utf8Span) { return nil }
        guard let most = meter.steps(for: longest.utf8Span, upTo: Self.limit) else { return fastGrowth(on: pump) }
        return .power(Growth.degree(Double(most) / steps))
    }

    /// The growth where it is too fast for long texts.
    ///
    /// At equal distances an exponential function grows by equal factors, and a power by ever smaller ones. What is too
    /// fast for the shortest texts is taken for exponential.
    private func fastGrowth(on pump: Pump) -> Growth {
        for count in Self.shortCounts {
            guard let steps = steps(on: pump, [count, 2 * count, 3 * count]) else { continue }
            let first = steps[1] / steps[0]
            let second = steps[2] / steps[1]
            // A power of d grows by 2 to the d, then by 1.5 to the d, which is less than the first to 0.6.
            return second * second > first * first.squareRoot() ? .exponential : .power(Growth.degree(first))
        }
        return .exponential
    }

    /// The steps for texts of so many units, nil where one of them takes too many.
    private func steps(on pump: Pump, _ counts: [Int]) -> [Double]? {
        // The longest first: it says soonest that they are too long.
        guard meter.isEnough(Self.limit, for: pump.text(counts[2]).utf8Span) else { return nil }
        return counts.map { Double(max(meter.steps(for: pump.text($0).utf8Span, upTo: Self.limit) ?? Self.limit, 1)) }
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
