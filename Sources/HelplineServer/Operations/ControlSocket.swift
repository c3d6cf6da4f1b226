import Dispatch
import Glibc
public import Logging
public import ServiceLifecycle

/// Answers the operator on a unix socket of its own, for the server's user alone (mode 0600).
///
/// One line is one question; the answer ends the connection. Everything happens on one thread of its own, one question
/// after another, so that an answer comes also while the loops are busy.
public struct ControlSocket: Service {
    private let path: String
    private let logger: Logger
    private let answer: @Sendable (String) -> ControlAnswer

    private static let longestLine = 256
    /// How long somebody may take to ask, and to take the answer, in seconds.
    private static let patience = 2

    /// Answers at a path.
    ///
    /// - Parameters:
    ///   - path: the socket's place in the file system.
    ///   - logger: told where the socket cannot be had.
    ///   - answer: gives the answer to a line; it may block, and is called on the socket's own thread.
    public init(path: String, logger: Logger, answer: @escaping @Sendable (String) -> ControlAnswer) {
        self.path = path
        self.logger = logger
        self.answer = answer
    }

    /// Answers until the service group stops.
    ///
    /// Where it cannot listen, because another server of the same state folder does for example, it says so and waits: the
    /// server itself is worth more than its answers.
    public func run() async throws {
        let socket: UnixSocket
        do {
            socket = try UnixSocket(path: path, mode: 0o600, backlog: 16)
        } catch {
            logger.warning("`helpline ctl` will not reach this server: \(error)")
            return try await gracefulShutdown()
        }
        let (end, finished) = AsyncStream.makeStream(of: Void.self)
        DispatchQueue(label: "helpline.control").async {
            while let client = Self.accept(socket.descriptor) { serve(client) }
            finished.finish()
        }
        try? await gracefulShutdown()
        // The thread that waits in accept is woken by this, not by closing.
        shutdown(socket.descriptor, Int32(SHUT_RDWR))
        for await _ in end {}
        close(socket.descriptor)
        socket.remove()
    }

    /// Asks a server; nil where none answers at this path.
    ///
    /// Blocks until the answer is complete.
    public static func ask(_ line: String, at path: String) -> ControlAnswer? {
        guard let descriptor = UnixSocket.connected(to: path) else { return nil }
        defer { close(descriptor) }
        write(Array((line + "\n").utf8), to: descriptor)
        return ControlAnswer(bytes: read(descriptor, upTo: 16 << 20) { _ in false })
    }

    private func serve(_ client: Int32) {
        defer { close(client) }
        var limit = timeval(tv_sec: Self.patience, tv_usec: 0)
        for option in [SO_RCVTIMEO, SO_SNDTIMEO] {
            setsockopt(client, SOL_SOCKET, option, &limit, socklen_t(MemoryLayout<timeval>.size))
        }
        let bytes = Self.read(client, upTo: Self.longestLine) { $0.contains(0x0A) }
        guard let end = bytes.firstIndex(of: 0x0A) else { return }
        Self.write(answer(String(decoding: bytes[..<end], as: UTF8.self)).bytes, to: client)
    }

    /// The next client; nil when the socket was shut down.
    private static func accept(_ descriptor: Int32) -> Int32? {
        while true {
            let client = Glibc.accept(descriptor, nil, nil)
            if client >= 0 { return client }
            guard [EINTR, ECONNABORTED, EMFILE, ENFILE, ENOMEM, ENOBUFS].contains(errno) else { return nil }
            if errno != EINTR { usleep(100_000) }
        }
    }

    private static func read(_ descriptor: Int32, upTo limit: Int, isEnough: ([UInt8]) -> Bool) -> [UInt8] {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 4096)
        while bytes.count < limit, !isEnough(bytes) {
            let count = recv(descriptor, &buffer, buffer.count, 0)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { break }
            bytes += buffer[..<count]
        }
        return bytes
    }

    private static func write(_ bytes: [UInt8], to descriptor: Int32) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return }
            rest = rest.dropFirst(count)
        }
    }
}
