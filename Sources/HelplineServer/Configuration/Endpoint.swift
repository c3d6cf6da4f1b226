/// Where a server listens.
public struct Endpoint: Sendable, Hashable, CustomStringConvertible {
    /// A host name or an address without brackets.
    public var host: String
    /// The port; 0 for any that is free.
    public var port: Int

    /// Names a host and a port.
    public init(host: String, port: Int) {
        self.host = host
        self.port = port
    }

    /// Reads `127.0.0.1:7777`, `[::1]:7777` or `localhost:7777`.
    public init(parsing text: String) throws(ServerError) {
        guard let colon = text.utf8.lastIndex(of: UInt8(ascii: ":")), colon > text.startIndex else {
            throw ServerError(.badAddress, "write ADDRESS:PORT, such as 127.0.0.1:7777", at: text)
        }
        let digits = text[text.utf8.index(after: colon)...]
        guard digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let port = UInt16(digits) else {
            throw ServerError(.badAddress, "a port is a number up to 65535", at: text)
        }
        self.init(host: try Self.host(text[..<colon], of: text), port: Int(port))
    }

    private static func host(_ part: Substring, of text: String) throws(ServerError) -> String {
        let isBracketed = part.hasPrefix("[") && part.hasSuffix("]")
        guard isBracketed || !part.utf8.contains(UInt8(ascii: ":")) else {
            throw ServerError(.badAddress, "an IPv6 address stands in brackets, such as [::1]:7777", at: text)
        }
        return String(isBracketed ? part.dropFirst().dropLast() : part)
    }

    /// Whether only this machine can reach it.
    public var isLoopback: Bool {
        host == "localhost" || host == "::1" || Self.isLoopbackAddress(host)
    }

    /// Whether `host` is an IPv4 address of the block 127.0.0.0/8, not a name that begins like one.
    private static func isLoopbackAddress(_ host: String) -> Bool {
        let parts = host.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4 && parts[0] == "127" && parts.allSatisfy { UInt8($0) != nil }
    }

    /// The form that is read.
    public var description: String {
        host.utf8.contains(UInt8(ascii: ":")) ? "[\(host)]:\(port)" : "\(host):\(port)"
    }
}
