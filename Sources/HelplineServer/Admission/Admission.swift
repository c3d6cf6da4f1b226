import NIOCore

/// Who may come in: a value that counts the connections, in all and by network.
///
/// What it keeps of a network goes when that network has no connection and has rested, so its size is bounded by the
/// connections and by the arrivals of the last minutes.
struct Admission: Sendable {
    /// Why somebody is not let in.
    enum Refusal: String, CaseIterable, Sendable {
        /// There are too many connections.
        case full
        /// There are too many of this network.
        case network
        /// This network comes too fast.
        case pace
    }

    private struct Guest: Sendable {
        var connections = 0
        var arrivals = PaceKeeper()
    }

    private let limits: ServerLimits
    private var connections = 0
    private var guests: [Network: Guest] = [:]
    private var nextSweep = 1024

    init(_ limits: ServerLimits) {
        self.limits = limits
    }

    /// How many networks are remembered.
    var networks: Int { guests.count }

    /// Counts a connection; nil where it is let in.
    ///
    /// One that is refused counts until it leaves, too.
    mutating func enter(_ network: Network?, at now: NIODeadline) -> Refusal? {
        connections += 1
        let refusal = network.flatMap { judge($0, at: now) }
        return connections > limits.connections ? .full : refusal
    }

    /// Counts the end of a connection.
    mutating func leave(_ network: Network?) {
        connections -= 1
        if let network { guests[network]?.connections -= 1 }
    }

    private mutating func judge(_ network: Network, at now: NIODeadline) -> Refusal? {
        if guests.count >= nextSweep { sweep(at: now) }
        var guest = guests[network, default: Guest()]
        defer { guests[network] = guest }
        guest.connections += 1
        if let pace = limits.arrivals, guest.arrivals.admit(at: now, pace) > .zero { return .pace }
        if let most = limits.connectionsPerNetwork, guest.connections > most { return .network }
        return nil
    }

    /// Forgets those who are gone; the next time when there are twice as many.
    private mutating func sweep(at now: NIODeadline) {
        guests = guests.filter { $0.value.connections > 0 || !$0.value.arrivals.isRested(at: now) }
        nextSweep = max(1024, guests.count * 2)
    }
}
