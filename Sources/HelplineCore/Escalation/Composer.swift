/// Turns a confirmed escalation into the bytes of a mail.
public protocol Composer: Sendable {
    /// Composes the mail, the same bytes for the same arguments.
    ///
    /// - Parameters:
    ///   - escalation: what the user confirmed.
    ///   - reference: the name the user will be shown.
    ///   - moment: the time of confirming, which becomes `Date`.
    ///   - zone: the zone `Date` is written in.
    /// - Throws: ``ComposerError`` where an address of the configuration or the user's cannot be used.
    func compose(
        _ escalation: Escalation, reference: Reference, at moment: Timestamp, in zone: ZoneTable
    ) throws(ComposerError) -> ComposedMail
}

/// A mail that cannot be composed, and why.
public struct ComposerError: Error, Sendable, Equatable, CustomStringConvertible {
    /// What is wrong, where, and what to do, as a sentence for the operator.
    public var description: String

    /// Explains what is wrong.
    public init(_ description: String) {
        self.description = description
    }
}

/// The bytes of a mail and its envelope, fixed for good: every copy ever sent is this one.
public struct ComposedMail: Sendable, Equatable {
    /// The Message-ID with its angle brackets.
    public var messageID: String
    /// The envelope's sender (RFC 5321 reverse-path), without angle brackets.
    public var sender: String
    /// The envelope's recipient, without angle brackets.
    public var recipient: String
    /// The subject as a person reads it, with the reference.
    public var subject: String
    /// The message as RFC 5322 has it, lines ended by CR LF.
    public var bytes: [UInt8]

    /// Describes a composed mail.
    public init(messageID: String, sender: String, recipient: String, subject: String, bytes: [UInt8]) {
        self.messageID = messageID
        self.sender = sender
        self.recipient = recipient
        self.subject = subject
        self.bytes = bytes
    }
}
