import Dispatch
import Glibc
public import Logging
public import ServiceLifecycle

/// Answers the operator on a unix socket of its own, for the server's user alone (mode 0600).
///
/// One line is one question; the answer ends the connection, and what was sent behind the line is dropped. Questions
/// are read on a thread of its own, so that an answer comes also while the loops are busy.
public struct ControlSocket: Service {
    private let path: String
    private let logger: Logger
    private let answer: @Sendable (String, @escaping Reply) -> Void

    /// Takes the answer to a question, once, on any thread.
    public typealias Reply = @Sendable (ControlAnswer) -> Void

    private static let longestLine = 256
    /// How many questions may wait for their answers; the next is read when one has its own.
    private static let places = 32
    /// What is read and dropped behind a question at most, in bytes.
    private static let mostDropped = 65_536
    /// How long somebody may take to ask, and to take the answer, in seconds.
    private static let patience = 2

    /// Answers at a path.
    ///
    /// - Parameters:
    ///   - path: the socket's place in the file system.
    ///   - logger: told where the socket cannot be had.
    ///   - answer: gives the answer to a line, now or later. It is called on the socket's own thread, and while it runs
    ///     no other question is read.
    public init(path: String, logger: Logger, answer: @escaping @Sendable (String, @escaping Reply) -> Void) {
        self.path = path
        self.logger = logger
        self.answer = answer
    }

    /// Answers until the service group stops.
    ///
    /// Where it cannot listen, because another server of the same state folder does for example, it says so and waits:
    /// the server itself is worth more than its answers.
    public func run() async throws {
        let socket: UnixSocket
        do {
            socket = try UnixSocket(path: path, mode: 0o600, backlog: 64)
        } catch {
            logger.warning("`helpline ctl` will not reach this server: \(error)")
            return try await gracefulShutdown()
        }
        let (end, finished) = AsyncStream.makeStream(of: Void.self)
        DispatchQueue(label: "helpline.control").async {
            answerAll(socket.descriptor)
            finished.finish()
        }
        try? await gracefulShutdown()
        // The thread that waits in accept is woken by this, not by closing.
        shutdown(socket.descriptor, Int32(SHUT_RDWR))
        for await _ in end {}
        close(socket.descriptor)
        socket.remove()
    }

    /// Whether a server answers at a path.
    public static func isAnswered(at path: String) -> Bool {
        guard let descriptor = try? UnixSocket.connected(to: path) else { return false }
        close(descriptor)
        return true
    }

    /// Asks a server; blocks until the answer is complete.
    ///
    /// - Throws: ``ServerError`` where none answers at this path, or another user's does.
    public static func ask(_ line: String, at path: String) throws(ServerError) -> ControlAnswer {
        let descriptor = try UnixSocket.connected(to: path)
        defer { close(descriptor) }
        write(Array((line + "\n").utf8), to: descriptor)
        guard let answer = ControlAnswer(bytes: read(descriptor, upTo: 16 << 20) { _ in false }) else {
            throw ServerError(.unreachable, "the server has ended before it answered", at: path)
        }
        return answer
    }

    /// Answers until the socket is shut down; an answer that comes later than that is not waited for.
    private func answerAll(_ descriptor: Int32) {
        let free = DispatchSemaphore(value: Self.places)
        while let client = Self.accept(descriptor) {
            free.wait()
            read(client) { answer in
                if let answer { Self.finish(client, answer) }
                close(client)
                free.signal()
            }
        }
    }

    /// Reads a question and has it answered; nil for whoever asks nothing.
    private func read(_ client: Int32, then: @escaping @Sendable (ControlAnswer?) -> Void) {
        var limit = timeval(tv_sec: Self.patience, tv_usec: 0)
        for option in [SO_RCVTIMEO, SO_SNDTIMEO] {
            setsockopt(client, SOL_SOCKET, option, &limit, socklen_t(MemoryLayout<timeval>.size))
        }
        let bytes = Self.read(client, upTo: Self.longestLine) { $0.contains(0x0A) }
        guard !bytes.isEmpty else { return then(nil) }
        // A last line without an end counts, as netcat's may be.
        var line = bytes.prefix { $0 != 0x0A }
        guard line.count < Self.longestLine else {
            return then(ControlAnswer(status: 64, "A question is one word in a line of its own.\n"))
        }
        if line.last == 0x0D { line = line.dropLast() }
        answer(String(decoding: line, as: UTF8.self)) { then($0) }
    }

    /// Writes an answer, and drops what was sent behind the question: closing with unread bytes would let the client
    /// see an error in its place.
    private static func finish(_ client: Int32, _ answer: ControlAnswer) {
        write(answer.bytes, to: client)
        var dropped = [UInt8](repeating: 0, count: mostDropped)
        _ = recv(client, &dropped, dropped.count, Int32(MSG_DONTWAIT))
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
