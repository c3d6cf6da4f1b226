/// So many at once, and from then on one in every interval.
public struct Pace: Sendable, Hashable {
    /// How many may come at once after a rest.
    public var burst: Int
    /// The time after which one more may come.
    public var interval: Duration

    /// Sets a pace; a burst of at least one.
    public init(burst: Int, interval: Duration) {
        self.burst = max(1, burst)
        self.interval = interval
    }
}
