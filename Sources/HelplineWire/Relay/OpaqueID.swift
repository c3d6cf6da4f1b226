/// A name that somebody else gave, equal only to itself byte by byte.
///
/// Strings that differ in their normalisation alone are equal in Swift; two users of a relay whose names differ in just
/// that must not share a conversation.
public struct OpaqueID: Hashable, Sendable, CustomStringConvertible {
    /// The name as it came.
    public let text: String

    /// Takes a name.
    public init(_ text: String) {
        self.text = text
    }

    /// The name as it came.
    public var description: String { text }

    /// Compares bytes.
    public static func == (left: Self, right: Self) -> Bool {
        left.text.utf8.elementsEqual(right.text.utf8)
    }

    /// Hashes the bytes.
    public func hash(into hasher: inout Hasher) {
        for byte in text.utf8 { hasher.combine(byte) }
        hasher.combine(0xFF as UInt8)
    }
}
