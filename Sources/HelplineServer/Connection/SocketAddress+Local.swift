import NIOCore

extension SocketAddress {
    /// Whether only this machine can have this address: a unix socket, 127.0.0.0/8, ::1, or the former inside IPv6.
    var isLocal: Bool {
        switch self {
        case .unixDomainSocket: return true
        case .v4, .v6: return ipAddress.map(Self.isLoopback) ?? false
        }
    }

    private static func isLoopback(_ address: String) -> Bool {
        address == "::1" || address.hasPrefix("127.") || address.hasPrefix("::ffff:127.")
    }
}
