import Glibc

/// Standard output, written at once and whole: the one way in which every command says something.
///
/// `print` keeps what it is given until the program ends, when nobody can be told any more that it came to nothing.
enum StandardOutput {
    /// Writes bytes.
    ///
    /// Blocks until all of them are taken, also where the descriptor does not block by itself.
    static func write(_ bytes: [UInt8]) throws(StreamFault) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(STDOUT_FILENO, $0.baseAddress, $0.count) }
            if count > 0 {
                rest = rest.dropFirst(count)
            } else if errno == EAGAIN {
                waitForRoom()
            } else if errno != EINTR {
                throw StreamFault(stream: .output, number: errno)
            }
        }
    }

    /// Writes a text and the end of its line, or what ends it instead.
    static func say(_ text: String, end: String = "\n") throws(StreamFault) {
        try write(Array((text + end).utf8))
    }

    /// Whoever shares the descriptor may have told it not to block.
    private static func waitForRoom() {
        var descriptor = pollfd(fd: STDOUT_FILENO, events: Int16(POLLOUT), revents: 0)
        _ = poll(&descriptor, 1, -1)
    }
}
