/// A file that goes with a mail being written, without its bytes, which the ledger keeps.
public struct AttachedFile: Sendable, Equatable {
    /// Names the file within its conversation.
    public var number: Int
    /// The name it is sent under.
    public var name: SafeText
    /// What it holds.
    public var type: FileType
    /// How many bytes.
    public var size: Int
    /// A hash of its bytes, by which a file that is given twice is recognised.
    public var digest: UInt64

    /// Describes a file.
    public init(number: Int, name: SafeText, type: FileType, size: Int, digest: UInt64) {
        self.number = number
        self.name = name
        self.type = type
        self.size = size
        self.digest = digest
    }

    /// The size as people read it: `912 B`, `34 KB`, `1.2 MB`.
    var readableSize: SafeText {
        if size < 1000 { return SafeText(trusting: "\(size) B") }
        if size < 999_500 { return SafeText(trusting: "\((size + 500) / 1000) KB") }
        let tenths = (size + 50_000) / 100_000
        return SafeText(trusting: "\(tenths / 10).\(tenths % 10) MB")
    }
}

/// The bytes of an attached file.
public struct KeptFile: Sendable, Equatable {
    /// Names the file within its conversation.
    public var number: Int
    /// What it holds.
    public var bytes: [UInt8]

    /// Describes a file.
    public init(number: Int, bytes: [UInt8]) {
        self.number = number
        self.bytes = bytes
    }
}

/// What a turn does to the files of its conversation.
public struct FileChange: Sendable, Equatable {
    /// Under what key the files are kept.
    public var drawer: ConversationKey
    /// The files that are new.
    public var added: [KeptFile]
    /// The numbers of all files that stay, the new ones included; every other one is erased.
    public var kept: [Int]

    /// Describes a change.
    public init(drawer: ConversationKey, added: [KeptFile], kept: [Int]) {
        self.drawer = drawer
        self.added = added
        self.kept = kept
    }
}
