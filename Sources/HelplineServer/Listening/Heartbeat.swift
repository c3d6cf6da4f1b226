/// A sign of life at every interval, as long as all loops turn.
public struct Heartbeat: Sendable {
    /// The time from one beat to the next.
    public var interval: Duration
    /// Called on one of the loops; it must not block for long.
    public var beat: @Sendable () -> Void

    /// Sets a pace and what is done.
    public init(every interval: Duration, _ beat: @escaping @Sendable () -> Void) {
        self.interval = interval
        self.beat = beat
    }
}
