import Foundation
import Glibc

/// A client on a bare socket, so that a test decides about every byte and every end; each wait is limited.
final class Client: Sendable {
    struct Failure: Error {
        var what: String
    }

    private static let quietly = Int32(MSG_NOSIGNAL)

    private let socket: Int32

    init(port: Int) throws {
        socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var limit = timeval(tv_sec: 10, tv_usec: 0)
        setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
        var buffer: Int32 = 65536
        setsockopt(socket, SOL_SOCKET, SO_SNDBUF, &buffer, socklen_t(MemoryLayout<Int32>.size))
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(port).bigEndian
        address.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
        let size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let result = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { connect(socket, $0, size) }
        }
        guard result == 0 else {
            close(socket)
            throw Failure(what: "connect: \(errno)")
        }
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

    /// Everything up to the server's end.
    func readAll() throws -> String {
        var bytes: [UInt8] = []
        while let more = try receive() { bytes += more }
        return String(decoding: bytes, as: UTF8.self)
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
