internal import Foundation
internal import HelplineCore
internal import PatternSet

/// The bytes of a proven pack in a file: what it is, a key, how long its parts are and what they sum up to, and the parts:
/// the content, the index, and what was learnt, which is read when a message needs it.
enum ProvenFile {
    /// A larger file is none of ours.
    static let sizeLimit = 1 << 28

    /// What a file of this kind begins with.
    private static let mark: UInt64 = 0x4B50_334E_5650_4C48

    /// What stands before the parts.
    private struct Head: BitwiseCopyable {
        var mark = ProvenFile.mark
        var key: UInt64 = 0
        var contentCount: UInt64 = 0
        var indexCount: UInt64 = 0
        var learntCount: UInt64 = 0
        var sum: UInt64 = 0
        var learntSum: UInt64 = 0

        static let size = MemoryLayout<Head>.size
    }

    /// Reads a file that belongs to this user alone, is whole and has the key; nil where it is anything else.
    ///
    /// The file is read and not mapped: one that is cut off while it is in use would end the program. It stays open as
    /// long as what was learnt may be read, so that another one in its place changes nothing.
    static func read(_ path: String, key: UInt64) -> KeptKnowledge? {
        guard let file = OpenFile(path), let length = file.ownLength, length <= sizeLimit else { return nil }
        var head = Head()
        guard withUnsafeMutableBytes(of: &head, { file.fill($0, from: 0) }) == Head.size,
            head.mark == mark, head.key == key, let contentCount = Int(exactly: head.contentCount),
            let indexCount = Int(exactly: head.indexCount), let learntCount = Int(exactly: head.learntCount),
            [contentCount, indexCount, learntCount].allSatisfy({ $0 <= length }),
            length == Head.size + contentCount + indexCount + learntCount
        else { return nil }
        let content = file.bytes(contentCount, from: Head.size)
        let index = ByteBlock(capacity: indexCount) { file.fill($0, from: Head.size + contentCount) }
        guard content.count == contentCount, index.count == indexCount, sum(content[...], index) == head.sum else {
            return nil
        }
        let learnt = LaterBytes(count: learntCount) { [head] in
            let bytes = file.bytes(learntCount, from: length - learntCount)
            return sum(bytes[...]) == head.learntSum ? bytes : []
        }
        return KeptKnowledge(content: content[...], index: index, learnt: learnt)
    }

    /// Writes a file beside its place and puts it there whole; does nothing where that cannot be done.
    ///
    /// Where two processes do so at once, what one of them puts there may be cut off, and then is not believed.
    static func write(_ kept: KeptKnowledge, key: UInt64, to path: String) {
        let learnt = kept.learnt.read()
        var head = Head(
            key: key, contentCount: UInt64(kept.content.count), indexCount: UInt64(kept.index.count),
            learntCount: UInt64(learnt.count), sum: sum(kept.content, kept.index), learntSum: sum(learnt[...]))
        guard Head.size + kept.content.count + kept.index.count + learnt.count <= sizeLimit else { return }
        let part = path + ".part"
        unlink(part)
        let descriptor = open(part, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { return }
        let isWritten =
            withUnsafeBytes(of: &head) { put($0, descriptor) } && kept.content.withUnsafeBytes { put($0, descriptor) }
            && kept.index.withBytes { put($0, descriptor) } && learnt.withUnsafeBytes { put($0, descriptor) }
        guard close(descriptor) == 0, isWritten, rename(part, path) == 0 else {
            unlink(part)
            return
        }
    }

    private static func sum(_ bytes: ArraySlice<UInt8>, _ block: ByteBlock? = nil) -> UInt64 {
        var sum = Fingerprint()
        bytes.withUnsafeBytes { sum.add($0) }
        block?.withBytes { sum.add($0) }
        return sum.value
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
