public import HelplineCore

/// What all conversations of one event loop share; used on that loop only.
public protocol Desk: AnyObject {
    /// Begins a conversation.
    func talk(_ key: ConversationKey) -> any Talk
}
