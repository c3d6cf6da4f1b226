import Glibc

/// The system calls of this module on files and locks, each with its `errno` as an error.
enum SystemCall {
    /// What stands under a path.
    enum Found: Equatable {
        /// Nothing.
        case missing
        /// A regular file, up to the limit.
        case bytes([UInt8])
        /// A folder, a link or a device.
        case other
    }

    /// Makes a folder for the owner alone; false where it is there already.
    static func createFolder(_ path: String) throws(SystemError) -> Bool {
        if mkdir(path, 0o700) == 0 { return true }
        guard errno == EEXIST else { throw SystemError(code: errno) }
        let file = try opened(path, O_RDONLY | O_DIRECTORY)
        close(file)
        return false
    }

    /// Creates a file of mode 0600 that must not exist.
    static func create(_ path: String) throws(SystemError) -> Int32 {
        let file = try opened(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, 0o600)
        guard fchmod(file, 0o600) == 0 else {
            let error = SystemError(code: errno)
            close(file)
            throw error
        }
        return file
    }

    /// Writes all bytes.
    static func write(_ bytes: [UInt8], to file: Int32) throws(SystemError) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw SystemError(code: errno) }
            rest = rest.dropFirst(count)
        }
    }

    /// Reads at most `limit` bytes of a regular file, which may be a link to one only where the caller `follows` links.
    static func read(_ path: String, limit: Int, follows: Bool = false) throws(SystemError) -> Found {
        let file: Int32
        do {
            file = try opened(path, O_RDONLY | (follows ? 0 : O_NOFOLLOW) | O_NONBLOCK)
        } catch {
            if error.code == ENOENT { return .missing }
            if error.code == ELOOP { return .other }
            throw error
        }
        defer { close(file) }
        var status = stat()
        guard fstat(file, &status) == 0 else { throw SystemError(code: errno) }
        guard status.st_mode & S_IFMT == S_IFREG else { return .other }
        return .bytes(try bytes(of: file, limit: limit))
    }

    /// Whether the path is a program that this process may start.
    static func isExecutable(_ path: String) -> Bool {
        access(path, X_OK) == 0
    }

    /// Why no file can be written into a folder, as half a sentence; nil where it is there or can be made.
    static func obstacle(toFolder path: String) -> String? {
        var status = stat()
        guard stat(path, &status) == 0 else {
            guard errno == ENOENT else { return "\(path) cannot be reached: \(message(errno))" }
            let parent = path + "/.."
            // The folder itself is missing, and with it the way to its parent by two dots.
            let cut = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? parent
            return access(cut.isEmpty ? "/" : cut, W_OK | X_OK) == 0 ? nil : "\(path) cannot be made: \(message(errno))"
        }
        guard status.st_mode & S_IFMT == S_IFDIR else { return "\(path) is no folder" }
        return access(path, W_OK | X_OK) == 0 ? nil : "\(path) cannot be written: \(message(errno))"
    }

    /// Makes the content of an open file durable.
    static func sync(_ file: Int32) throws(SystemError) {
        while fsync(file) != 0 {
            guard errno == EINTR else { throw SystemError(code: errno) }
        }
    }

    /// Makes the content of a file durable.
    static func syncFile(_ path: String) throws(SystemError) {
        let file = try opened(path, O_RDONLY | O_NOFOLLOW)
        defer { close(file) }
        try sync(file)
    }

    /// Makes the names in a folder durable.
    static func syncFolder(_ path: String) throws(SystemError) {
        let folder = try opened(path, O_RDONLY | O_DIRECTORY)
        defer { close(folder) }
        try sync(folder)
    }

    /// Renames a file.
    static func rename(_ path: String, to target: String) throws(SystemError) {
        guard Glibc.rename(path, target) == 0 else { throw SystemError(code: errno) }
    }

    /// Removes a file, where there is one.
    static func remove(_ path: String) {
        unlink(path)
    }

    /// Opens a lock file and takes its lock without waiting; nil where somebody has it.
    static func lock(_ path: String) throws(SystemError) -> Int32? {
        let file = try opened(path, O_RDWR | O_CREAT | O_NOFOLLOW, 0o600)
        while flock(file, LOCK_EX | LOCK_NB) != 0 {
            if errno == EINTR { continue }
            let error = SystemError(code: errno)
            close(file)
            if error.code == EWOULDBLOCK { return nil }
            throw error
        }
        return file
    }

    /// Closes a file, and with it gives its lock back.
    static func close(_ file: Int32) {
        _ = Glibc.close(file)
    }

    /// The system's words for an `errno`.
    static func message(_ code: Int32) -> String {
        String(cString: strerror(code))
    }

    private static func opened(_ path: String, _ flags: Int32, _ mode: mode_t = 0) throws(SystemError) -> Int32 {
        while true {
            let file = open(path, flags | O_CLOEXEC, mode)
            if file >= 0 { return file }
            guard errno == EINTR else { throw SystemError(code: errno) }
        }
    }

    private static func bytes(of file: Int32, limit: Int) throws(SystemError) -> [UInt8] {
        var result: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 16_384)
        while result.count < limit {
            let wanted = min(buffer.count, limit - result.count)
            let count = buffer.withUnsafeMutableBytes { Glibc.read(file, $0.baseAddress, wanted) }
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw SystemError(code: errno) }
            if count == 0 { break }
            result += buffer[..<count]
        }
        return result
    }
}
