import NIOCore
import Synchronization

/// The certificate that a server shows on its TCP addresses, which then speak TLS 1.2 or newer from the first byte.
///
/// A certificate is renewed every few weeks, so it can be read anew while the server runs.
public final class Protection: Sendable {
    /// Where it was read from.
    public let files: TLSFiles
    private let material: Mutex<TLSMaterial>

    /// Reads certificate and key.
    ///
    /// - Throws: ``ServerError`` where the build has no TLS, or a file cannot be used.
    public init(_ files: TLSFiles) throws(ServerError) {
        self.files = files
        material = Mutex(try TLSMaterial(files))
    }

    /// Reads both files anew; connections that are open go on with what they began with.
    ///
    /// Where a file cannot be used, the one before is shown on.
    public func renew() throws(ServerError) {
        let renewed = try TLSMaterial(files)
        material.withLock { $0 = renewed }
    }

    /// When the certificate ends, in seconds since 1970.
    public var expires: Int64 { material.withLock { $0.expires } }

    /// Makes what decrypts one connection.
    func handler() throws -> any ChannelHandler { try material.withLock { try $0.handler() } }
}
