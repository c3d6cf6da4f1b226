extension RelaySession {
    /// Why a connection takes leave.
    public struct Leave: Sendable, Equatable {
        /// What `bye` says.
        public var reason: String
        /// What is said of messages that waited.
        public var words: String
        /// When it makes sense to come back, in milliseconds.
        public var reconnect: Int?

        /// The server stops.
        public static let shutdown = Leave(reason: "shutdown", words: "the server is about to stop", reconnect: 1000)
        /// The relay has another connection.
        public static let takenOver = Leave(
            reason: "taken_over", words: "another connection speaks for this relay now", reconnect: nil)

        /// The connection cannot stay, for a reason of its own.
        public static func dismissed(_ reason: String) -> Leave {
            Leave(reason: reason, words: "the connection ends", reconnect: nil)
        }
    }
}
