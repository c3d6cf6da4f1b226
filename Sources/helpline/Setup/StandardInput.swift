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
    mutating func next() -> LineFramer.Event? {
        while true {
            if let event = framer.next() { return event }
            guard !isAtEnd else { return nil }
            fill()
        }
    }

    /// Whether a whole line is there without waiting.
    private mutating func fill() {
        let count = buffer.withUnsafeMutableBytes { Glibc.read(STDIN_FILENO, $0.baseAddress, $0.count) }
        if count > 0 {
            framer.append(buffer[..<count])
        } else if count == 0 || errno != EINTR {
            isAtEnd = true
            framer.finish()
        }
    }
}
