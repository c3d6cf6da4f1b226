/// A line that a relay sends.
public enum ClientMessage: Sendable, Equatable {
    /// How a relay presents itself.
    public struct Hello: Sendable, Equatable {
        /// The versions it speaks, best first.
        public var protocols: [String]
        /// Its name.
        public var relay: String
        /// The proof of its name.
        public var secret: String?

        /// Describes a relay.
        public init(protocols: [String], relay: String, secret: String? = nil) {
            self.protocols = protocols
            self.relay = relay
            self.secret = secret
        }
    }

    /// The relay presents itself; only as the first line.
    case hello(Hello)
    /// A user said something.
    case message(RelayMessage)
    /// A user sent a file, or a part of one.
    case attachment(FilePart)
    /// The relay wants a sign of life; it is answered with the same id.
    case ping(id: String?)
    /// The answer to our own ping.
    case pong
    /// The conversation is over and may be forgotten; nil for the connection's own.
    case end(conversation: String?)
}
