/// Why a server could not begin or go on.
public struct ServerError: Error, Sendable, Equatable, CustomStringConvertible {
    /// What kind of trouble it is.
    public struct Code: Sendable, Hashable {
        private let name: String

        /// An address cannot be understood.
        public static let badAddress = Code(name: "badAddress")
        /// Plain text would be spoken beyond this machine, and nobody said that it may.
        public static let plaintext = Code(name: "plaintext")
        /// The certificate or its key cannot be used, or the build has no TLS.
        public static let protection = Code(name: "protection")
        /// An address cannot be listened on.
        public static let bind = Code(name: "bind")
        /// Nobody answers at an address, or whoever asks may not.
        public static let unreachable = Code(name: "unreachable")
    }

    /// What kind of trouble it is.
    public let code: Code
    /// The trouble in words, with what to do about it.
    public let message: String
    /// The address at fault.
    public let place: String

    init(_ code: Code, _ message: String, at place: String) {
        self.code = code
        self.message = message
        self.place = place
    }

    /// Somebody would have to speak in the open, and nobody has allowed it.
    static func plaintext(at place: String) -> ServerError {
        ServerError(
            .plaintext,
            "lines would cross the network unprotected; use a loopback address such as 127.0.0.1, or say "
                + "--tls CERTIFICATE,KEY or --allow-plaintext",
            at: place)
    }

    /// The place and the trouble.
    public var description: String { "\(place): \(message)" }
}
