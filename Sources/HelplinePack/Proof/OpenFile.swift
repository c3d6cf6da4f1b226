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

    /// The length of a regular file that belongs to this user and that nobody else may read or write, nil for any
    /// other.
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
        buffer.takeLargePages()
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

extension UnsafeMutableRawBufferPointer {
    /// Asks the system for pages of two megabytes where the memory has room for such, before anything is written there.
    ///
    /// Some megabytes are then filled in a third of the time, since a thousand small pages need not be handed out one
    /// by one; a system that has no large pages does as it would have done.
    fileprivate func takeLargePages() {
        let size = 1 << 21
        guard count >= size, let baseAddress else { return }
        let start = (UInt(bitPattern: baseAddress) + UInt(size - 1)) & ~UInt(size - 1)
        let end = UInt(bitPattern: baseAddress + count) & ~UInt(size - 1)
        guard start < end else { return }
        madvise(UnsafeMutableRawPointer(bitPattern: start), Int(end - start), MADV_HUGEPAGE)
    }
}
