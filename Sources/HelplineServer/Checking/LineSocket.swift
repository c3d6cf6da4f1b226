import Glibc
import NIOCore

/// A connection that blocks: lines out, lines in, each wait limited.
struct LineSocket: ~Copyable {
    private let descriptor: Int32
    private var buffer: [UInt8] = []

    /// Connects to `HOST:PORT` or to the path of a unix socket.
    init(_ place: ListeningPlace, seconds: Int) throws(ServerError) {
        descriptor = try Self.dial(place)
        var limit = timeval(tv_sec: seconds, tv_usec: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
    }

    deinit { close(descriptor) }

    /// Sends bytes; what the other side no longer takes is lost.
    func send(_ bytes: [UInt8]) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
            guard count > 0 else { return }
            rest = rest.dropFirst(count)
        }
    }

    /// The next line without its end; nil where none comes in time, or the connection has ended.
    mutating func line() -> [UInt8]? {
        while true {
            if let end = buffer.firstIndex(of: 0x0A) {
                defer { buffer.removeSubrange(...end) }
                return Array(buffer[..<end])
            }
            var chunk = [UInt8](repeating: 0, count: 65536)
            let count = recv(descriptor, &chunk, chunk.count, 0)
            guard count > 0 else { return nil }
            buffer += chunk[..<count]
        }
    }

    private static func dial(_ place: ListeningPlace) throws(ServerError) -> Int32 {
        guard let address = address(of: place) else {
            throw ServerError(.badAddress, SocketTrouble.noSuchName, at: "\(place)")
        }
        let family = address.withSockAddr { pointer, _ in Int32(pointer.pointee.sa_family) }
        let descriptor = socket(family, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        let isConnected = descriptor >= 0 && address.withSockAddr { connect(descriptor, $0, socklen_t($1)) } == 0
        guard isConnected else {
            let reason = SocketTrouble.connecting(errno)
            if descriptor >= 0 { close(descriptor) }
            throw ServerError(.unreachable, reason, at: "\(place)")
        }
        return descriptor
    }

    private static func address(of place: ListeningPlace) -> SocketAddress? {
        switch place {
        case .tcp(let endpoint): try? SocketAddress.makeAddressResolvingHost(endpoint.host, port: endpoint.port)
        case .unix(let path): try? SocketAddress(unixDomainSocketPath: path)
        case .inherited: nil
        }
    }
}
