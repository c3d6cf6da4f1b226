public import HelplineCore

/// Composes the mail to the team: from the bot, to one configured recipient, answered straight to the user.
///
/// The header is a fixed list. There is no `Auto-Submitted`, `Precedence` or `List-` field, because a person has read
/// and confirmed the mail and ticket systems hold back or do not answer what claims otherwise; and there is never a
/// `Cc` or `Bcc`.
///
/// A reply address whose local part is not ASCII is left out of the header, since not every server on the way speaks
/// SMTPUTF8 (RFC 6531); the team then finds it in the text alone, which the conversation's form prints in any case.
public struct MailComposer: Composer {
    /// The operator's settings.
    public let configuration: Configuration

    /// A composer for an operator.
    public init(_ configuration: Configuration) {
        self.configuration = configuration
    }

    /// Composes the mail as ``HelplineCore/Composer`` has it.
    ///
    /// A failure never quotes the user's address.
    public func compose(
        _ escalation: Escalation, reference: Reference, at moment: Timestamp, in zone: ZoneTable
    ) throws(ComposerError) -> ComposedMail {
        let recipient = try recipient(escalation.recipient)
        let replyTo = try replyTo(escalation, recipient: recipient)
        let messageID = "<hl.\(reference).1@\(configuration.domain)>"
        let tag = (escalation.parent ?? reference).description
        let subject = TicketTag.neutralised(escalation.subject.string.headerText(limit: 400), own: tag)
        var message = MailMessage(
            text: TicketTag.neutralised(escalation.body.string.onLineFeedsAlone(), own: tag),
            attachments: try Self.attachments(escalation),
            boundary: "=_\(reference).1")
        do {
            try message.headers.add("From", mailbox: configuration.from)
            try message.headers.add("To", mailbox: Mailbox(address: recipient))
            if let replyTo { try message.headers.add("Reply-To", mailbox: replyTo) }
            try message.headers.add("Subject", text: subject, tag: "[\(tag)]")
            try message.headers.add("Date", words: MailDate.format(moment, in: zone))
            try message.headers.add("Message-ID", words: messageID)
            if let parent = escalation.parent {
                let first = "<hl.\(parent).1@\(configuration.domain)>"
                try message.headers.add("In-Reply-To", words: first)
                try message.headers.add("References", words: first)
            }
            try addKeys(escalation, escalation.parent ?? reference, to: &message.headers)
            return ComposedMail(
                messageID: messageID, sender: configuration.sender.description, recipient: recipient.description,
                subject: subject.isEmpty ? "[\(tag)]" : "[\(tag)] \(subject)", bytes: try message.encoded())
        } catch {
            throw ComposerError(error.description)
        }
    }

    /// The fields that filters and statistics of the team read.
    private func addKeys(
        _ escalation: Escalation, _ reference: Reference, to headers: inout HeaderBlock
    ) throws(HeaderError) {
        if Self.isLanguageTag(escalation.language.name) {
            try headers.add("Content-Language", words: escalation.language.name)
        }
        try headers.add("X-Helpline-Ref", words: reference.description)
        if let intent = escalation.intent {
            try headers.add("X-Helpline-Intent", text: intent.name.headerText(limit: 120))
        }
        try headers.add("X-Helpline-Version", text: configuration.version)
    }

    func recipient(_ text: String) throws(ComposerError) -> EmailAddress {
        do {
            let address = try EmailAddress(parsing: text)
            guard address.isASCII else { throw AddressRefusal.localCharacter }
            if address.mailboxKey != configuration.from.address.mailboxKey { return address }
        } catch {
            throw ComposerError("the recipient \(text.headerText(limit: 254)) cannot be used: \(error)")
        }
        throw ComposerError("the recipient \(text.headerText(limit: 254)) is the address the mail comes from")
    }

    /// The user's mailbox; nil where none was given or the header cannot hold it.
    private func replyTo(_ escalation: Escalation, recipient: EmailAddress) throws(ComposerError) -> Mailbox? {
        guard let text = escalation.replyTo?.string, !text.isEmpty else { return nil }
        let address: EmailAddress
        do {
            address = try EmailAddress(parsing: text)
        } catch {
            throw ComposerError("the user's reply address cannot be used: \(error)")
        }
        var own = configuration.own
        own.insert(recipient)
        own.insert(configuration.from.address)
        own.insert(configuration.sender)
        if own.contains(address) {
            throw ComposerError("the user's reply address is one of the operator's own: an answer would reach no user")
        }
        let name = escalation.name?.string.headerText(limit: 120) ?? ""
        return address.isASCII ? Mailbox(name: name, address: address) : nil
    }

    /// The transcript, then the user's files, whose bytes arrive as they are.
    private static func attachments(_ escalation: Escalation) throws(ComposerError) -> [Attachment] {
        var result: [Attachment] = []
        if let transcript = escalation.transcript {
            result.append(
                Attachment(name: transcript.name.string, text: transcript.text.string.onLineFeedsAlone()))
        }
        for entry in escalation.files {
            guard let bytes = entry.bytes else {
                throw ComposerError("the bytes of an attached file are missing; attach it again")
            }
            result.append(Attachment(name: entry.file.name.string, data: bytes))
        }
        return result
    }

    /// Whether the text looks like a language tag (RFC 5646 section 2.1).
    private static func isLanguageTag(_ text: String) -> Bool {
        let parts = text.utf8.split(separator: 0x2D, omittingEmptySubsequences: false)
        return parts.allSatisfy { part in
            (1...8).contains(part.count)
                && part.allSatisfy { (0x30...0x39).contains($0) || (0x41...0x5A).contains($0 & 0xDF) }
        }
    }
}
