internal import Foundation
internal import HelplineCore
internal import PatternSet

/// The bytes of a proven pack in a file: what it is, a key, how long its two parts are and what they sum up to, and the
/// parts.
enum ProvenFile {
    /// A larger file is none of ours.
    static let sizeLimit = 1 << 28

    /// What a file of this kind begins with.
    private static let mark: UInt64 = 0x4B50_324E_5650_4C48

    /// What stands before the two parts.
    private struct Head: BitwiseCopyable {
        var mark = ProvenFile.mark
        var key: UInt64 = 0
        var contentCount: UInt64 = 0
        var indexCount: UInt64 = 0
        var sum: UInt64 = 0
    }

    /// Reads a file that belongs to this user alone, is whole and has the key; nil where it is anything else.
    ///
    /// The file is read and not mapped: one that is cut off while it is in use would end the program.
    static func read(_ path: String, key: UInt64) -> KeptKnowledge? {
        let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOFOLLOW)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var head = Head()
        let size = MemoryLayout<Head>.size
        guard let length = ownLength(of: descriptor),
            withUnsafeMutableBytes(of: &head, { fill($0, descriptor) }) == size,
            head.mark == mark, head.key == key, let contentCount = Int(exactly: head.contentCount),
            let indexCount = Int(exactly: head.indexCount), contentCount <= length, indexCount <= length,
            length == size + contentCount + indexCount
        else { return nil }
        let content = [UInt8](unsafeUninitializedCapacity: contentCount) { buffer, count in
            count = fill(UnsafeMutableRawBufferPointer(buffer), descriptor)
        }
        let kept = KeptKnowledge(
            content: content[...], index: ByteBlock(capacity: indexCount) { fill($0, descriptor) })
        guard content.count == contentCount, kept.index.count == indexCount, sum(kept) == head.sum else { return nil }
        return kept
    }

    /// Writes a file beside its place and puts it there whole; does nothing where that cannot be done.
    ///
    /// Where two processes do so at once, what one of them puts there may be cut off, and then is not believed.
    static func write(_ kept: KeptKnowledge, key: UInt64, to path: String) {
        var head = Head(
            key: key, contentCount: UInt64(kept.content.count), indexCount: UInt64(kept.index.count), sum: sum(kept))
        guard MemoryLayout<Head>.size + kept.content.count + kept.index.count <= sizeLimit else { return }
        let part = path + ".part"
        unlink(part)
        let descriptor = open(part, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { return }
        let isWritten =
            withUnsafeBytes(of: &head) { put($0, descriptor) } && kept.content.withUnsafeBytes { put($0, descriptor) }
            && kept.index.withBytes { put($0, descriptor) }
        guard close(descriptor) == 0, isWritten, rename(part, path) == 0 else {
            unlink(part)
            return
        }
    }

    private static func sum(_ kept: KeptKnowledge) -> UInt64 {
        var sum = Fingerprint()
        kept.content.withUnsafeBytes { sum.add($0) }
        kept.index.withBytes { sum.add($0) }
        return sum.value
    }

    /// The length of a regular file that belongs to this user and that nobody else may read or write, nil for any other.
    private static func ownLength(of descriptor: Int32) -> Int? {
        var information = stat()
        guard fstat(descriptor, &information) == 0, information.st_mode & S_IFMT == S_IFREG,
            information.st_uid == geteuid(), information.st_mode & 0o077 == 0, information.st_size <= sizeLimit
        else { return nil }
        return Int(information.st_size)
    }

    /// Reads until a buffer is full or the file ends; how much there was.
    private static func fill(_ buffer: UnsafeMutableRawBufferPointer, _ descriptor: Int32) -> Int {
        var filled = 0
        while filled < buffer.count {
            let count = Foundation.read(descriptor, buffer.baseAddress?.advanced(by: filled), buffer.count - filled)
            guard count > 0 || (count < 0 && errno == EINTR) else { break }
            filled += max(count, 0)
        }
        return filled
    }

    private static func put(_ buffer: UnsafeRawBufferPointer, _ descriptor: Int32) -> Bool {
        var offset = 0
        while offset < buffer.count {
            let count = Foundation.write(descriptor, buffer.baseAddress?.advanced(by: offset), buffer.count - offset)
            guard count > 0 || (count < 0 && errno == EINTR) else { return false }
            offset += max(count, 0)
        }
        return true
    }
}
