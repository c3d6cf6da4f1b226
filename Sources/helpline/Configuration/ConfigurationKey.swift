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
    case mailSender = "mail.sender"
    case mailTransport = "mail.transport"
    case mailFolder = "mail.folder"
    case mailSendmail = "mail.sendmail"
    case mailPerHour = "mail.per_hour"
    case fileCount = "mail.files.count"
    case fileBytes = "mail.files.bytes"
    case fileRoom = "mail.files.room"
    case smtpHost = "mail.smtp.host"
    case smtpPort = "mail.smtp.port"
    case smtpSecurity = "mail.smtp.security"
    case smtpUser = "mail.smtp.user"
    case smtpPassword = "mail.smtp.password"
    case smtpPasswordFile = "mail.smtp.password_file"
    case smtpAuthorities = "mail.smtp.ca"
    case keepDays = "mail.keep_days"
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
        case .mailSender: "where bounces go, the envelope's sender; without it mail.from, whose domain it must have"
        case .mailTransport: "how mail goes out: file, maildir, sendmail or smtp"
        case .mailFolder: "the Maildir of the transport maildir; without it STATE/Maildir"
        case .mailSendmail: "the command of the transport sendmail"
        case .mailPerHour: "so many mails go out within an hour, by sendmail or smtp; what is more waits"
        case .fileCount: "so many files a user may attach to a mail; 0 for none"
        case .fileBytes: "so many bytes they may have, before base64 makes a third more of them; at most 25000000"
        case .fileRoom:
            "so many bytes the files of drafts and all mails may take in the database; then no file is taken"
        case .smtpHost: "the SMTP server"
        case .smtpPort: "its port; without it 587, and 465 where the security is implicit"
        case .smtpSecurity: "starttls, implicit, or none for a server on this machine that needs no password"
        case .smtpUser: "who logs in to the SMTP server; without it nobody does"
        case .smtpPassword: "the password; better in mail.smtp.password_file"
        case .smtpPasswordFile:
            "a file whose first line is the password; systemd's credential helpline-smtp-password serves too"
        case .smtpAuthorities: "a file of certificates to trust instead of the system's"
        case .keepDays:
            "after so many days the content of mails that ended is erased"
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
        case .mailTransport: "file"
        case .mailSendmail: "/usr/sbin/sendmail"
        case .mailPerHour: "15"
        case .fileCount: "5"
        case .fileBytes: "7000000"
        case .fileRoom: "1073741824"
        case .smtpSecurity: "starttls"
        case .keepDays: "30"
        case .color: "auto"
        case .logLevel: "notice"
        case .state, .timeZone, .mailFrom, .mailRecipient, .mailLanguage, .mailOwn, .mailSender, .mailFolder, .smtpHost,
            .smtpPort, .smtpUser, .smtpPassword, .smtpPasswordFile, .smtpAuthorities, .chatHistory:
            nil
        }
    }

    /// The variable that sets it: `HELPLINE_MAIL_RECIPIENT`.
    var variable: String {
        "HELPLINE_" + rawValue.uppercased().replacing(".", with: "_")
    }

    /// Whether its value is shown to nobody.
    var isSecret: Bool { self == .smtpPassword }
}
