/// Why bytes are no JSON text that can be used.
public struct JSONError: Error, Sendable, Equatable, CustomStringConvertible {
    /// What kind of fault it is.
    public struct Code: Sendable, Hashable {
        private let name: String

        /// The text breaks the grammar of RFC 8259.
        public static let syntax = Code(name: "syntax")
        /// The text is no valid UTF-8.
        public static let encoding = Code(name: "encoding")
        /// A name stands twice in one object (RFC 7493 section 2.3).
        public static let duplicateName = Code(name: "duplicateName")
        /// The text is nested deeper, or has more values, than is accepted.
        public static let tooLarge = Code(name: "tooLarge")
    }

    /// What kind of fault it is.
    public let code: Code
    /// The fault in words; quotes nothing of the text.
    public let message: String
    /// How many bytes stand before the fault.
    public let offset: Int

    /// The fault and its place.
    public var description: String { "\(message) at byte \(offset + 1)" }
}
