/// An address with the name of whoever reads there (RFC 5322 section 3.4).
public struct Mailbox: Sendable, Hashable {
    /// The display name, empty where there is none.
    public var name: String
    /// The address.
    public var address: EmailAddress

    /// Joins a name and an address.
    public init(name: String = "", address: EmailAddress) {
        self.name = name
        self.address = address
    }
}
