/// The server that takes the mail, and how to speak with it.
public struct SMTPServer: Sendable {
    /// How the line is kept from others.
    public enum Security: String, Sendable, CaseIterable {
        /// The line begins in the clear and is encrypted before anything is said on it (RFC 3207), port 587.
        case startTLS = "starttls"
        /// The line is encrypted from its first byte (RFC 8314 section 3.3), port 465.
        case implicit
        /// The line is not encrypted; for a server on this very machine.
        case none
    }

    /// Where the password comes from, looked up anew at each try.
    public enum Password: Sendable {
        /// It is known already.
        case text(String)
        /// The first line of a file.
        case file(String)
    }

    /// The limits of RFC 5321 section 4.5.3.2, in seconds.
    ///
    /// libcurl knows one limit for all replies, so it is the longest of them: the ten minutes after the final dot. A
    /// shorter one would send mails twice that a slow server has accepted (RFC 1047).
    public struct Timeouts: Sendable, Equatable {
        /// Until the line is there.
        public var connecting: Int64
        /// For each reply of the server.
        public var answering: Int64
        /// For the whole mail.
        public var altogether: Int64

        /// Sets limits.
        public init(connecting: Int64 = 60, answering: Int64 = 600, altogether: Int64 = 1500) {
            self.connecting = connecting
            self.answering = answering
            self.altogether = altogether
        }
    }

    /// Its name or address.
    public let host: String
    /// Its port.
    public let port: Int
    /// How the line is kept from others.
    public let security: Security
    /// Who logs in; nil where nobody needs to.
    public let user: String?
    /// The password of the user.
    public let password: Password?
    /// A file of certificates to trust instead of the system's.
    public let authorities: String?
    /// The limits.
    public let timeouts: Timeouts

    /// Checks the operator's settings.
    ///
    /// - Parameter port: nil for 587, and 465 where the line is encrypted from the beginning.
    /// - Throws: what is wrong, as a sentence.
    public init(
        host: String, port: Int? = nil, security: Security = .startTLS, user: String? = nil,
        password: Password? = nil, authorities: String? = nil, timeouts: Timeouts = Timeouts()
    ) throws(TransportError) {
        guard Self.isHost(host) else {
            throw TransportError("“\(host.headerText(limit: 254))” is no name of an SMTP server")
        }
        let port = port ?? (security == .implicit ? 465 : 587)
        guard (1...65_535).contains(port) else { throw TransportError("\(port) is no port of an SMTP server") }
        guard (user == nil) == (password == nil) else {
            throw TransportError("an SMTP user and a password belong together: one of them is not set")
        }
        if security == .none, user != nil {
            throw TransportError(
                "a password is not sent over a line that is not encrypted; choose starttls or implicit, or no user")
        }
        self.host = host
        self.port = port
        self.security = security
        self.user = user
        self.password = password
        self.authorities = authorities
        self.timeouts = timeouts
    }

    /// A host name, or an IPv4 address, or an IPv6 address in brackets; nothing that could be more of a URL.
    private static func isHost(_ text: String) -> Bool {
        let isBracketed = text.utf8.first == 0x5B && text.utf8.last == 0x5D
        let inner = isBracketed ? text.dropFirst().dropLast() : text[...]
        guard !inner.isEmpty, inner.utf8.count <= 253 else { return false }
        return inner.utf8.allSatisfy { byte in
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2E: true
            case 0x2D: !isBracketed
            case 0x3A: isBracketed
            default: false
            }
        }
    }
}
