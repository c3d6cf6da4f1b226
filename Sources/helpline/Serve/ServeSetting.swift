import HelplineServer
import HelplineWire

/// A limit or a wait of the server, as the configuration names it: `serve.idle_seconds`, `HELPLINE_SERVE_IDLE_SECONDS`.
///
/// None has a flag: they belong to a place, not to a run.
enum ServeSetting: String, CaseIterable {
    case relays
    case tls
    case loops
    case connections
    case connectionsPerNetwork = "connections_per_network"
    case arrivalBurst = "arrival_burst"
    case arrivalSeconds = "arrival_seconds"
    case messageBurst = "message_burst"
    case messageSeconds = "message_seconds"
    case trustsThisMachine = "trust_this_machine"
    case lineBytes = "line_bytes"
    case skipBytes = "skip_bytes"
    case relayLineBytes = "relay_line_bytes"
    case window
    case conversations
    case conversationDays = "conversation_days"
    case handshakeSeconds = "handshake_seconds"
    case greetingSeconds = "greeting_seconds"
    case firstLineSeconds = "first_line_seconds"
    case lineSeconds = "line_seconds"
    case idleSeconds = "idle_seconds"
    case pingSeconds = "ping_seconds"
    case pongSeconds = "pong_seconds"
    case outputSeconds = "output_seconds"
    case drainSeconds = "drain_seconds"

    /// The name in a file.
    var key: String { Self.prefix + rawValue }

    /// The variable that sets it.
    var variable: String { "HELPLINE_" + key.uppercased().replacing(".", with: "_") }

    static let prefix = "serve."

    /// What it is for.
    var meaning: String {
        switch self {
        case .relays: "a file with a line “NAME SECRET” for each relay, readable by nobody else"
        case .tls: "CERTIFICATE,KEY: the two PEM files that TCP addresses speak TLS with"
        case .loops: "threads that answer; 0 for one a core"
        case .connections: "connections at a time"
        case .connectionsPerNetwork: "connections at a time of one IPv4 address or IPv6 /64; 0 for any number"
        case .arrivalBurst: "new connections of one network at once; 0 for any number"
        case .arrivalSeconds: "after a burst, the seconds from one new connection of a network to the next"
        case .messageBurst: "messages of a conversation at once, before the next ones wait; 0 for any number"
        case .messageSeconds: "after a burst, the seconds from one message of a conversation to the next"
        case .trustsThisMachine: "true or false: whether clients of this machine need no secret and are held to no pace"
        case .lineBytes: "the longest line of a plain connection"
        case .skipBytes: "how much of a too long line is skipped before the connection is closed"
        case .relayLineBytes: "the longest line of a relay"
        case .window: "messages of one relay that may be unanswered"
        case .conversations: "conversations of one relay in memory"
        case .conversationDays: "days that a relay's conversation is kept after its last message"
        case .greetingSeconds: "the silence before a newcomer is greeted"
        case .firstLineSeconds: "how long a newcomer may take to the first whole line"
        case .lineSeconds: "how long a line may take from its first byte to its last"
        case .idleSeconds: "how long a person may be silent"
        case .handshakeSeconds: "how long a client may take to begin TLS"
        case .pingSeconds: "the silence after which a relay is pinged"
        case .pongSeconds: "how long a relay may take for the pong"
        case .outputSeconds: "how long a client may leave its replies untouched"
        case .drainSeconds: "how long connections may take to finish when the server stops"
        }
    }

    /// What the value is: a whole number, a number of seconds, or yes and no.
    private var range: ClosedRange<Double>? {
        switch self {
        case .relays, .tls, .trustsThisMachine: nil
        case .loops: 0...1024
        case .connections: 1...1_000_000
        case .connectionsPerNetwork, .arrivalBurst, .messageBurst: 0...1_000_000
        case .lineBytes, .relayLineBytes: 64...1_048_576
        case .skipBytes: 65_536...4_294_967_296
        case .window: 1...65_536
        case .conversations: 1...10_000_000
        case .conversationDays: 1...3650
        case .arrivalSeconds, .messageSeconds, .greetingSeconds: 0.001...86_400
        case .handshakeSeconds, .firstLineSeconds, .lineSeconds, .idleSeconds, .pingSeconds, .pongSeconds,
            .outputSeconds, .drainSeconds:
            0.1...31_536_000
        }
    }

    private var isWhole: Bool { !rawValue.hasSuffix("_seconds") }

    /// What a value must be, for whoever wrote another one; nil where it is right.
    func objection(to value: String) -> String? {
        if self == .relays || self == .tls { return nil }
        guard let range else { return ["true", "false"].contains(value) ? nil : "true or false" }
        let number = isWhole ? Int(value).map(Double.init) : Double(value)
        if let number, range.contains(number) { return nil }
        let kind = isWhole ? "a whole number" : "a number of seconds"
        return "\(kind) from \(Self.shown(range.lowerBound)) to \(Self.shown(range.upperBound))"
    }

    private static func shown(_ number: Double) -> String {
        Int(exactly: number).map { "\($0)" } ?? "\(number)"
    }

    /// The value where nothing is set.
    var standard: String {
        let limits = ServerLimits()
        let waits = ServerWaits()
        let relay = ServerConfiguration([]).relay
        switch self {
        case .relays, .tls: return ""
        case .loops: return "0"
        case .connections: return "\(limits.connections)"
        case .connectionsPerNetwork: return "\(limits.connectionsPerNetwork ?? 0)"
        case .arrivalBurst: return "\(limits.arrivals?.burst ?? 0)"
        case .arrivalSeconds: return Self.seconds(limits.arrivals?.interval)
        case .messageBurst: return "\(limits.messages?.burst ?? 0)"
        case .messageSeconds: return Self.seconds(limits.messages?.interval)
        case .trustsThisMachine: return "true"
        case .lineBytes: return "\(limits.plainLine)"
        case .skipBytes: return "\(limits.longestSkip)"
        case .relayLineBytes: return "\(relay.lineLimit)"
        case .window: return "\(relay.window)"
        case .conversations: return "\(relay.conversations)"
        case .conversationDays: return "7"
        case .handshakeSeconds: return Self.seconds(waits.handshake)
        case .greetingSeconds: return Self.seconds(waits.greeting)
        case .firstLineSeconds: return Self.seconds(waits.firstLine)
        case .lineSeconds: return Self.seconds(waits.line)
        case .idleSeconds: return Self.seconds(waits.idle)
        case .pingSeconds: return Self.seconds(waits.ping)
        case .pongSeconds: return Self.seconds(waits.pong)
        case .outputSeconds: return Self.seconds(waits.output)
        case .drainSeconds: return Self.seconds(waits.drain)
        }
    }

    private static func seconds(_ duration: Duration?) -> String {
        shown((duration ?? .seconds(1)) / .seconds(1))
    }
}
