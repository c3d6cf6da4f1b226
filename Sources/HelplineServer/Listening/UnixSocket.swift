import Glibc
import NIOCore

/// A listening socket in the file system.
///
/// It is made beside its place, given its mode, and moved there: nobody can connect while the mode is wrong, and a
/// stale socket is replaced in one step. One that still answers is left alone.
struct UnixSocket {
    let descriptor: Int32
    private let path: String
    private let identity: Identity

    /// What tells a file from another one of the same name.
    private struct Identity: Equatable {
        var device: dev_t
        var inode: ino_t

        init?(of path: String) {
            var file = stat()
            guard lstat(path, &file) == 0, file.st_mode & S_IFMT == S_IFSOCK else { return nil }
            device = file.st_dev
            inode = file.st_ino
        }
    }

    /// The longest path that fits the kernel's structure (unix(7)), with room for the name beside it.
    static let longestPath = 100

    /// Listens; `backlog` connections may wait.
    ///
    /// - Throws: ``ServerError`` where the path is too long, is no socket, is in use, or cannot be made.
    init(path: String, mode: mode_t = 0o660, backlog: Int32) throws(ServerError) {
        guard path.utf8.count <= Self.longestPath else {
            throw ServerError(.badAddress, "a socket's path has at most \(Self.longestPath) bytes", at: path)
        }
        try Self.checkFree(path)
        descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        self.path = path
        let beside = path + ".new"
        unlink(beside)
        guard descriptor >= 0, Self.call(bind, descriptor, beside) == 0, chmod(beside, mode) == 0,
            listen(descriptor, backlog) == 0, let identity = Identity(of: beside), rename(beside, path) == 0
        else {
            let reason = SocketTrouble.listening(errno, at: .unix(path: path))
            if descriptor >= 0 { close(descriptor) }
            unlink(beside)
            throw ServerError(.bind, reason, at: path)
        }
        self.identity = identity
    }

    /// Connects to a socket in the file system.
    ///
    /// - Throws: ``ServerError`` where nobody answers there, or this user may not ask.
    static func connected(to path: String) throws(ServerError) -> Int32 {
        let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0, call(connect, descriptor, path) == 0 else {
            let reason = SocketTrouble.connecting(errno)
            if descriptor >= 0 { close(descriptor) }
            throw ServerError(.unreachable, reason, at: path)
        }
        return descriptor
    }

    /// Takes the file away, unless another server has put its own there.
    func remove() {
        if Identity(of: path) == identity { unlink(path) }
    }

    private static func checkFree(_ path: String) throws(ServerError) {
        var file = stat()
        guard lstat(path, &file) == 0 else { return }
        guard file.st_mode & S_IFMT == S_IFSOCK else {
            throw ServerError(.bind, "there is a file here that is no socket; it is left alone", at: path)
        }
        if let probe = try? connected(to: path) {
            close(probe)
            throw ServerError(.bind, "another server answers here; end it, or name another path", at: path)
        }
    }

    /// Calls `bind` or `connect` with a path.
    private static func call(
        _ function: (Int32, UnsafePointer<sockaddr>?, socklen_t) -> Int32, _ descriptor: Int32, _ path: String
    ) -> Int32 {
        guard let address = try? SocketAddress(unixDomainSocketPath: path) else {
            errno = ENAMETOOLONG
            return -1
        }
        return address.withSockAddr { function(descriptor, $0, socklen_t($1)) }
    }
}
