import NIOCore

/// Holds whoever comes to a ``Pace``: a value of one moment, told the time (GCRA, ITU-T I.371 annex A).
struct PaceKeeper: Sendable {
    /// When the last one would have come if all had kept the interval.
    private var earliest = NIODeadline.uptimeNanoseconds(0)

    /// Whether everything is as before the first one came.
    func isRested(at now: NIODeadline) -> Bool { earliest <= now }

    /// Gives one a place in the row, and the time to wait for it.
    mutating func reserve(at now: NIODeadline, _ pace: Pace) -> TimeAmount {
        let due = max(earliest, now)
        earliest = due + TimeAmount(pace.interval)
        return max(.zero, due - now - room(pace))
    }

    /// Lets one through and gives zero, or gives the time to wait and lets nobody through.
    mutating func admit(at now: NIODeadline, _ pace: Pace) -> TimeAmount {
        let due = max(earliest, now)
        let wait = due - now - room(pace)
        guard wait <= .zero else { return wait }
        earliest = due + TimeAmount(pace.interval)
        return .zero
    }

    /// How far ahead of an even pace a burst may be.
    private func room(_ pace: Pace) -> TimeAmount {
        .nanoseconds(TimeAmount(pace.interval).nanoseconds * Int64(pace.burst - 1))
    }
}
