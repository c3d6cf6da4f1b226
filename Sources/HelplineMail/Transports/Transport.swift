public import HelplineCore

/// A way for a mail to leave the outbox.
///
/// Blocking: it is called on the delivery thread, one mail at a time. A mail may come twice, after a crash between
/// handing it over and noting that; both times it has the same bytes and Message-ID.
public protocol Transport: Sendable {
    /// The name for logs and metrics, such as `file`.
    var name: String { get }

    /// The longest time in seconds that a try may take; nobody else takes the mail meanwhile.
    var leaseSeconds: Int64 { get }

    /// What stands in the way of every mail just now, as half a sentence for the operator; nil where nothing is known
    /// to.
    ///
    /// Asked before a receipt promises anything; cheap, and without a word to any server.
    var obstacle: String? { get }

    /// Tries to hand a mail over.
    ///
    /// - Parameter moment: the time of the try, from which the time of the next one is counted.
    func deliver(_ mail: LeasedMail, at moment: Timestamp) -> DeliveryResult
}

extension Transport {
    /// Nothing.
    public var obstacle: String? { nil }
}
