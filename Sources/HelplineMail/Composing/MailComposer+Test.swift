public import HelplineCore

extension MailComposer {
    /// A mail that says of itself that it is a test, for the operator to see whether mail arrives.
    ///
    /// It has no tag, so that no ticket system opens or finds a ticket by it, and no reply address.
    public func composeTest(
        to recipient: String, reference: Reference, at moment: Timestamp, in zone: ZoneTable
    ) throws(ComposerError) -> LeasedMail {
        let address = try self.recipient(recipient)
        let subject = "[TEST] helpline can reach this mailbox · 测试邮件，无需处理"
        let text = """
            This is a test of the support helper's mail settings. Nobody needs to answer it.
            这是客服助手的邮件设置测试，不需要回复。

            From: \(configuration.from.address)
            To: \(address)
            """
        var message = MailMessage(text: text, boundary: "=_test")
        let messageID = "<hl.test.\(reference)@\(configuration.domain)>"
        do {
            try message.headers.add("From", mailbox: configuration.from)
            try message.headers.add("To", mailbox: Mailbox(address: address))
            try message.headers.add("Subject", text: subject)
            try message.headers.add("Date", words: MailDate.format(moment, in: zone))
            try message.headers.add("Message-ID", words: messageID)
            try message.headers.add("X-Helpline-Version", text: configuration.version)
            let composed = ComposedMail(
                messageID: messageID, sender: configuration.sender.description, recipient: address.description,
                subject: subject, bytes: try message.encoded())
            return LeasedMail(
                reference: reference, category: "", owner: "test", attempts: 0, created: moment, composed: composed)
        } catch {
            throw ComposerError(error.description)
        }
    }
}
