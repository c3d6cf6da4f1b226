public import NIOCore

/// What answers the lines that a server reads.
///
/// The server asks for one desk a loop, once, and for one talk a conversation; desks and talks live on their loop alone
/// and need no lock.
public protocol Responder: Sendable {
    /// Makes what one loop needs; called once for each, on it.
    func desk(on loop: any EventLoop) -> any Desk
}
