/// The relays that have a secret, and how a hello is judged.
public struct RelayCredentials: Sendable {
    /// Who is at the other end.
    public struct Identity: Sendable, Equatable {
        /// The name the relay gave.
        public var relay: String
        /// Whether it proved that name, so that its conversations are kept and are its own on every connection.
        public var isProven: Bool

        /// Describes a relay.
        public init(relay: String, isProven: Bool) {
            self.relay = relay
            self.isProven = isProven
        }
    }

    private let secrets: [OpaqueID: [UInt8]]

    /// No relay has a secret.
    public static let none = RelayCredentials([:])

    /// Takes the secret of each relay; an empty secret proves nothing and is left out.
    public init(_ secrets: [String: String]) {
        var known: [OpaqueID: [UInt8]] = [:]
        for (relay, secret) in secrets where !secret.isEmpty { known[OpaqueID(relay)] = Array(secret.utf8) }
        self.secrets = known
    }

    /// Whether any relay can prove itself.
    public var isEmpty: Bool { secrets.isEmpty }

    /// Judges a hello; nil where it is refused.
    ///
    /// A name that has a secret needs it. A name without one is let in, unproven, where the transport is trusted, and
    /// only if it offers no secret: whoever offers one believes in a protection that is not there.
    func identity(of hello: ClientMessage.Hello, onTrusted isTrusted: Bool) -> Identity? {
        guard let secret = secrets[OpaqueID(hello.relay)] else {
            return hello.secret == nil && isTrusted ? Identity(relay: hello.relay, isProven: false) : nil
        }
        guard let offered = hello.secret, Self.areEqual(Array(offered.utf8), secret) else { return nil }
        return Identity(relay: hello.relay, isProven: true)
    }

    /// Takes a time that depends on what was offered alone.
    private static func areEqual(_ offered: [UInt8], _ secret: [UInt8]) -> Bool {
        var difference = offered.count ^ secret.count
        for index in offered.indices {
            difference |= Int(offered[index] ^ secret[index % secret.count])
        }
        return difference == 0
    }
}
