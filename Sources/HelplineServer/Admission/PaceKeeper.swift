import NIOCore

/// Holds whoever comes to a ``Pace``: a value of one moment, told the time (GCRA, ITU-T I.371 annex A).
struct PaceKeeper: Sendable {
    /// When the last one would have come if all had kept the interval.
    private var earliest = NIODeadline.uptimeNanoseconds(0)

    /// Whether everything is as before the first one came.
    func isRested(at now: NIODeadline) -> Bool { earliest <= now }

    /// Lets one through and gives zero, or gives the time to wait and lets nobody through.
    mutating func admit(at now: NIODeadline, _ pace: Pace) -> TimeAmount {
        let interval = TimeAmount(pace.interval)
        let room = TimeAmount.nanoseconds(interval.nanoseconds * Int64(pace.burst - 1))
        let due = max(earliest, now)
        let wait = due - now - room
        guard wait <= .zero else { return wait }
        earliest = due + interval
        return .zero
    }
}
