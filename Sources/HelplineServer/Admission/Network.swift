import Glibc
import NIOCore

/// What is taken for one party on the network: an IPv4 address, or the /64 that an IPv6 address belongs to.
enum Network: Hashable, Sendable, CustomStringConvertible {
    case v4(UInt32)
    case v6(UInt64)

    /// The address, or the prefix in hexadecimal digits.
    var description: String {
        switch self {
        case .v4(let address): (0..<4).reversed().map { String(address >> (8 * $0) & 0xFF) }.joined(separator: ".")
        case .v6(let prefix): String(prefix, radix: 16) + "::/64"
        }
    }

    /// The network of a client; nil for one on this machine, where that is trusted.
    ///
    /// One without an address is a stranger.
    init?(_ address: SocketAddress?, trustsThisMachine: Bool) {
        guard !trustsThisMachine || address?.isLocal != true else { return nil }
        self = address?.ipAddress.flatMap { Network(parsing: $0) } ?? .v6(0)
    }

    /// Reads an address as it is written, without a scope (`%eth0`).
    init?(parsing text: String) {
        var v4: UInt32 = 0
        var v6: (UInt32, UInt32, UInt32, UInt32) = (0, 0, 0, 0)
        if inet_pton(AF_INET, text, &v4) == 1 {
            self = .v4(UInt32(bigEndian: v4))
        } else if inet_pton(AF_INET6, text, &v6) == 1 {
            self.init(
                words: UInt32(bigEndian: v6.0), UInt32(bigEndian: v6.1), UInt32(bigEndian: v6.2),
                UInt32(bigEndian: v6.3))
        } else {
            return nil
        }
    }

    /// The network of an IPv6 address, the highest word first; an IPv4 address inside it (RFC 4291 section 2.5.5.2)
    /// counts as that address.
    private init(words first: UInt32, _ second: UInt32, _ third: UInt32, _ fourth: UInt32) {
        let isMapped = first == 0 && second == 0 && third == 0xFFFF
        self = isMapped ? .v4(fourth) : .v6(UInt64(first) << 32 | UInt64(second))
    }
}
