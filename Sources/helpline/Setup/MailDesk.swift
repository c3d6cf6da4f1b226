import Foundation
import HelplineCore
import HelplineMail
import HelplineStore
import Logging

/// All that happens to an accepted mail in this process: the store it is kept in, the composer, the delivery.
struct MailDesk: Sendable {
    let store: Store
    let composer: MailComposer
    let delivery: DeliveryService
    let mailbox: HelplineCore.Environment.Mailbox

    /// Opens the state folder.
    ///
    /// Ends with code 73 where the folder cannot be made or written, 78 where an address of the settings is wrong.
    init(_ settings: Configuration, logger: Logger) throws {
        let folder = settings.value(.state)
        mailbox = settings.mailbox
        do {
            composer = MailComposer(try Self.composer(settings))
        } catch {
            StandardError.say("helpline: \(error)")
            throw ExitStatus.configuration
        }
        do {
            // Files cost nobody anything; the global pace is for transports that send.
            store = try Store(folder: folder, limits: StoreLimits(dueGloballyPerHour: nil))
        } catch {
            StandardError.say("helpline: \(error)")
            throw ExitStatus.cannotCreate
        }
        let owner = "\(ProcessInfo.processInfo.processIdentifier)-\(UInt32.random(in: 0 ... .max))"
        delivery = DeliveryService(
            outbox: store, transport: FileTransport(folder: folder + "/outbox"), stateFolder: folder, owner: owner,
            clock: { Timestamp.now }, logger: logger,
            onLock: { [store] (moment) throws(LedgerError) in
                try store.releaseLeases(exceptOf: owner, at: moment)
            })
    }

    /// What joins turns to the store.
    var committer: TurnCommitter {
        TurnCommitter(ledger: store, composer: composer, dispatch: .written)
    }

    private static func composer(_ settings: Configuration) throws(ComposerError) -> MailComposer.Configuration {
        guard let from = settings[.mailFrom] else {
            return .unset(name: settings.value(.mailName), version: Helpline.release)
        }
        return try MailComposer.Configuration(
            from: from, name: settings.value(.mailName), own: settings.mailbox.own, version: Helpline.release)
    }
}

extension Configuration {
    /// The operator's mail settings as a conversation needs them.
    var mailbox: HelplineCore.Environment.Mailbox {
        var to = recipients.mapValues(\.value)
        if let standard = self[.mailRecipient] { to[""] = standard }
        let own = self[.mailOwn]?.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) } ?? []
        return HelplineCore.Environment.Mailbox(
            recipients: to, language: self[.mailLanguage].map { LocaleID($0) }, own: own)
    }
}

extension Timestamp {
    /// The present moment of this machine's clock.
    static var now: Timestamp {
        Timestamp(milliseconds: Int64((Date().timeIntervalSince1970 * 1000).rounded(.down)))
    }
}
