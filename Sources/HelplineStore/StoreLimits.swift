/// How many mails are accepted, and how fast they may leave.
public struct StoreLimits: Sendable, Equatable {
    /// Mails one conversation may submit within an hour; nil for any number.
    public var perConversationHour: Int?
    /// Mails with one reply address within 24 hours; nil for any number.
    public var perAddressDay: Int?
    /// Mails of all conversations that go out within an hour.
    ///
    /// What is more waits, it is not refused; who goes first is told at `SendingPlan`. Nil for any number.
    public var dueGloballyPerHour: Int?
    /// Mails of one party on the network that may wait for their turn; what is more is refused for an hour.
    public var waitingOfNetwork: Int?

    /// Bytes of the files of all drafts and of all mails that are kept; nil for any number.
    ///
    /// Where they are taken, no more files are; mails without files go on.
    public var bytes: Int?

    /// Sets limits.
    public init(
        perConversationHour: Int? = 3, perAddressDay: Int? = 5, dueGloballyPerHour: Int? = 15,
        waitingOfNetwork: Int? = 20, bytes: Int? = 1 << 30
    ) {
        self.waitingOfNetwork = waitingOfNetwork
        self.bytes = bytes
        self.perConversationHour = perConversationHour
        self.perAddressDay = perAddressDay
        self.dueGloballyPerHour = dueGloballyPerHour
    }

    /// No limit at all.
    public static let none = StoreLimits(
        perConversationHour: nil, perAddressDay: nil, dueGloballyPerHour: nil, waitingOfNetwork: nil, bytes: nil)
}
