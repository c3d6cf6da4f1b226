/// A saved state that cannot be opened, and why.
public struct StateError: Error, Sendable, Equatable, CustomStringConvertible {
    /// What is wrong with it, as a sentence.
    public var description: String

    /// Explains what is wrong.
    public init(_ description: String) {
        self.description = description
    }
}
