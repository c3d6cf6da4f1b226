import Foundation

/// A connection to a server on this machine, as a plain socket.
final class Client {
    private struct Failure: Error {
        var call: String
        var number: Int32
    }

    private let socket: Int32
    /// What was received and not yet read.
    private var kept: [UInt8] = []

    /// Connects; every later read gives up after a minute.
    init(port: UInt16) throws {
        socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        var limit = timeval(tv_sec: 60, tv_usec: 0)
        setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
        let result = Self.withAddress(port) { connect(socket, $0, $1) }
        guard result == 0 else { throw Failure(call: "connect", number: errno) }
    }

    deinit { close(socket) }

    func send(_ bytes: [UInt8]) throws {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
            guard count > 0 else { throw Failure(call: "send", number: errno) }
            rest = rest.dropFirst(count)
        }
    }

    func send(_ line: String) throws {
        try send(Array((line + "\n").utf8))
    }

    /// Says that nothing more will be written.
    func endWriting() {
        shutdown(socket, Int32(SHUT_WR))
    }

    /// Reads until the text ends so, or to the end of the connection.
    func read(until end: String? = nil) throws -> String {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 4096)
        while true {
            let count = recv(socket, &buffer, buffer.count, 0)
            guard count >= 0 else { throw Failure(call: "recv", number: errno) }
            bytes += buffer[..<count]
            let text = String(decoding: bytes, as: UTF8.self)
            if count == 0 || end.map(text.hasSuffix) == true { return text }
        }
    }

    /// Reads up to the end mark and without it; what comes after it is kept for the next time.
    func readOne(until end: String) throws -> String {
        let mark = Array(end.utf8)
        var buffer = [UInt8](repeating: 0, count: 4096)
        while true {
            if let found = kept.firstRange(of: mark) {
                defer { kept.removeSubrange(..<found.upperBound) }
                return String(decoding: kept[..<found.lowerBound], as: UTF8.self)
            }
            let count = recv(socket, &buffer, buffer.count, 0)
            guard count > 0 else { throw Failure(call: "recv", number: count == 0 ? 0 : errno) }
            kept += buffer[..<count]
        }
    }

    /// Takes a port that nobody else gets while the body runs.
    static func holdingPort<Value>(_ body: (UInt16) throws -> Value) throws -> Value {
        let listener = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        defer { close(listener) }
        guard withAddress(0, { bind(listener, $0, $1) }) == 0, listen(listener, 1) == 0 else {
            throw Failure(call: "listen", number: errno)
        }
        var address = sockaddr_in()
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        _ = withUnsafeMutablePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { getsockname(listener, $0, &size) }
        }
        return try body(UInt16(bigEndian: address.sin_port))
    }

    private static func withAddress(_ port: UInt16, _ body: (UnsafePointer<sockaddr>, socklen_t) -> Int32) -> Int32 {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        return withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { body($0, socklen_t(MemoryLayout<sockaddr_in>.size)) }
        }
    }
}
