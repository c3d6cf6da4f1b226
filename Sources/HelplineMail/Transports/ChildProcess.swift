import Glibc

/// A program started for one mail: it reads from its standard input, answers, and ends.
///
/// It gets no variable of this process, which may hold a password, no signal that is meant for the terminal's group,
/// and no descriptor but its own three.
struct ChildProcess: Sendable {
    /// How a program ended.
    enum Ending: Equatable, Sendable {
        /// By itself, with a code.
        case exited(Int32)
        /// By a signal.
        case signalled(Int32)
        /// It was ended, as it took too long.
        case timedOut
        /// It was never started, with the `errno`.
        case notStarted(Int32)
    }

    /// What a program did.
    struct Result: Equatable, Sendable {
        var ending: Ending
        /// What it wrote to standard output and standard error, the first 64 KiB of it.
        var output: [UInt8]

        /// The last line of the output.
        var lastLine: String {
            output.split { $0 == 0x0A || $0 == 0x0D }.last.map { String(decoding: $0, as: UTF8.self) } ?? ""
        }
    }

    private static let outputLimit = 65_536
    /// How often a program that is busy is tried, and how long after one another in microseconds.
    private static let mostTries = 20
    private static let pause: UInt32 = 5_000

    /// The program's path.
    let path: String
    /// What follows its name; no shell reads it.
    let arguments: [String]

    /// Starts the program, gives it the bytes, and waits for its end.
    ///
    /// Blocks the thread, for `seconds` at most and one more.
    func run(input: [UInt8], seconds: Int64) -> Result {
        var pair: [Int32] = [0, 0]
        // A socket instead of a pipe: writing to a reader that is gone can then do without SIGPIPE.
        guard socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue) | O_CLOEXEC, 0, &pair) == 0 else {
            return Result(ending: .notStarted(errno), output: [])
        }
        var child = pid_t()
        let code = spawn(&child, socket: pair[1])
        close(pair[1])
        defer { close(pair[0]) }
        guard code == 0 else { return Result(ending: .notStarted(code), output: []) }
        var exchange = Exchange(socket: pair[0], input: input, deadline: Self.now() + seconds * 1000)
        exchange.run()
        return Result(ending: Self.wait(for: child, until: exchange.deadline), output: exchange.output)
    }

    private func spawn(_ child: inout pid_t, socket: Int32) -> Int32 {
        var files = posix_spawn_file_actions_t()
        var attributes = posix_spawnattr_t()
        posix_spawn_file_actions_init(&files)
        posix_spawnattr_init(&attributes)
        defer {
            posix_spawn_file_actions_destroy(&files)
            posix_spawnattr_destroy(&attributes)
        }
        for descriptor in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] {
            posix_spawn_file_actions_adddup2(&files, socket, descriptor)
        }
        var every = sigset_t()
        var none = sigset_t()
        sigfillset(&every)
        sigemptyset(&none)
        posix_spawnattr_setsigdefault(&attributes, &every)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setflags(
            &attributes, Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETPGROUP))
        let variables = ["PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL=C"]
        return Self.withStrings([path] + arguments) { words in
            Self.withStrings(variables) { variables in
                Self.untilReady { posix_spawn(&child, path, &files, &attributes, words, variables) }
            }
        }
    }

    /// Starts a program anew while it is busy: one that was just written is, as long as a process that was forked then
    /// still has it open.
    private static func untilReady(_ start: () -> Int32) -> Int32 {
        var code = start()
        for _ in 1..<mostTries where code == ETXTBSY {
            usleep(pause)
            code = start()
        }
        return code
    }

    /// The end of the child, which is brought about where the deadline passes.
    private static func wait(for child: pid_t, until deadline: Int64) -> Ending {
        var status: Int32 = 0
        while true {
            let ended = waitpid(child, &status, WNOHANG)
            if ended == child { break }
            if ended < 0, errno != EINTR { return .exited(-1) }
            if now() >= deadline {
                kill(child, SIGKILL)
                while waitpid(child, &status, 0) < 0, errno == EINTR {}
                return .timedOut
            }
            usleep(1000)
        }
        let signal = status & 0x7F
        return signal == 0 ? .exited((status >> 8) & 0xFF) : .signalled(signal)
    }

    private static func withStrings<Value>(
        _ strings: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Value
    ) -> Value {
        let copies = strings.map { strdup($0) }
        defer { for copy in copies { free(copy) } }
        return body(copies + [nil])
    }

    /// Milliseconds of a clock that nobody sets.
    private static func now() -> Int64 {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
    }

    /// Gives the input and takes the output, until both have ended or the time has.
    private struct Exchange {
        let socket: Int32
        var input: ArraySlice<UInt8>
        let deadline: Int64
        var output: [UInt8] = []
        private var hasEnded = false

        init(socket: Int32, input: [UInt8], deadline: Int64) {
            self.socket = socket
            self.input = input[...]
            self.deadline = deadline
            _ = fcntl(socket, F_SETFL, O_NONBLOCK)
            if input.isEmpty { shutdown(socket, Int32(SHUT_WR)) }
        }

        mutating func run() {
            while !hasEnded {
                let left = deadline - ChildProcess.now()
                guard left > 0 else { return }
                let events = Int16(input.isEmpty ? POLLIN : POLLIN | POLLOUT)
                var descriptor = pollfd(fd: socket, events: events, revents: 0)
                guard poll(&descriptor, 1, Int32(min(left, 60_000))) > 0 else { continue }
                if descriptor.revents & Int16(POLLOUT) != 0, !input.isEmpty { give() }
                if descriptor.revents & Int16(POLLIN | POLLHUP | POLLERR) != 0 { take() }
            }
        }

        private mutating func give() {
            let count = input.withUnsafeBytes { send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
            if count > 0 {
                input = input.dropFirst(count)
            } else if errno != EAGAIN, errno != EINTR {
                // It reads no more; its exit code tells why.
                input = []
            }
            if input.isEmpty { shutdown(socket, Int32(SHUT_WR)) }
        }

        private mutating func take() {
            var buffer = [UInt8](repeating: 0, count: 4096)
            let count = buffer.withUnsafeMutableBytes { recv(socket, $0.baseAddress, $0.count, 0) }
            if count > 0 {
                output += buffer[..<min(count, max(0, ChildProcess.outputLimit - output.count))]
            } else if count == 0 || (errno != EAGAIN && errno != EINTR) {
                hasEnded = true
            }
        }
    }
}
