import Glibc
import NIOCore

/// Tells systemd how the service does (sd_notify(3)): a datagram to the socket that `NOTIFY_SOCKET` names.
///
/// Where nobody asked for it, nothing happens.
public struct SystemdNotifier: Sendable {
    private let path: String?
    /// How long systemd waits for a sign of life before it ends the process; nil where it does not watch.
    public let watchdog: Duration?

    /// Reads from the environment where to send to, and whether this process is watched.
    public init(environment: [String: String], process: Int32? = nil) {
        let isMeant = environment["WATCHDOG_PID"].map { Int32($0) == process ?? getpid() } ?? true
        watchdog = isMeant ? environment["WATCHDOG_USEC"].flatMap { Int64($0) }.map { .microseconds($0) } : nil
        path = environment["NOTIFY_SOCKET"].flatMap { $0.hasPrefix("/") || $0.hasPrefix("@") ? $0 : nil }
    }

    /// Time that a start is given from one sign of life to the next: no machine is so slow, and one that is must not begin
    /// anew for ever.
    private static let startTime = Duration.seconds(1800)

    /// The start takes longer than most, for a reason in words.
    public func starting(_ words: String) {
        send("STATUS=\(words)\nEXTEND_TIMEOUT_USEC=\(Self.startTime.components.seconds * 1_000_000)")
    }

    /// The server answers.
    public func ready() { send("READY=1\nSTATUS=answering") }

    /// The process does not hang; systemd wants to hear it in every ``watchdog``.
    public func alive() { send("WATCHDOG=1") }

    /// The server has begun to stop.
    public func stopping() { send("STOPPING=1") }

    /// A new pack is being read; ``ready()`` follows, whatever comes of it.
    public func reloading() {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        send("RELOADING=1\nMONOTONIC_USEC=\(time.tv_sec * 1_000_000 + time.tv_nsec / 1000)")
    }

    /// One line about what the service is doing.
    public func status(_ words: String) { send("STATUS=\(words)") }

    private func send(_ text: String) {
        guard let path else { return }
        // A name in the abstract namespace begins with NUL, which is written as @.
        let name = path.hasPrefix("@") ? "\0" + path.dropFirst() : path
        guard let address = try? SocketAddress(unixDomainSocketPath: name) else { return }
        let descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { return }
        defer { close(descriptor) }
        let bytes = Array(text.utf8)
        // The length of an abstract name counts; that of a path may be the whole structure.
        let slack = MemoryLayout.size(ofValue: sockaddr_un().sun_path) - name.utf8.count
        address.withSockAddr { pointer, size in
            let length = path.hasPrefix("@") ? size - slack : size
            _ = bytes.withUnsafeBytes {
                sendto(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL), pointer, socklen_t(length))
            }
        }
    }
}
