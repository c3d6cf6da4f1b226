public import HelplineCore

/// What a relay says of its user; every field may be missing.
public struct RelayUser: Sendable, Equatable {
    /// The relay's own name of the user.
    public var id: String?
    /// How the user is called.
    public var name: String?
    /// The language, a BCP 47 tag.
    public var lang: String?
    /// The time zone, an IANA name.
    public var tz: String?
    /// The user's address, not yet confirmed by them.
    public var email: String?
    /// Device and version of the user's program.
    public var client: String?

    /// Describes a user; what is unknown is left out.
    public init(
        id: String? = nil, name: String? = nil, lang: String? = nil, tz: String? = nil, email: String? = nil,
        client: String? = nil
    ) {
        self.id = id
        self.name = name
        self.lang = lang
        self.tz = tz
        self.email = email
        self.client = client
    }

    /// The part that a turn is told; the zone is looked up at the rim.
    public var forTurn: Environment.User {
        Environment.User(name: name, language: lang.map { LocaleID($0) }, email: email, client: client)
    }
}
