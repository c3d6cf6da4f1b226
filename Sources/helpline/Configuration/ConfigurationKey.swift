/// A setting of the program.
///
/// Its value is looked for in the command line, the environment, a file, and the default, in this order.
enum ConfigurationKey: String, CaseIterable {
    case intents
    case state
    case timeZone = "time_zone"
    case listen
    case mailRecipient = "mail.recipient"
    case mailFrom = "mail.from"
    case mailName = "mail.name"
    case mailLanguage = "mail.language"
    case mailOwn = "mail.own"
    case chatHistory = "chat.history"
    case color
    case logLevel = "log.level"

    /// What it is for, as `helpline config` and the documentation say it.
    var meaning: String {
        switch self {
        case .intents: "the folder of the pack"
        case .state: "the folder of the database and the outbox"
        case .timeZone: "the zone in which times are read where the user's is unknown, an IANA name"
        case .listen: "where serve listens, ADDRESS:PORT"
        case .mailRecipient: "to whom mail goes; without it, to the pack's own address"
        case .mailFrom: "the bot's own address, in From"
        case .mailName: "the bot's name, in From"
        case .mailLanguage: "the language of the fields of a mail, a locale of the pack"
        case .mailOwn: "addresses and @domains of the team, which no user can give as theirs, separated by commas"
        case .chatHistory: "a file for the lines typed in chat, secrets masked; without it they stay in memory"
        case .color: "auto, always or never"
        case .logLevel: "trace, debug, info, notice, warning, error or critical"
        }
    }

    /// The value where nothing is set; nil where there is none.
    var standard: String? {
        switch self {
        case .intents: "Intents"
        case .listen: "127.0.0.1:7777"
        case .mailName: "helpline"
        case .color: "auto"
        case .logLevel: "notice"
        case .state, .timeZone, .mailFrom, .mailRecipient, .mailLanguage, .mailOwn, .chatHistory: nil
        }
    }

    /// The variable that sets it: `HELPLINE_MAIL_RECIPIENT`.
    var variable: String {
        "HELPLINE_" + rawValue.uppercased().replacing(".", with: "_")
    }

    /// Whether its value is shown to nobody.
    var isSecret: Bool { false }
}
