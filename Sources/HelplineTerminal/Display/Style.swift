/// The few looks that the chat uses, as ECMA-48 sequences; without colour, plain text.
public struct Style: Sendable {
    /// Whether sequences are written at all.
    public let isOn: Bool

    /// A style, coloured or not.
    public init(isOn: Bool) {
        self.isOn = isOn
    }

    /// The bot's words.
    public func bot(_ text: String) -> String { wrap(text, in: "36") }
    /// What is beside the matter.
    public func dim(_ text: String) -> String { wrap(text, in: "2") }
    /// A fault.
    public func error(_ text: String) -> String { wrap(text, in: "31") }
    /// What stands out.
    public func bold(_ text: String) -> String { wrap(text, in: "1") }

    private func wrap(_ text: String, in code: String) -> String {
        isOn && !text.isEmpty ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
    }
}
