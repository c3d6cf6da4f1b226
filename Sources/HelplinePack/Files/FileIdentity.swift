internal import Foundation

/// What the file system says a path is.
struct FileIdentity: Hashable {
    enum Kind { case file, folder, other }

    /// Why contents could not be read.
    enum Failure: Error { case tooLarge, system(Int32) }

    let kind: Kind
    private let device: UInt64
    private let number: UInt64

    /// Follows links; nil, with the reason in `errno`, where the path leads nowhere.
    init?(_ path: String) {
        var information = stat()
        guard stat(path, &information) == 0 else { return nil }
        self.init(information)
    }

    private init(_ information: stat) {
        kind =
            switch information.st_mode & S_IFMT {
            case S_IFREG: .file
            case S_IFDIR: .folder
            default: .other
            }
        device = UInt64(information.st_dev)
        number = UInt64(information.st_ino)
    }

    /// Whether a path is itself a symbolic link.
    static func isLink(_ path: String) -> Bool {
        var information = stat()
        return lstat(path, &information) == 0 && information.st_mode & S_IFMT == S_IFLNK
    }

    /// Whether what a path leads to lies in a folder, all links followed.
    static func leads(_ path: String, into folder: String) -> Bool {
        guard let target = resolved(path), let root = resolved(folder) else { return false }
        return target.hasPrefix(root.hasSuffix("/") ? root : root + "/") || target == root
    }

    /// The one absolute path of a file or folder, whatever it is called and by whichever links; nil where it leads
    /// nowhere.
    static func resolved(_ path: String) -> String? {
        guard let buffer = realpath(path, nil) else { return nil }
        defer { free(buffer) }
        return String(cString: buffer)
    }

    /// The bytes of a regular file of at most `limit` bytes.
    ///
    /// Never waits: what is no regular file by the time it is opened is refused.
    static func contents(of path: String, limit: Int) -> Result<[UInt8], Failure> {
        let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
        guard descriptor >= 0 else { return .failure(.system(errno)) }
        defer { close(descriptor) }
        var information = stat()
        guard fstat(descriptor, &information) == 0 else { return .failure(.system(errno)) }
        guard FileIdentity(information).kind == .file else { return .failure(.system(EINVAL)) }
        return read(descriptor, expecting: Int(information.st_size), limit: limit)
    }

    private static func read(_ descriptor: Int32, expecting size: Int, limit: Int) -> Result<[UInt8], Failure> {
        var bytes: [UInt8] = []
        // Room for one byte more than the file should have, so that what is read first is nearly always all of it.
        var room = min(size, limit) + 1
        while bytes.count <= limit {
            var code: Int32?
            let part = [UInt8](unsafeUninitializedCapacity: room) { buffer, filled in
                code = fill(buffer, from: descriptor, &filled)
            }
            if let code { return .failure(.system(code)) }
            let isLast = part.count < room
            if bytes.isEmpty { bytes = part } else { bytes += part }
            if isLast { return bytes.count > limit ? .failure(.tooLarge) : .success(bytes) }
            room = 64 * 1024
        }
        return .failure(.tooLarge)
    }

    /// Reads until a buffer is full or the file ends; the number of the error where that fails.
    private static func fill(
        _ buffer: UnsafeMutableBufferPointer<UInt8>, from descriptor: Int32, _ filled: inout Int
    ) -> Int32? {
        while filled < buffer.count {
            let count = Foundation.read(descriptor, buffer.baseAddress?.advanced(by: filled), buffer.count - filled)
            if count == 0 { return nil }
            if count < 0, errno != EINTR { return errno }
            filled += max(count, 0)
        }
        return nil
    }

    /// The system's words for an error number.
    static func reason(_ code: Int32) -> String {
        String(cString: strerror(code)).lowercased()
    }
}
