import Metrics
import Synchronization

/// One number of a ``MetricsBook``, whatever it counts.
final class MetricsNumber: CounterHandler, MeterHandler, RecorderHandler, TimerHandler {
    /// What a number is, as Prometheus calls it.
    enum Kind: String {
        case counter
        case gauge
        case summary
    }

    /// The name of a number: a label and dimensions, sorted.
    struct Name: Hashable, Comparable {
        var label: String
        private var dimensions: [[String]]

        init(label: String, dimensions: [(String, String)]) {
            self.label = label
            self.dimensions = dimensions.map { [$0.0, $0.1] }.sorted { $0[0] < $1[0] }
        }

        /// `{reason="full"}`, or nothing.
        var suffix: String {
            guard !dimensions.isEmpty else { return "" }
            let parts = dimensions.map { "\($0[0])=\"\(Self.escaped($0[1]))\"" }
            return "{" + parts.joined(separator: ",") + "}"
        }

        static func < (left: Self, right: Self) -> Bool {
            (left.label, left.suffix) < (right.label, right.suffix)
        }

        private static func escaped(_ value: String) -> String {
            value.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
        }
    }

    let name: Name
    let kind: Kind
    /// A counter as it is; all else in billionths, so that a duration is nanoseconds and adding is one step.
    private let sum = Atomic<Int64>(0)
    private let count = Atomic<Int64>(0)

    private static let scale = 1_000_000_000.0

    init(_ name: Name, _ kind: Kind) {
        self.name = name
        self.kind = kind
    }

    /// The number; of a summary the sum.
    var value: Double {
        let sum = sum.load(ordering: .relaxed)
        return kind == .counter ? Double(sum) : Double(sum) / Self.scale
    }

    /// The number as it is written down.
    var lines: [String] {
        switch kind {
        case .counter, .gauge: ["\(name.label)\(name.suffix) \(Self.written(value))"]
        case .summary:
            [
                "\(name.label)_sum\(name.suffix) \(Self.written(value))",
                "\(name.label)_count\(name.suffix) \(count.load(ordering: .relaxed))",
            ]
        }
    }

    /// Whole numbers without a point.
    private static func written(_ value: Double) -> String {
        Int64(exactly: value).map(String.init) ?? "\(value)"
    }

    /// A value in billionths; what is no number, or too large for one, counts as nothing.
    private static func scaled(_ value: Double) -> Int64 {
        Int64(exactly: (value * scale).rounded()) ?? 0
    }

    func increment(by amount: Int64) { sum.wrappingAdd(amount, ordering: .relaxed) }
    func reset() { sum.store(0, ordering: .relaxed) }

    func set(_ value: Int64) { set(Double(value)) }
    func set(_ value: Double) { sum.store(Self.scaled(value), ordering: .relaxed) }
    func increment(by amount: Double) { sum.wrappingAdd(Self.scaled(amount), ordering: .relaxed) }
    func decrement(by amount: Double) { sum.wrappingSubtract(Self.scaled(amount), ordering: .relaxed) }

    func record(_ value: Int64) { record(Double(value)) }

    func record(_ value: Double) {
        guard kind == .summary else { return set(value) }
        sum.wrappingAdd(Self.scaled(value), ordering: .relaxed)
        count.wrappingAdd(1, ordering: .relaxed)
    }

    func recordNanoseconds(_ duration: Int64) {
        sum.wrappingAdd(duration, ordering: .relaxed)
        count.wrappingAdd(1, ordering: .relaxed)
    }
}
