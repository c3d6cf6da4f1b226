/// What the first bytes of a connection say about who is there.
enum Opening: Equatable {
    /// Too little came to tell.
    case undecided
    /// A person, or a relay that passes text.
    case plain
    /// A relay that speaks helpline/1.
    case relay
    /// A browser or another program that speaks HTTP.
    case http
    /// A program that wants TLS.
    case tls

    /// The beginnings of requests (RFC 9112 section 3, RFC 9113 section 3.4): a browser can be made to send one to any
    /// port, with lines of an attacker's choice behind.
    private static let requests = [
        "GET /", "HEAD /", "POST /", "PUT /", "DELETE /", "PATCH /", "TRACE /", "OPTIONS /", "OPTIONS *", "CONNECT ",
        "GET http", "POST http", "PRI * HTTP",
    ].map { Array($0.utf8) }
    /// A TLS record that holds a handshake, major version 3 (RFC 8446 section 5.1).
    private static let handshake: [UInt8] = [0x16, 0x03]

    /// Judges the first bytes; `isWhole` where no more will come.
    static func judge(_ bytes: ArraySlice<UInt8>, isWhole: Bool) -> Opening {
        guard let first = bytes.first else { return isWhole ? .plain : .undecided }
        if first == UInt8(ascii: "{") { return .relay }
        // Nearly everybody begins with something else, and is not compared with each of them.
        guard first == handshake[0] || (0x41...0x5A).contains(first) else { return .plain }
        if bytes.starts(with: handshake) { return .tls }
        if requests.contains(where: { bytes.starts(with: $0) }) { return .http }
        let mayGrow = ([handshake] + requests).contains { $0.starts(with: bytes) }
        return mayGrow && !isWhole ? .undecided : .plain
    }
}
