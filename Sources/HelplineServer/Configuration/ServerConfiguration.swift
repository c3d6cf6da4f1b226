public import HelplineWire
import NIOCore

/// What a line server allows; the standard values suit one machine.
public struct ServerConfiguration: Sendable {
    /// Where it listens.
    public var places: [ListeningPlace]
    /// What its TCP addresses speak TLS with; nil for plain lines.
    ///
    /// Unix sockets are always plain.
    public var protection: Protection?
    /// Whether it may listen beyond this machine without, where everybody on the way can read along.
    public var allowsPlaintext = false
    /// Whether clients of this machine (loopback, unix socket) need no secret and are held to no pace.
    ///
    /// Not where a program on this machine passes on connections of others.
    public var trustsThisMachine = true
    /// How many event loops there are; nil for one a core.
    public var loops: Int?
    /// What a connection of a relay allows.
    public var relay = RelaySession.Configuration(uselessLines: 16)
    /// Whether a plain connection is greeted.
    public var greets = true
    /// How much is taken from whom.
    public var limits = ServerLimits()
    /// How long is waited for what.
    public var waits = ServerWaits()
    /// The time by which clients are waited for; tests move it by hand.
    var clock: @Sendable () -> NIODeadline = { .now() }

    /// Listens where it is said.
    public init(_ places: [ListeningPlace]) {
        self.places = places
    }

    /// Whether addresses beyond this machine are all right.
    var mayBeReached: Bool { allowsPlaintext || protection != nil }

    /// Refuses addresses beyond this machine, unless it was said in so many words.
    func checkPlaintext() throws(ServerError) {
        guard !mayBeReached, let open = places.lazy.compactMap(\.endpoint).first(where: { !$0.isLoopback }) else {
            return
        }
        throw .plaintext(at: open.description)
    }
}
