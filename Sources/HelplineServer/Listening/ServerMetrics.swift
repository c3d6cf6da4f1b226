import Metrics

/// What a server counts.
struct ServerMetrics: Sendable {
    private let connections: Counter
    private let open: Meter
    private let refused: [Admission.Refusal: Counter]
    private let dismissals: [String: Counter]
    private let lines: Counter
    private let tooLongLines: Counter
    private let delayedLines: Counter
    private let fullWindows: Counter
    private let takeovers: Counter
    private let conversations: Meter
    private let releases: Counter

    init(_ factory: any MetricsFactory) {
        func counter(_ label: String, _ dimensions: [(String, String)] = []) -> Counter {
            Counter(label: "helpline_\(label)", dimensions: dimensions, factory: factory)
        }
        connections = counter("connections_total")
        open = Meter(label: "helpline_connections", factory: factory)
        lines = counter("lines_total")
        tooLongLines = counter("lines_too_long_total")
        delayedLines = counter("lines_delayed_total")
        fullWindows = counter("windows_full_total")
        takeovers = counter("relays_taken_over_total")
        conversations = Meter(label: "helpline_conversations", factory: factory)
        releases = counter("conversations_released_total")
        refused = Dictionary(
            uniqueKeysWithValues: Admission.Refusal.allCases.map {
                ($0, counter("connections_refused_total", [("reason", $0.rawValue)]))
            })
        let reasons = Dismissal.allCases.map(\.rawValue) + [Patience.Overrun.output, .handshake].map(\.rawValue)
        dismissals = Dictionary(
            uniqueKeysWithValues: reasons.map { ($0, counter("connections_dismissed_total", [("reason", $0)])) })
    }

    func opened(refusal: Admission.Refusal?) {
        connections.increment()
        open.increment()
        if let refusal { refused[refusal]?.increment() }
    }

    func closed() { open.decrement() }

    /// A connection was ended for this reason.
    func dismissed(_ reason: String) { dismissals[reason]?.increment() }

    func answered(lines count: Int) {
        if count > 0 { lines.increment(by: count) }
    }

    func tooLong() { tooLongLines.increment() }

    /// A relay has as many unanswered messages as it may.
    func windowFull() { fullWindows.increment() }

    /// A relay's connection was replaced by another.
    func takenOver() { takeovers.increment() }

    /// So many conversations more are in memory, or less.
    func conversations(by count: Int) {
        if count != 0 { conversations.increment(by: Double(count)) }
    }

    /// A conversation gave way to another, or was read again.
    func released() { releases.increment() }

    /// A line has to wait because lines come too fast.
    func delayed() { delayedLines.increment() }
}
