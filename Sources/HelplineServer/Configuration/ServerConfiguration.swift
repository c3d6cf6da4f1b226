public import HelplineWire

/// What a line server allows; the standard values suit one machine.
public struct ServerConfiguration: Sendable {
    /// Where it listens.
    public var endpoints: [Endpoint]
    /// Whether it may listen beyond this machine, where everybody on the way can read along.
    public var allowsPlaintext = false
    /// How many event loops there are; nil for one a core.
    public var loops: Int?
    /// The longest line of a plain connection in bytes.
    public var plainLineLimit = 4096
    /// What a connection of a relay allows.
    public var relay = RelaySession.Configuration(uselessLines: 16)
    /// Whether a plain connection is greeted.
    public var greets = true
    /// How long a new connection is silent before it is greeted.
    public var greetingDelay = Duration.seconds(1)
    /// How many connections there may be at a time.
    public var connections = 10_000
    /// How many lines of one connection are answered before the others of its loop have their turn.
    public var linesPerTurn = 32
    /// How much of a too long line is skipped before the connection is closed, in bytes.
    public var longestSkip = 16 * 1024 * 1024
    /// How much the kernel may hold of what a connection sent, in bytes: the rest of the bound on memory.
    public var receiveBuffer = 64 * 1024
    /// How long a client may take to read the last words before its connection is cut.
    public var farewellTime = Duration.seconds(30)
    /// How long connections may take to finish when the server stops.
    public var drainTime = Duration.seconds(10)

    /// Listens where it is said.
    public init(endpoints: [Endpoint]) {
        self.endpoints = endpoints
    }

    /// Refuses addresses beyond this machine, unless it was said in so many words.
    func checkPlaintext() throws(ServerError) {
        guard !allowsPlaintext, let open = endpoints.first(where: { !$0.isLoopback }) else { return }
        throw ServerError(
            .plaintext, "lines would cross the network unprotected; use a loopback address such as 127.0.0.1",
            at: open.description)
    }
}
