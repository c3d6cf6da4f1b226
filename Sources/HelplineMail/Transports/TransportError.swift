/// A way of delivering that cannot be set up as the operator wrote it.
public struct TransportError: Error, Sendable, Equatable, CustomStringConvertible {
    /// What is wrong and what to do, as half a sentence for the operator.
    public var description: String

    /// Explains what is wrong.
    public init(_ description: String) {
        self.description = description
    }
}
