/// A header field that cannot be written.
public struct HeaderError: Error, Sendable, Equatable, CustomStringConvertible {
    /// What is wrong with the field.
    public enum Reason: Sendable, Equatable {
        /// The name is empty or has other than visible ASCII characters, or a colon.
        case name
        /// The value contains a control character, a line or paragraph separator, or a directional override.
        case control(UInt32)
        /// The value must be ASCII and is not.
        case notASCII
        /// The value has a part that no line can hold.
        case tooLong
    }

    /// The name of the field.
    public var field: String
    /// What is wrong.
    public var reason: Reason

    /// Explains what is wrong with a field.
    public init(field: String, reason: Reason) {
        self.field = field
        self.reason = reason
    }

    /// The reason as a sentence, without the value.
    public var description: String {
        switch reason {
        case .name: "A header field cannot have this name."
        case .control(let value):
            "The header field \(field) must not contain U+\(String(value, radix: 16, uppercase: true))."
        case .notASCII: "The header field \(field) can hold ASCII only."
        case .tooLong: "The header field \(field) is too long for a line."
        }
    }
}
