import Foundation
import HelplineCore
import HelplineMail

/// The way that the settings choose for accepted mails.
enum MailWay: String, CaseIterable {
    /// One file a mail, STATE/outbox/REFERENCE.eml.
    case file
    /// A Maildir.
    case maildir
    /// This machine's own mail server, by its command.
    case sendmail
    /// An SMTP server.
    case smtp

    /// Whether mails leave this process for a server, which takes time, and not only for a folder.
    var sends: Bool { self == .sendmail || self == .smtp }

    /// The way of the settings.
    static func of(_ settings: Configuration) -> MailWay {
        MailWay(rawValue: settings.value(.mailTransport)) ?? .file
    }

    /// The transport as the settings describe it.
    ///
    /// - Parameter lock: the file by which senders of one outbox wait for each other; none for a mail beside it.
    /// - Throws: what is missing or wrong, as a sentence.
    func transport(_ settings: Configuration, lock: String? = nil) throws(TransportError) -> any Transport {
        if sends { try checkAddresses(settings) }
        switch self {
        case .file: return FileTransport(folder: settings.value(.state) + "/outbox")
        case .maildir: return MaildirTransport(folder: settings[.mailFolder] ?? settings.value(.state) + "/Maildir")
        case .sendmail: return SendmailTransport(path: settings.value(.mailSendmail))
        case .smtp:
            let domain = settings[.mailFrom].flatMap { $0.split(separator: "@").last } ?? "localhost"
            return SMTPTransport(
                try Self.server(settings), helper: Program.folder + "/helpline-smtp", greeting: String(domain),
                lock: lock)
        }
    }

    /// Nothing leaves this machine before the operator has said from whom and to whom.
    private func checkAddresses(_ settings: Configuration) throws(TransportError) {
        for key in [ConfigurationKey.mailFrom, .mailRecipient] where settings[key] == nil {
            throw TransportError(
                "mail.transport is \(rawValue), and \(key.rawValue) is not set (\(key.meaning)); "
                    + "set it with \(key.variable) or in the configuration file")
        }
    }

    private static func server(_ settings: Configuration) throws(TransportError) -> SMTPServer {
        guard let host = settings[.smtpHost] else {
            throw TransportError("mail.transport is smtp, and mail.smtp.host is not set")
        }
        let port = settings[.smtpPort]
        let number = port.map { Int($0) ?? 0 }
        return try SMTPServer(
            host: host, port: number,
            security: SMTPServer.Security(rawValue: settings.value(.smtpSecurity)) ?? .startTLS,
            user: settings[.smtpUser], password: password(settings), authorities: settings[.smtpAuthorities])
    }

    /// The password of the settings, else that of a file, else the credential that systemd hands over.
    private static func password(_ settings: Configuration) -> SMTPServer.Password? {
        if let text = settings[.smtpPassword] { return .text(text) }
        if let file = settings[.smtpPasswordFile] { return .file(file) }
        guard let folder = ProcessInfo.processInfo.environment["CREDENTIALS_DIRECTORY"] else { return nil }
        let file = folder + "/helpline-smtp-password"
        return FileManager.default.fileExists(atPath: file) ? .file(file) : nil
    }
}
