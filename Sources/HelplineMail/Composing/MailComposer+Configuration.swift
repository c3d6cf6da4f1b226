public import HelplineCore

extension MailComposer {
    /// The operator's side of every mail, checked once at start.
    public struct Configuration: Sendable {
        /// Who the mail is from: the bot's own mailbox, never the user's.
        public let from: Mailbox
        /// The envelope's sender, where bounces go.
        public let sender: EmailAddress
        /// The right side of every Message-ID.
        public let domain: String
        /// What goes into `X-Helpline-Version`.
        public let version: String
        let own: OwnAddresses

        /// Checks the operator's settings.
        ///
        /// - Parameters:
        ///   - from: the address the mails come from.
        ///   - name: the name beside it.
        ///   - sender: where bounces go; nil for `from`. Its domain is that of `from`, or the mail would fail DMARC
        ///     (RFC 7489 section 3.1).
        ///   - domain: the right side of Message-IDs; nil for the domain of `from`.
        ///   - own: addresses and `@domain`s that cannot be a user's reply address.
        ///   - version: the program's version.
        /// - Throws: what is wrong with which setting.
        public init(
            from: String, name: String, sender: String? = nil, domain: String? = nil, own: [String] = [],
            version: String
        ) throws(ComposerError) {
            let address = try Self.address(from, "the sender's address")
            let bounces = if let sender { try Self.address(sender, "the envelope's sender") } else { address }
            if bounces.domain != address.domain {
                throw ComposerError(
                    "the envelope's sender is at \(bounces.domain) and the mail is from \(address.domain): "
                        + "receivers that check DMARC would refuse it; use one domain for both")
            }
            self.from = Mailbox(name: name.headerText(limit: 120), address: address)
            self.sender = bounces
            self.domain = try Self.domain(domain ?? address.domain)
            self.own = try Self.own(own)
            self.version = version.headerText(limit: 60)
        }

        /// The settings of an operator who has set nothing: mail from here can be written, not answered.
        ///
        /// The domain is one that never exists (RFC 2606 section 2).
        public static func unset(name: String, version: String) -> Configuration {
            Configuration(
                from: Mailbox(
                    name: name.headerText(limit: 120),
                    address: EmailAddress(local: "helpline", domain: "helpline.invalid")),
                version: version.headerText(limit: 60))
        }

        private init(from: Mailbox, version: String) {
            self.from = from
            sender = from.address
            domain = from.address.domain
            own = OwnAddresses()
            self.version = version
        }

        private static func address(_ text: String, _ role: String) throws(ComposerError) -> EmailAddress {
            do {
                let address = try EmailAddress(parsing: text)
                guard address.isASCII else { throw AddressRefusal.localCharacter }
                return address
            } catch {
                throw ComposerError("\(role) \(text.headerText(limit: 254)) cannot be used: \(error)")
            }
        }

        private static func domain(_ text: String) throws(ComposerError) -> String {
            do {
                return try DomainName.parse(Array(text.unicodeScalars)[...])
            } catch {
                throw ComposerError("the domain \(text.headerText(limit: 254)) cannot be used: \(error)")
            }
        }

        private static func own(_ entries: [String]) throws(ComposerError) -> OwnAddresses {
            do {
                return try OwnAddresses(entries)
            } catch {
                let entry = error.entry.headerText(limit: 254)
                throw ComposerError("the operator's own address \(entry) cannot be used: \(error.refusal)")
            }
        }
    }
}
