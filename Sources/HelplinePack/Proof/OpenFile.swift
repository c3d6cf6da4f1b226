internal import Foundation

/// A file that is open for reading, closed when nothing refers to it any more.
final class OpenFile: Sendable {
    private let descriptor: Int32

    /// Opens a file and waits for nothing; nil where that fails or a link stands in its place.
    init?(_ path: String) {
        descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOFOLLOW)
        if descriptor < 0 { return nil }
    }

    deinit { close(descriptor) }

    /// The length of a regular file that belongs to this user and that nobody else may read or write, nil for any other.
    var ownLength: Int? {
        var information = stat()
        guard fstat(descriptor, &information) == 0, information.st_mode & S_IFMT == S_IFREG,
            information.st_uid == geteuid(), information.st_mode & 0o077 == 0
        else { return nil }
        return Int(information.st_size)
    }

    /// So many bytes from an offset on, or what there is of them.
    func bytes(_ count: Int, from offset: Int) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            filled = fill(UnsafeMutableRawBufferPointer(buffer), from: offset)
        }
    }

    /// Reads from an offset on until a buffer is full or the file ends; how much there was.
    func fill(_ buffer: UnsafeMutableRawBufferPointer, from offset: Int) -> Int {
        var filled = 0
        while filled < buffer.count {
            let place = buffer.baseAddress?.advanced(by: filled)
            let count = pread(descriptor, place, buffer.count - filled, off_t(offset + filled))
            guard count > 0 || (count < 0 && errno == EINTR) else { break }
            filled += max(count, 0)
        }
        return filled
    }
}
