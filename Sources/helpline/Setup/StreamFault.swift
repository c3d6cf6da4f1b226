import Glibc

/// Standard input gives nothing more though it has not ended, or standard output takes nothing more.
///
/// A command lets it through to ``Ending``, and closes on the way what it has opened.
struct StreamFault: Error, CustomStringConvertible {
    /// Which of the two.
    enum Stream {
        case input, output
    }

    var stream: Stream
    /// The `errno` of read(2) or write(2).
    var number: Int32

    /// Whether only the reader has left, which is no fault: `helpline outbox | head -1`.
    var isReaderGone: Bool { stream == .output && number == EPIPE }

    var description: String {
        if number == EBADF { return closed }
        let reason = String(cString: strerror(number))
        return switch stream {
        case .input: "The input could not be read to its end: \(reason)."
        case .output: "The output could not be written to its end: \(reason)."
        }
    }

    /// What a program says that was started without the stream, `<&-` or `>&-` in a shell.
    private var closed: String {
        switch stream {
        case .input:
            "There is no standard input to read from, it is closed; use a terminal, a pipe or a file, "
                + "or /dev/null for one that is empty."
        case .output:
            "There is no standard output to write to, it is closed; use a terminal, a pipe or a file, "
                + "or /dev/null for one that nobody reads."
        }
    }
}
