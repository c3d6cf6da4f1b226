import Glibc
import NIOCore

/// One socket that listens, before anything is accepted from it: who connects waits in the kernel.
struct ListeningSocket: Sendable {
    let place: ListeningPlace
    let descriptor: Int32
    /// What stands in the file system, where it is a unix socket.
    private let file: UnixSocket?

    /// Connections that may wait to be accepted; the kernel has a limit of its own.
    static let backlog: Int32 = 4096

    /// Listens at a place, or takes what was handed over.
    init(at place: ListeningPlace, _ configuration: ServerConfiguration) throws(ServerError) {
        self.place = place
        switch place {
        case .tcp(let endpoint):
            file = nil
            descriptor = try Self.listen(at: endpoint, configuration)
        case .unix(let path):
            let file = try UnixSocket(path: path, backlog: Self.backlog)
            self.file = file
            descriptor = file.descriptor
        case .inherited(let inherited):
            guard Self.isListening(inherited) else {
                throw ServerError(.bind, "this is no listening socket", at: place.description)
            }
            file = nil
            descriptor = inherited
        }
    }

    /// Lets as many wait as may: NIO listens anew on a socket that it is given, with a queue of 128, and of a thousand who
    /// come at once most would try again a second later.
    func lengthenQueue() { _ = Glibc.listen(descriptor, Self.backlog) }

    /// Takes the file of a unix socket away.
    func removeFile() { file?.remove() }

    /// Gives up a socket from which nothing was accepted.
    func close() {
        removeFile()
        Glibc.close(descriptor)
    }

    /// Whether a number is that of a socket that listens, whoever has opened it.
    private static func isListening(_ descriptor: Int32) -> Bool {
        var answer: Int32 = 0
        var size = socklen_t(MemoryLayout<Int32>.size)
        return getsockopt(descriptor, SOL_SOCKET, SO_ACCEPTCONN, &answer, &size) == 0 && answer == 1
    }

    private static func listen(
        at endpoint: Endpoint, _ configuration: ServerConfiguration
    ) throws(ServerError) -> Int32 {
        let place = ListeningPlace.tcp(endpoint)
        let address: SocketAddress
        do {
            address = try SocketAddress.makeAddressResolvingHost(endpoint.host, port: endpoint.port)
        } catch {
            throw SocketTrouble.listening(error, at: place)
        }
        guard configuration.mayBeReached || address.isLocal else { throw .plaintext(at: "\(endpoint)") }
        let kind = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
        let descriptor = socket(address.protocol.rawValue, kind, 0)
        // Of a connection's room for what was not read yet the kernel decides when it listens.
        guard descriptor >= 0, set(SO_REUSEADDR, 1, of: descriptor),
            set(SO_RCVBUF, Int32(clamping: configuration.limits.receiveBuffer), of: descriptor),
            address.withSockAddr({ bind(descriptor, $0, socklen_t($1)) }) == 0,
            Glibc.listen(descriptor, backlog) == 0
        else {
            let reason = SocketTrouble.listening(errno, at: place)
            if descriptor >= 0 { Glibc.close(descriptor) }
            throw ServerError(.bind, reason, at: place.description)
        }
        return descriptor
    }

    private static func set(_ option: Int32, _ value: Int32, of descriptor: Int32) -> Bool {
        var value = value
        return setsockopt(descriptor, SOL_SOCKET, option, &value, socklen_t(MemoryLayout<Int32>.size)) == 0
    }
}
