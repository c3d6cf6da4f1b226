/// A file that comes with a message, not yet looked at.
public struct OfferedFile: Sendable, Equatable {
    /// What the file is, or why it could not be read where it was named.
    public enum Content: Sendable, Equatable {
        /// Its bytes.
        case bytes([UInt8])
        /// It could not be read.
        case unreadable(FileRefusal)
    }

    /// The name its sender gave it.
    public var name: String
    /// What it holds.
    public var content: Content

    /// A file of bytes.
    public init(name: String, bytes: [UInt8]) {
        self.name = name
        content = .bytes(bytes)
    }

    /// A file that could not be read.
    public init(name: String, unreadable reason: FileRefusal) {
        self.name = name
        content = .unreadable(reason)
    }
}
