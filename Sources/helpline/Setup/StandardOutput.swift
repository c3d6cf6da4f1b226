import Glibc

/// Standard output, written at once and whole.
struct StandardOutput {
    /// Whether nobody reads any more.
    private(set) var isClosed = false

    /// Writes bytes; a reader that is gone is noted and no fault.
    mutating func write(_ bytes: [UInt8]) {
        var rest = bytes[...]
        while !rest.isEmpty, !isClosed {
            let count = rest.withUnsafeBytes { Glibc.write(STDOUT_FILENO, $0.baseAddress, $0.count) }
            if count > 0 {
                rest = rest.dropFirst(count)
            } else if errno != EINTR {
                isClosed = true
            }
        }
    }

    /// Writes a line.
    mutating func write(line: String) {
        write(Array((line + "\n").utf8))
    }
}
