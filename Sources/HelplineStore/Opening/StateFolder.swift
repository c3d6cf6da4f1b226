import Foundation
import HelplineCore

/// The folder in which the state lies, made so that only its owner can read it.
struct StateFolder {
    let path: String

    /// Makes the folder with the mode 0700 where it is missing.
    ///
    /// An empty folder of ours is closed to others too; one that holds something already keeps the mode its owner
    /// chose, since it may be shared on purpose.
    init(making path: String) throws(LedgerError) {
        self.path = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
        do {
            try FileManager.default.createDirectory(
                atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
            if try FileManager.default.contentsOfDirectory(atPath: path).isEmpty {
                try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: path)
            }
        } catch {
            throw LedgerError(
                "The state folder \(path) cannot be made or read: \(Self.obstacle(on: path) ?? Self.reason(error, at: path)). "
                    + "Name another one with --state, or give this user the right to write there.")
        }
    }

    /// Makes an empty file with the mode 0600, or takes the rights of others from one that exists.
    ///
    /// What is there and no regular file is refused: a link could lead the rights, and all that is written, elsewhere.
    /// SQLite gives its -wal and -shm files the mode of the database. An existing file is never opened here: closing
    /// any descriptor of a database drops the locks that SQLite holds on it for this process (fcntl(2), F_SETLK).
    func makePrivateFile(_ name: String) throws(LedgerError) {
        let file = path + "/" + name
        let descriptor = open(file, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o600)
        if descriptor >= 0 {
            close(descriptor)
        } else if errno == EEXIST {
            guard FileIdentity(of: file) != nil else {
                throw LedgerError(
                    "\(file) is no regular file. Move it away, or name another state folder with --state.")
            }
            for each in [file, file + "-wal", file + "-shm"] where FileIdentity(of: each) != nil { chmod(each, 0o600) }
        } else {
            throw LedgerError(
                "The file \(file) cannot be made: \(String(cString: strerror(errno))). "
                    + "Name another folder with --state, or give this user the right to write there.")
        }
    }

    /// Runs `body` while no other process or thread does the same in this folder.
    func locked<Result>(
        patience: Double, _ body: () throws(LedgerError) -> Result
    ) throws(LedgerError) -> Result {
        let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else {
            throw LedgerError("The state folder \(path) cannot be opened: \(String(cString: strerror(errno))).")
        }
        defer { close(descriptor) }
        var left = patience
        while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
            guard errno == EWOULDBLOCK || errno == EINTR, left > 0 else {
                throw LedgerError(
                    "The state folder \(path) is being opened by another process; wait for it, or end it.")
            }
            usleep(20_000)
            left -= 0.02
        }
        let result = try body()
        // The names of new files are durable only when their folder is.
        fsync(descriptor)
        return result
    }

    /// The part of a path that is there and no folder; Foundation's own error does not name it.
    private static func obstacle(on path: String) -> String? {
        var part = path
        while !part.isEmpty, part != "/" {
            var isFolder: ObjCBool = false
            if FileManager.default.fileExists(atPath: part, isDirectory: &isFolder) {
                return isFolder.boolValue ? nil : "\(part) is a file and no folder"
            }
            part = (part as NSString).deletingLastPathComponent
        }
        return nil
    }

    /// The system's word for an error of Foundation.
    private static func reason(_ error: any Error, at path: String) -> String {
        let error = error as NSError
        let inner = error.userInfo[NSUnderlyingErrorKey] as? NSError
        if let posix = [error, inner].compactMap(\.self).first(where: { $0.domain == NSPOSIXErrorDomain }) {
            return String(cString: strerror(Int32(posix.code)))
        }
        // Where Foundation knows no number, as in /proc, the system is asked once more.
        if mkdir(path, 0o700) != 0, errno != EEXIST { return String(cString: strerror(errno)) }
        let words = error.localizedDescription
        return words.hasSuffix(".") ? String(words.dropLast()) : words
    }
}
