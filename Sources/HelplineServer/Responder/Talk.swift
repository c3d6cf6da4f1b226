public import HelplineCore
public import HelplineWire

/// One conversation; used on one event loop only.
public protocol Talk: AnyObject {
    /// What is said before the first message.
    func greeting() -> [Reply]

    /// Takes a message and gives the answer at once, or nil where it needs the ledger: then `later` brings it.
    ///
    /// `later` is called once, on the loop, after this call has returned; until then no further message comes.
    func answer(_ message: RelayMessage, later: @escaping (Answer) -> Void) -> Answer?

    /// What is said of a message that was too long to be read.
    func tooLong(limit: Int) -> [Reply]

    /// Takes leave: what is kept for a conversation that ends with its connection may go.
    func end()
}

extension Talk {
    /// Nothing is kept.
    public func end() {}
}
