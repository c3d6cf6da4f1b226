import Foundation
import Glibc
import NIOCore

/// A client on a bare socket, so that a test decides about every byte and every end; each wait is limited.
final class Client: Sendable {
    struct Failure: Error {
        var what: String
    }

    private static let quietly = Int32(MSG_NOSIGNAL)

    private let socket: Int32

    init(port: Int) throws {
        socket = Self.makeSocket(AF_INET)
        try Self.call(connect, socket, SocketAddress(ipAddress: "127.0.0.1", port: port))
    }

    init(path: String) throws {
        socket = Self.makeSocket(AF_UNIX)
        try Self.call(connect, socket, SocketAddress(unixDomainSocketPath: path))
    }

    /// A socket that listens at a path, as one who starts a server by socket activation makes it.
    static func listen(at path: String) throws -> Int32 {
        let socket = makeSocket(AF_UNIX)
        try call(bind, socket, SocketAddress(unixDomainSocketPath: path))
        guard Glibc.listen(socket, 5) == 0 else { throw Failure(what: "listen: \(errno)") }
        return socket
    }

    /// Receives datagrams at a path, or at a name of the abstract namespace (`@name`).
    static func datagrams(at name: String) throws -> Client {
        let socket = Glibc.socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue), 0)
        var limit = timeval(tv_sec: 50, tv_usec: 0)
        setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
        let isAbstract = name.hasPrefix("@")
        let path = isAbstract ? "\0" + name.dropFirst() : name
        let address = try SocketAddress(unixDomainSocketPath: path)
        // Two bytes of family stand before the name, whose length counts.
        let result = address.withSockAddr { bind(socket, $0, socklen_t(isAbstract ? 2 + path.utf8.count : $1)) }
        guard result == 0 else { throw Failure(what: "bind: \(errno)") }
        return Client(socket)
    }

    private init(_ socket: Int32) {
        self.socket = socket
    }

    /// Leaves the file of a socket on which nobody listens.
    static func leaveSocket(at path: String) throws {
        close(try listen(at: path))
    }

    private static func makeSocket(_ family: Int32) -> Int32 {
        let socket = Glibc.socket(family, Int32(SOCK_STREAM.rawValue), 0)
        var limit = timeval(tv_sec: 50, tv_usec: 0)
        setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
        var buffer: Int32 = 65536
        setsockopt(socket, SOL_SOCKET, SO_SNDBUF, &buffer, socklen_t(MemoryLayout<Int32>.size))
        return socket
    }

    private static func call(
        _ function: (Int32, UnsafePointer<sockaddr>?, socklen_t) -> Int32, _ socket: Int32, _ address: SocketAddress
    ) throws {
        let result = address.withSockAddr { function(socket, $0, socklen_t($1)) }
        guard result == 0 else { throw Failure(what: "errno \(errno)") }
    }

    deinit { close(socket) }

    func send(_ text: String) { send(Array(text.utf8)) }

    func send(_ bytes: [UInt8]) {
        var sent = 0
        while sent < bytes.count {
            let count = bytes[sent...].withUnsafeBytes { Glibc.send(socket, $0.baseAddress, $0.count, Self.quietly) }
            guard count > 0 else { return }
            sent += count
        }
    }

    /// Sends `chunk` over and over until the server takes no more, or about `limit` bytes; how much went out.
    func flood(_ chunk: [UInt8], limit: Int) -> Int {
        var sent = 0
        var waits = 0
        while sent < limit, waits < 20 {
            let count = chunk[(sent % chunk.count)...].withUnsafeBytes {
                Glibc.send(socket, $0.baseAddress, $0.count, Self.quietly | Int32(MSG_DONTWAIT))
            }
            if count > 0 {
                sent += count
                waits = 0
            } else {
                waits += 1
                usleep(20_000)
            }
        }
        return sent
    }

    /// Says that nothing more will be sent, as `nc -N` does.
    func endInput() { shutdown(socket, Int32(SHUT_WR)) }

    /// Dies as a machine does that loses its power: without a word of farewell.
    func reset() {
        var linger = linger(l_onoff: 1, l_linger: 0)
        setsockopt(socket, SOL_SOCKET, SO_LINGER, &linger, socklen_t(MemoryLayout.size(ofValue: linger)))
    }

    /// Everything up to the server's end.
    func readAll() throws -> String {
        var bytes: [UInt8] = []
        while let more = try receive() { bytes += more }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Everything up to the server's end, while something is done every ten milliseconds.
    func readAll(meanwhile body: () -> Void) throws -> String {
        var bytes: [UInt8] = []
        for _ in 0..<10_000 {
            body()
            usleep(10_000)
            guard let more = try receiveNow() else { return String(decoding: bytes, as: UTF8.self) }
            bytes += more
        }
        throw Failure(what: "no end after a hundred seconds")
    }

    /// What has come already, nil at the end of the stream.
    func receiveNow() throws -> [UInt8]? {
        var buffer = [UInt8](repeating: 0, count: 65536)
        let count = recv(socket, &buffer, buffer.count, Int32(MSG_DONTWAIT))
        if count < 0, errno == EAGAIN { return [] }
        return count <= 0 ? nil : Array(buffer[..<count])
    }

    /// Bytes up to and with `end`.
    func read(through end: String) throws -> String {
        var bytes: [UInt8] = []
        while !bytes.suffix(end.utf8.count).elementsEqual(end.utf8) {
            guard let more = try receive(limit: 1) else { throw Failure(what: "ended after \(bytes.count) bytes") }
            bytes += more
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// One reply of a plain connection without its empty line.
    func readReply() throws -> String { String(try read(through: "\n\n").dropLast(2)) }

    /// One line without its end.
    func readLine() throws -> String { String(try read(through: "\n").dropLast()) }

    /// The next bytes, nil at the end of the stream.
    func receive(limit: Int = 65536) throws -> [UInt8]? {
        var buffer = [UInt8](repeating: 0, count: limit)
        let count = recv(socket, &buffer, limit, 0)
        guard count >= 0 else {
            if errno == ECONNRESET { return nil }
            throw Failure(what: "recv: \(errno)")
        }
        return count == 0 ? nil : Array(buffer[..<count])
    }
}
