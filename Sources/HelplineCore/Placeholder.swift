// Stand-ins until the modules they belong to arrive.
public struct SafeText: Sendable, Hashable {
    public private(set) var string = ""
    public init() {}
    init(trusted: String) { string = trusted }
    public static func + (left: SafeText, right: SafeText) -> SafeText { SafeText(trusting: left.string + right.string) }
    public static func += (left: inout SafeText, right: SafeText) { left = left + right }
}

public import PatternSet
public final class KnowledgeBase: Sendable {
    public let content: Content
    public init(_ content: Content) { self.content = content }
}
public struct Conversation: Sendable, Equatable {
    /// A new conversation.
    public init() {}
    /// What is said before the first message.
    public func greeting(in environment: Environment, with knowledge: KnowledgeBase) -> [Reply] { [] }
    public mutating func receive(
        _ utterance: Utterance, in environment: Environment, with knowledge: KnowledgeBase,
        using scratch: inout MatchScratch
    ) -> Turn { Turn(replies: []) }
    public mutating func settle(_ outcome: Outcome, in environment: Environment, with knowledge: KnowledgeBase) -> Turn {
        Turn(replies: [])
    }
    public func encoded() -> [UInt8] { [] }
    public init(decoding bytes: [UInt8]) throws(StateError) {}
}
public struct StateError: Error {}
extension Reply {
    public func encoded() -> [UInt8] { [] }
    public init(decoding bytes: [UInt8]) throws(StateError) { throw StateError() }
}
