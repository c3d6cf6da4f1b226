internal import Foundation
public import HelplineCore

/// The pack that passed its check last, compiled, in a file of the state folder: the same pack need not be read and
/// proved again at the next start.
///
/// The file is believed only where it belongs to this user alone, was written by the same program with the same
/// libraries for the same text of the same files, and is whole. Whatever else is there is as good as nothing, and what
/// cannot be written is made again the next time.
///
/// ```swift
/// let proven = ProvenPack(stateFolder: folder, program: version)
/// let source = PackSource(folder: "Intents")
/// let knowledge = proven.knowledge(of: source) ?? check(source)
/// ```
public struct ProvenPack: Sendable {
    /// A larger file is none of ours.
    static let sizeLimit = 1 << 26

    private static let mark: UInt64 = 0x4B50_314E_5650_4C48

    private let folder: String
    private let program: String

    /// Looks in a state folder; `program` MUST change with everything that decides what a pack means and how it is
    /// written.
    public init(stateFolder folder: String, program: String) {
        self.folder = folder
        self.program = program
    }

    private var path: String { folder + "/pack.proven" }

    /// The knowledge base of a pack that was kept, nil where it was not.
    public func knowledge(of source: PackSource) -> KnowledgeBase? {
        guard let key = key(of: source), isOurs,
            case .success(let file) = FileIdentity.contents(
                of: path, limit: Self.sizeLimit), file.count > 24
        else { return nil }
        let payload = Array(file[24...])
        guard file.number(at: 0) == Self.mark, file.number(at: 1) == key,
            file.number(at: 2) == Fingerprint(ofBytes: payload).value
        else { return nil }
        return try? KnowledgeBase(decoding: payload)
    }

    /// Keeps a pack that passed its check without an error; the one that was kept before goes.
    ///
    /// Does nothing where the folder is missing or cannot be written.
    public func keep(_ knowledge: KnowledgeBase, of source: PackSource) {
        guard let key = key(of: source) else { return }
        let payload = knowledge.encoded()
        guard payload.count + 24 <= Self.sizeLimit else { return }
        let numbers = [Self.mark, key, Fingerprint(ofBytes: payload).value]
        write(numbers.flatMap(\.bytes) + payload)
    }

    private func key(of source: PackSource) -> UInt64? {
        guard let fingerprint = source.fingerprint else { return nil }
        var hash = Fingerprint()
        hash.add(program)
        hash.add("\(fingerprint)")
        return hash.value
    }

    /// Whether the file is a regular one that belongs to this user and nobody else may read or write.
    private var isOurs: Bool {
        var information = stat()
        return lstat(path, &information) == 0 && information.st_mode & S_IFMT == S_IFREG
            && information.st_uid == geteuid() && information.st_mode & 0o077 == 0
    }

    /// Writes the file beside its place and puts it there whole.
    ///
    /// Where two processes do so at once, what one of them puts there may be cut off, and then is not believed.
    private func write(_ bytes: [UInt8]) {
        let part = path + ".part"
        unlink(part)
        let descriptor = open(part, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { return }
        let isWritten = bytes.withUnsafeBytes { buffer in
            var offset = 0
            while offset < buffer.count {
                let count = Foundation.write(
                    descriptor, buffer.baseAddress?.advanced(by: offset), buffer.count - offset)
                guard count > 0 || (count < 0 && errno == EINTR) else { return false }
                offset += max(count, 0)
            }
            return true
        }
        guard close(descriptor) == 0, isWritten, rename(part, path) == 0 else {
            unlink(part)
            return
        }
    }
}

extension [UInt8] {
    /// The eight-byte number at a place, the lowest byte first.
    fileprivate func number(at index: Int) -> UInt64 {
        (0..<8).reduce(0) { $0 | UInt64(self[8 * index + $1]) << UInt64(8 * $1) }
    }
}

extension UInt64 {
    /// The number as eight bytes, the lowest first.
    fileprivate var bytes: [UInt8] { (0..<8).map { UInt8(truncatingIfNeeded: self >> UInt64(8 * $0)) } }
}
