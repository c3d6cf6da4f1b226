/// How much a line server takes from whom; the standard values suit one machine.
///
/// Whoever is on this machine (loopback, unix socket) and is trusted is held to no limit by network and by pace.
public struct ServerLimits: Sendable {
    /// How many connections there may be at a time.
    public var connections = 10_000
    /// How many of them may come from one network: an IPv4 address, or the /64 of an IPv6 address; nil for any number.
    public var connectionsPerNetwork: Int? = 32
    /// How fast new connections of one network may come; nil for any pace.
    public var arrivals: Pace? = Pace(burst: 64, interval: .seconds(5))
    /// How fast the messages of one conversation are answered; those that come faster wait.
    ///
    /// Nil for any pace.
    public var messages: Pace? = Pace(burst: 30, interval: .milliseconds(500))
    /// The longest line of a plain connection in bytes.
    public var plainLine = 4096
    /// How much of a too long line is skipped before the connection is closed, in bytes.
    public var longestSkip = 16 * 1024 * 1024
    /// How much the kernel may hold of what a connection sent, in bytes: the rest of the bound on memory.
    public var receiveBuffer = 64 * 1024
    /// How many lines of one connection are answered before the others of its loop have their turn.
    public var linesPerTurn = 32
    /// How long the lines of one connection are answered before the others have their turn, also when there are fewer.
    public var turnTime = Duration.milliseconds(2)

    /// The standard values.
    public init() {}
}
