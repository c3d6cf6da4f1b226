import Glibc

/// Standard error, for everything that is not the chat itself.
enum StandardError {
    /// Writes a line, and behind it the prompt of whoever waits for input.
    static func say(_ text: String, prompt: String = "") {
        var line = text + "\n" + prompt
        line.withUTF8 { buffer in
            var rest = UnsafeRawBufferPointer(buffer)
            while !rest.isEmpty {
                let count = write(STDERR_FILENO, rest.baseAddress, rest.count)
                guard count > 0 else { return }
                rest = UnsafeRawBufferPointer(rebasing: rest[count...])
            }
        }
    }
}
