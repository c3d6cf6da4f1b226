/// Where the bot joins IRC, and as whom.
public struct IRCConfiguration: Sendable {
    /// The network's server.
    public var server: Endpoint
    /// The nick to ask for; where it is taken, underscores are added.
    public var nick: String
    /// The channels to join.
    public var channels: [String]
    /// The password of the nick's account, for SASL PLAIN; nil for none.
    public var password: String?
    /// How fast lines may be said: more than this and networks disconnect.
    public var pace = Pace(burst: 4, interval: .milliseconds(1300))
    /// The longest text of a line in bytes; 512 less what the network puts before it.
    public var lineLimit = 400
    /// The shortest and the longest wait before the next try after a connection was lost.
    public var reconnect = Duration.seconds(2)...Duration.seconds(300)
    /// How many people are talked with at a time; the one longest silent is forgotten first.
    public var conversations = 1000

    /// Joins a network.
    public init(server: Endpoint, nick: String, channels: [String] = [], password: String? = nil) {
        self.server = server
        self.nick = nick
        self.channels = channels
        self.password = password
    }
}
