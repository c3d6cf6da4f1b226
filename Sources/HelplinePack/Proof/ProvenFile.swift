internal import Foundation
internal import HelplineCore
internal import PatternSet

/// The bytes of a proven pack in a file: what it is, a key, how long its parts are and what each sums up to, and the
/// parts: the content and the index, and what few messages need and is read when one does, what was learnt and the
/// words.
enum ProvenFile {
    /// A larger file is none of ours.
    static let sizeLimit = 1 << 28

    /// What a file of this kind begins with.
    private static let mark: UInt64 = 0x4B50_344E_5650_4C48

    /// A part of the file.
    private struct Part: BitwiseCopyable {
        var count: UInt64 = 0
        var sum: UInt64 = 0

        init() {}

        init(_ bytes: UnsafeRawBufferPointer) {
            count = UInt64(bytes.count)
            sum = ProvenFile.sum(bytes)
        }
    }

    /// What stands before the parts, which follow one another in this order.
    private struct Head: BitwiseCopyable {
        var mark = ProvenFile.mark
        var key: UInt64 = 0
        var content = Part()
        var index = Part()
        var learnt = Part()
        var words = Part()

        static let size = MemoryLayout<Head>.size

        /// Where each part begins and where the last one ends, nil where that is no file of so many bytes.
        func places(inFileOf length: Int) -> [Int]? {
            var places = [Self.size]
            for part in [content, index, learnt, words] {
                guard let count = Int(exactly: part.count), count <= length else { return nil }
                places.append(places[places.count - 1] + count)
            }
            return places.last == length ? places : nil
        }
    }

    /// Reads a file that belongs to this user alone and has the key; nil where it is none, or its content is damaged.
    ///
    /// The index is read on another thread meanwhile; that it is damaged is found when it is asked for.
    ///
    /// The file is read and not mapped: one that is cut off while it is in use would end the program. It stays open as
    /// long as what was learnt may be read, so that another one in its place changes nothing.
    static func read(_ path: String, key: UInt64) -> KeptKnowledge? {
        guard let file = OpenFile(path), let length = file.ownLength, length <= sizeLimit else { return nil }
        var head = Head()
        guard withUnsafeMutableBytes(of: &head, { file.fill($0, from: 0) }) == Head.size,
            head.mark == mark, head.key == key, let places = head.places(inFileOf: length)
        else { return nil }
        let index = Beside { [head] in
            let block = ByteBlock(capacity: Int(head.index.count)) { file.fill($0, from: places[1]) }
            return block.withBytes { isWhole($0, head.index) } ? PatternIndex(bytes: block) : nil
        }
        guard let content = bytes(of: head.content, at: places[0], in: file) else { return nil }
        let (learnt, words) = (head.learnt, head.words)
        return KeptKnowledge(
            content: content[...], index: { index.value },
            learnt: LaterBytes(count: Int(learnt.count)) { bytes(of: learnt, at: places[2], in: file) ?? [] },
            words: LaterBytes(count: Int(words.count)) { bytes(of: words, at: places[3], in: file) ?? [] })
    }

    /// A part of a file, nil where it is damaged.
    private static func bytes(of part: Part, at place: Int, in file: OpenFile) -> [UInt8]? {
        let bytes = file.bytes(Int(part.count), from: place)
        return bytes.withUnsafeBytes { isWhole($0, part) } ? bytes : nil
    }

    private static func isWhole(_ bytes: UnsafeRawBufferPointer, _ part: Part) -> Bool {
        bytes.count == Int(part.count) && sum(bytes) == part.sum
    }

    private static func sum(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
        var sum = Fingerprint()
        sum.add(bytes)
        return sum.value
    }

    /// Writes a file beside its place and puts it there whole; does nothing where that cannot be done.
    ///
    /// Where two processes do so at once, what one of them puts there may be cut off, and then is not believed.
    static func write(_ kept: KeptKnowledge, key: UInt64, to path: String) {
        guard let index = kept.index() else { return }
        let parts = [Array(kept.content), index.bytes, kept.learnt.read(), kept.words.read()]
        guard parts.reduce(Head.size, { $0 + $1.count }) <= sizeLimit else { return }
        var head = Head(key: key)
        head.content = parts[0].withUnsafeBytes { Part($0) }
        head.index = parts[1].withUnsafeBytes { Part($0) }
        head.learnt = parts[2].withUnsafeBytes { Part($0) }
        head.words = parts[3].withUnsafeBytes { Part($0) }
        let part = path + ".part"
        unlink(part)
        let descriptor = open(part, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { return }
        let isWritten =
            withUnsafeBytes(of: &head) { put($0, descriptor) }
            && parts.allSatisfy { $0.withUnsafeBytes { put($0, descriptor) } }
        guard close(descriptor) == 0, isWritten, rename(part, path) == 0 else {
            unlink(part)
            return
        }
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
