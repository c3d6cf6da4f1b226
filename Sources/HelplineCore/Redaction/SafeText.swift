/// Text that holds no secret that could be recognised: the only text that is kept, shown, mailed or logged.
///
/// It is made in HelplineCore alone: by the `Redactor` from what a user wrote, by the knowledge base from the words of
/// the pack, by reading saved state back, and by joining safe texts. A literal in source code is safe as well; a string
/// made at run time cannot become one outside this module.
public struct SafeText: Sendable, Hashable {
    /// The text itself.
    public let string: String

    /// Declares a text safe.
    ///
    /// Only for text that the redactor has seen, that came from the pack, or that was one before.
    init(trusting string: String) {
        self.string = string
    }

    /// A text of nothing.
    public init() {
        string = ""
    }

    /// Whether there is no text.
    public var isEmpty: Bool { string.isEmpty }

    /// The first characters, at most so many.
    public func prefix(_ maxLength: Int) -> SafeText {
        SafeText(trusting: String(string.prefix(max(0, maxLength))))
    }

    /// Two safe texts, one after the other.
    public static func + (left: SafeText, right: SafeText) -> SafeText {
        SafeText(trusting: left.string + right.string)
    }

    /// Puts a safe text behind this one.
    public static func += (left: inout SafeText, right: SafeText) {
        left = left + right
    }
}

extension SafeText: ExpressibleByStringLiteral {
    /// Takes a literal of the source code; a `StaticString` cannot hold what a user wrote.
    public init(stringLiteral value: StaticString) {
        string = value.description
    }
}

extension SafeText: CustomStringConvertible {
    /// The text itself.
    public var description: String { string }
}

extension Sequence<SafeText> {
    /// The texts with a separator between them.
    public func joined(separator: SafeText = SafeText()) -> SafeText {
        SafeText(trusting: map(\.string).joined(separator: separator.string))
    }
}
