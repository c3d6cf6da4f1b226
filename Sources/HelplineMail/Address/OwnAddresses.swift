/// The operator's addresses and domains, which no user can have: an answer sent there would reach the team itself.
struct OwnAddresses: Sendable {
    private var mailboxes: Set<String> = []
    private var domains: Set<String> = []

    /// Knows no address.
    init() {}

    /// Reads addresses, and domains written as `@domain`, which stand for their subdomains too.
    ///
    /// - Throws: an error that quotes the entry, which is the operator's own.
    init(_ entries: [String]) throws(AddressEntryError) {
        for entry in entries {
            do {
                if entry.unicodeScalars.first == "@" {
                    domains.insert(try DomainName.parse(Array(entry.unicodeScalars)[1...]))
                } else {
                    mailboxes.insert(try EmailAddress(parsing: entry).mailboxKey)
                }
            } catch {
                throw AddressEntryError(entry: entry, refusal: error)
            }
        }
    }

    /// Adds one address.
    mutating func insert(_ address: EmailAddress) {
        mailboxes.insert(address.mailboxKey)
    }

    /// Whether an address is the operator's, whatever its case and its tag.
    func contains(_ address: EmailAddress) -> Bool {
        mailboxes.contains(address.mailboxKey)
            || domains.contains { address.domain == $0 || address.domain.hasSuffix("." + $0) }
    }
}
