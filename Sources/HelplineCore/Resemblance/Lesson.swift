/// A line as users type it, and what answers it: what a ``Resemblance`` learns from.
public struct Lesson: Sendable, Equatable {
    /// What a user types.
    public var text: String
    /// The intent that answers it; nil where nothing of the pack does.
    public var intent: IntentID?

    /// Describes a line.
    public init(text: String, intent: IntentID?) {
        self.text = text
        self.intent = intent
    }
}
