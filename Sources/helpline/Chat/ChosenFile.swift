import Glibc
import HelplineCore

/// A file of this machine that its own user names in the terminal.
enum ChosenFile {
    /// Reads a file whole, at most `limit` bytes and one more.
    ///
    /// Only a regular file is read: no folder, device or pipe, and no link, which may lead anywhere. It is looked at
    /// after it was opened, so that nothing can be put in its place meanwhile, and opening waits for nobody.
    static func read(_ path: String, home: String?, limit: Int) -> OfferedFile {
        let path = path.hasPrefix("~/") ? (home ?? "~") + path.dropFirst() : path
        let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_NOFOLLOW | O_CLOEXEC | O_NOCTTY)
        guard descriptor >= 0 else { return OfferedFile(name: path, unreadable: refusal(errno)) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { return OfferedFile(name: path, unreadable: .unreadable) }
        guard status.st_mode & S_IFMT == S_IFREG else { return OfferedFile(name: path, unreadable: .notRegular) }
        guard status.st_size <= limit else { return OfferedFile(name: path, unreadable: .tooLarge) }
        guard let bytes = contents(descriptor, limit: limit) else {
            return OfferedFile(name: path, unreadable: .unreadable)
        }
        return OfferedFile(name: path, bytes: bytes)
    }

    private static func refusal(_ error: Int32) -> FileRefusal {
        switch error {
        case ENOENT, ENOTDIR: .missing
        case ELOOP, ENXIO, ENODEV: .notRegular
        default: .unreadable
        }
    }

    private static func contents(_ descriptor: Int32, limit: Int) -> [UInt8]? {
        var result: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 64 * 1024)
        while result.count <= limit {
            let count = buffer.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress, $0.count) }
            if count == 0 { return result }
            if count > 0 {
                result += buffer[..<count]
            } else if errno != EINTR {
                return nil
            }
        }
        return result
    }
}
