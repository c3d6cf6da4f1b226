public import HelplineCore

/// A line that the bot sends to a relay.
public enum ServerMessage: Sendable, Equatable {
    /// One reply with its place among the others.
    public struct Numbered: Sendable, Equatable {
        /// Names the reply within the connection, the same when it is sent again.
        public var id: String
        /// The message it answers; nil where that had no id.
        public var to: String?
        /// The conversation; nil for the connection's own.
        public var conversation: String?
        /// Counts the replies of the conversation from 1, the same when it is sent again.
        public var seq: Int
        /// Whether the message has its last reply now.
        public var isLast: Bool
        /// What is said.
        public var reply: Reply

        /// Describes a reply's place.
        public init(id: String, to: String?, conversation: String?, seq: Int, isLast: Bool, reply: Reply) {
            self.id = id
            self.to = to
            self.conversation = conversation
            self.seq = seq
            self.isLast = isLast
            self.reply = reply
        }
    }

    /// The relay is let in: so many unanswered messages, so many bytes a line.
    case welcome(window: Int, lineLimit: Int)
    /// A reply.
    case reply(Numbered)
    /// Something could not be done.
    case error(RelayFault)
    /// A sign of life is wanted.
    case ping(id: String)
    /// A sign of life.
    case pong(id: String?)
    /// The connection ends; come back after so many milliseconds.
    case bye(reason: String, reconnect: Int?)

    /// The one version of the protocol there is.
    public static let protocolName = "helpline/1"
}
