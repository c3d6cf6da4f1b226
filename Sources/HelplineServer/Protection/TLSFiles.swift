/// The files of a server's certificate and its key, both PEM.
public struct TLSFiles: Sendable, Hashable {
    /// The server's own certificate, and behind it those that vouch for it.
    public var certificate: String
    /// The key, without a passphrase; others may not read it.
    public var key: String

    /// Names both files.
    public init(certificate: String, key: String) {
        self.certificate = certificate
        self.key = key
    }

    /// Reads `CERTIFICATE,KEY`.
    public init(parsing text: String) throws(ServerError) {
        let parts = text.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else {
            throw ServerError(.protection, "write CERTIFICATE,KEY: two PEM files and a comma", at: text)
        }
        self.init(certificate: parts[0], key: parts[1])
    }
}
