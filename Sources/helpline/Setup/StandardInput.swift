import Glibc
import HelplineWire

/// Lines of standard input that is no terminal, read as they come; a last line without an end counts.
struct StandardInput {
    private var framer: LineFramer
    private var isAtEnd = false
    private var buffer = [UInt8](repeating: 0, count: 64 * 1024)

    /// Reads lines of at most `limit` bytes.
    init(limit: Int) {
        framer = LineFramer(limit: limit)
    }

    /// The next line, or that one was too long; nil at the end.
    ///
    /// Blocks until there is one.
    mutating func next() throws(StreamFault) -> LineFramer.Event? {
        while true {
            if let event = framer.next() { return event }
            guard !isAtEnd else { return nil }
            try fill()
        }
    }

    private mutating func fill() throws(StreamFault) {
        let count = buffer.withUnsafeMutableBytes { Glibc.read(STDIN_FILENO, $0.baseAddress, $0.count) }
        if count > 0 {
            framer.append(buffer[..<count])
        } else if count == 0 {
            isAtEnd = true
            framer.finish()
        } else if errno == EAGAIN {
            waitForMore()
        } else if errno != EINTR {
            throw StreamFault(stream: .input, number: errno)
        }
    }

    /// Whoever shares the descriptor may have told it not to block.
    private func waitForMore() {
        var descriptor = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
        _ = poll(&descriptor, 1, -1)
    }
}
