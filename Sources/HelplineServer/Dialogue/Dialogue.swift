import HelplineWire

/// One connection's side of the talk, without a channel: lines in, bytes out.
protocol Dialogue: AnyObject {
    /// Whether it takes the next line now.
    var isReady: Bool { get }
    /// Whether nothing waits for an answer.
    var isIdle: Bool { get }
    /// Whether the connection is to be closed once everything is written.
    var isOver: Bool { get }
    /// Who is there.
    var guest: Patience.Guest { get }

    /// Takes a line; what can be said at once is appended.
    func receive(_ event: LineFramer.Event, into output: inout [UInt8])

    /// Stops taking lines; the last words are appended now or come later.
    func drain(into output: inout [UInt8])

    /// Takes leave at once.
    func dismiss(_ dismissal: Dismissal, into output: inout [UInt8])

    /// Asks a relay for a sign of life.
    func askForLife(into output: inout [UInt8])

    /// The connection is gone; nothing is said any more.
    func abandon()
}
