import Glibc

/// The listening sockets that systemd has opened for this process (sd_listen_fds(3)).
public enum SocketActivation {
    /// The first of them, by convention.
    private static let first: Int32 = 3

    /// The sockets, in their order; none where the variables are missing or meant for another process.
    ///
    /// - Parameters:
    ///   - environment: the process's variables.
    ///   - process: the process's own number.
    public static func places(environment: [String: String], process: Int32) -> [ListeningPlace] {
        guard environment["LISTEN_PID"].flatMap({ Int32($0) }) == process,
            let count = environment["LISTEN_FDS"].flatMap({ Int32($0) }), (1...1024).contains(count)
        else { return [] }
        return (first..<first + count).map { descriptor in
            _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
            return .inherited(descriptor: descriptor)
        }
    }
}
