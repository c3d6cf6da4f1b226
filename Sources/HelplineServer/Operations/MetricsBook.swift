public import Metrics
import Synchronization

/// Keeps what is counted and writes it down as Prometheus reads it (text format 0.0.4).
///
/// A counter and a gauge are one number; a timer and a recorder are a sum and a count. Numbers of the same label and
/// dimensions are one, whoever counts. Counting is one atomic addition; making a number takes a lock.
public final class MetricsBook: MetricsFactory {
    private let numbers = Mutex<[MetricsNumber.Name: MetricsNumber]>([:])

    /// An empty book.
    public init() {}

    /// The value of a number; nil where nobody has made one of this name.
    public func value(_ label: String, _ dimensions: [(String, String)] = []) -> Double? {
        let name = MetricsNumber.Name(label: label, dimensions: dimensions)
        return numbers.withLock { $0[name] }?.value
    }

    /// All numbers, sorted by name, each name behind its type.
    public var text: String {
        var lines: [String] = []
        var label = ""
        for number in numbers.withLock({ $0.values.sorted { $0.name < $1.name } }) {
            if number.name.label != label {
                label = number.name.label
                lines.append("# TYPE \(label) \(number.kind.rawValue)")
            }
            lines += number.lines
        }
        return lines.map { $0 + "\n" }.joined()
    }

    private func number(
        _ label: String, _ dimensions: [(String, String)], _ kind: MetricsNumber.Kind
    ) -> MetricsNumber {
        let name = MetricsNumber.Name(label: label, dimensions: dimensions)
        return numbers.withLock { numbers in
            if let number = numbers[name] { return number }
            let number = MetricsNumber(name, kind)
            numbers[name] = number
            return number
        }
    }

    /// A number that only grows.
    public func makeCounter(label: String, dimensions: [(String, String)]) -> any CounterHandler {
        number(label, dimensions, .counter)
    }

    /// A number that goes up and down.
    public func makeMeter(label: String, dimensions: [(String, String)]) -> any MeterHandler {
        number(label, dimensions, .gauge)
    }

    /// Values of which sum and count are kept; without `aggregate` the last value.
    public func makeRecorder(label: String, dimensions: [(String, String)], aggregate: Bool) -> any RecorderHandler {
        number(label, dimensions, aggregate ? .summary : .gauge)
    }

    /// Durations in seconds, of which sum and count are kept.
    public func makeTimer(label: String, dimensions: [(String, String)]) -> any TimerHandler {
        number(label, dimensions, .summary)
    }

    /// Numbers stay: a counter that came again at zero would be a fall.
    public func destroyCounter(_ handler: any CounterHandler) {}
    /// Numbers stay.
    public func destroyMeter(_ handler: any MeterHandler) {}
    /// Numbers stay.
    public func destroyRecorder(_ handler: any RecorderHandler) {}
    /// Numbers stay.
    public func destroyTimer(_ handler: any TimerHandler) {}
}
