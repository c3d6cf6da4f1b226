public struct Pattern: Sendable, Hashable {
    public let text: String
    public init(_ text: String) { self.text = text }
}
