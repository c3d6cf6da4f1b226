import Glibc
import NIOCore

#if TLS
    import NIOSSL

    /// A certificate and its key, ready for handshakes.
    struct TLSMaterial: Sendable {
        /// When the certificate ends, in seconds since 1970.
        let expires: Int64
        private let context: NIOSSLContext

        init(_ files: TLSFiles) throws(ServerError) {
            try Self.checkRights(files.key)
            let chain = try Self.read(files.certificate, "no PEM certificate can be read here") {
                try NIOSSLCertificate.fromPEMFile($0)
            }
            guard let own = chain.first else {
                throw ServerError(.protection, "no PEM certificate can be read here", at: files.certificate)
            }
            let key = try Self.read(files.key, "no PEM key without a passphrase can be read here") {
                try NIOSSLPrivateKey(file: $0, format: .pem)
            }
            var configuration = TLSConfiguration.makeServerConfiguration(
                certificateChain: chain.map { .certificate($0) }, privateKey: .privateKey(key))
            configuration.minimumTLSVersion = .tlsv12
            context = try Self.read(files.certificate, "it does not belong to the key \(files.key)") { _ in
                try NIOSSLContext(configuration: configuration)
            }
            expires = Int64(own.notValidAfter)
        }

        func handler() throws -> any ChannelHandler { NIOSSLServerHandler(context: context) }

        private static func read<Value>(
            _ path: String, _ trouble: String, _ body: (String) throws -> Value
        ) throws(ServerError) -> Value {
            do {
                return try body(path)
            } catch {
                throw ServerError(.protection, trouble, at: path)
            }
        }

        /// Refuses a key that every user of the machine can read; a group may, since that is how keys are shared.
        private static func checkRights(_ path: String) throws(ServerError) {
            var file = stat()
            guard stat(path, &file) == 0 else {
                throw ServerError(.protection, "cannot be read: \(String(cString: strerror(errno)))", at: path)
            }
            guard file.st_mode & 0o007 == 0 else {
                throw ServerError(.protection, "everybody may read this key; run `chmod 600 \(path)`", at: path)
            }
        }
    }
#else
    /// What a build without TLS has in its place: nothing, and it says so.
    struct TLSMaterial: Sendable {
        let expires: Int64

        init(_ files: TLSFiles) throws(ServerError) {
            throw ServerError(
                .protection, "this build has no TLS; one that has it: swift build -c release --traits TLS",
                at: files.certificate)
        }

        func handler() throws -> any ChannelHandler { throw ChannelError.operationUnsupported }
    }
#endif
