/// Whence a mail comes: the party that shares the mails of an hour with the others.
///
/// What one sender on the network can do again and again, from connection to connection, counts together; so do all
/// users of one relay, and within a source each conversation takes its turn.
public enum MailSource: Hashable, Sendable {
    /// A party on the network, such as `192.0.2.7` or the /64 of an IPv6 address.
    case network(String)
    /// A relay, with many users behind it.
    case relay(String)
    /// This machine: its terminals, pipes and trusted connections.
    case local
}
