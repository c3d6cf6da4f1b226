/// All that a turn takes from outside, so that the same state, words, environment and pack give the same turn.
public struct Environment: Sendable {
    /// What a relay knows of its user.
    public struct User: Sendable, Equatable {
        /// How the user is called.
        public var name: String?
        /// The language the relay believes the user to speak.
        public var language: LocaleID?
        /// The user's address, to be confirmed before it is used.
        public var email: String?
        /// Device and version of the user's program.
        public var client: String?

        /// Describes a user; what is unknown is left out.
        public init(name: String? = nil, language: LocaleID? = nil, email: String? = nil, client: String? = nil) {
            self.name = name
            self.language = language
            self.email = email
            self.client = client
        }
    }

    /// Where mail goes and what can be said about its way.
    public struct Mailbox: Sendable, Equatable {
        /// The recipient of each category; the empty category is the recipient of all others.
        public var recipients: [String: String]
        /// The language the team reads; nil for the pack's standard.
        public var language: LocaleID?
        /// Addresses that cannot be the user's own: the operator's addresses and `@domain`s.
        public var own: [String]
        /// How much may go with a mail.
        public var files: FileLimits
        /// Whether this is a rehearsal whose mail never reaches the team.
        public var isTrial: Bool

        /// Describes the operator's mail settings.
        public init(
            recipients: [String: String] = [:], language: LocaleID? = nil, own: [String] = [],
            files: FileLimits = FileLimits(),
            isTrial: Bool = false
        ) {
            self.recipients = recipients
            self.language = language
            self.own = own
            self.files = files
            self.isTrial = isTrial
        }
    }

    /// How a user can give files here.
    public enum FileWay: Sendable {
        /// Not at all; they go with an answer to the team's mail.
        case none
        /// By their path, in the user's own terminal.
        case path
        /// As the program between sends them.
        case upload
    }

    /// The present moment.
    public var now: Timestamp
    /// The zone in which the user's times are read.
    public var zone: ZoneTable
    /// Whether the zone is only the configuration's, and is said when a time is noted.
    public var zoneIsAssumed: Bool
    /// The source of every free choice in this turn.
    public var seed: UInt64
    /// What is known of the user.
    public var user: User
    /// The operator's mail settings.
    public var mailbox: Mailbox
    /// How a user can give files here.
    public var fileWay: FileWay

    /// The same with what a relay tells of its user masked, as the user's own words are.
    func redacted(by redactor: Redactor) -> Environment {
        guard user.name != nil || user.client != nil else { return self }
        func safe(_ text: String) -> String {
            var memory = RedactionMemory()
            return redactor.redact(text, memory: &memory).text.string
        }
        var environment = self
        environment.user.name = user.name.map(safe)
        environment.user.client = user.client.map(safe)
        return environment
    }

    /// Describes the outside of a turn.
    public init(
        now: Timestamp, zone: ZoneTable = .utc, zoneIsAssumed: Bool = true, seed: UInt64 = 0, user: User = User(),
        mailbox: Mailbox = Mailbox(), fileWay: FileWay = .none
    ) {
        self.now = now
        self.zone = zone
        self.zoneIsAssumed = zoneIsAssumed
        self.seed = seed
        self.user = user
        self.mailbox = mailbox
        self.fileWay = fileWay
    }
}
