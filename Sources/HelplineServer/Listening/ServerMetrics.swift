import Metrics

/// What a server counts.
struct ServerMetrics: Sendable {
    private let connections = Counter(label: "helpline_connections_total")
    private let refused = Counter(label: "helpline_connections_refused_total")
    private let lines = Counter(label: "helpline_lines_total")

    func opened(isRefused: Bool) {
        connections.increment()
        if isRefused { refused.increment() }
    }

    func answered(lines count: Int) {
        if count > 0 { lines.increment(by: count) }
    }
}
