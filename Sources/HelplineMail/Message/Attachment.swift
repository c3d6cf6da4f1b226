import HelplineCore

/// A file that goes with a message.
public struct Attachment: Sendable, Equatable {
    /// What a file holds.
    public enum Content: Sendable, Equatable {
        /// Text, whose line ends may change on the way.
        case text(String)
        /// Bytes that arrive as they are.
        case data([UInt8])
    }

    /// The file's name, without a path and fit for a header.
    public let name: String
    /// The media type.
    public let type: String
    /// What it holds.
    public let content: Content

    /// A text file.
    public init(name: String, text: String) {
        self.name = FileName.cleaned(name)
        type = "text/plain"
        content = .text(text)
    }

    /// A file of bytes; its type follows from them, never from its name or its sender.
    public init(name: String, data: [UInt8]) {
        self.name = FileName.cleaned(name)
        type = FileType(data)?.rawValue ?? "application/octet-stream"
        content = .data(data)
    }
}
