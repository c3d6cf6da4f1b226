/// How long a line server waits for what.
///
/// They are looked at some times within the shortest of them, so each may be exceeded by a quarter of that, at most
/// by a quarter of a second.
public struct ServerWaits: Sendable {
    /// How long a client may take from connecting over TLS to the end of the handshake.
    public var handshake = Duration.seconds(10)
    /// How long a new connection is silent before it is greeted.
    public var greeting = Duration.seconds(1)
    /// How long a new connection may take to its first whole line.
    public var firstLine = Duration.seconds(120)
    /// How long a line may take from its first byte to its last: terminals that send each key count from the first key.
    public var line = Duration.seconds(120)
    /// How long a plain connection may be silent between two lines, and a relay that never said hello.
    public var idle = Duration.seconds(900)
    /// After how long a silence a relay is asked for a sign of life.
    public var ping = Duration.seconds(60)
    /// How long a relay may take for the sign of life; any byte is one.
    public var pong = Duration.seconds(30)
    /// How long a client may leave its replies untouched.
    public var output = Duration.seconds(60)
    /// How long a client may take to read the last words before its connection is cut.
    public var farewell = Duration.seconds(30)
    /// How long a client may keep its side open after the last words.
    public var linger = Duration.seconds(2)
    /// How long connections may take to finish when the server stops.
    public var drain = Duration.seconds(10)

    /// The standard values.
    public init() {}

    /// How often the waits of a connection are looked at.
    var tick: Duration {
        let shortest =
            [handshake, greeting, firstLine, line, idle, ping, pong, output, farewell, linger].min() ?? .seconds(1)
        return min(max(shortest / 4, .milliseconds(2)), .milliseconds(250))
    }
}
