import ArgumentParser
import Foundation
import HelplineCore
import HelplineMail
import HelplineStore
import HelplineWire
import Logging

/// All that happens to an accepted mail in this process: the store it is kept in, the composer, the delivery.
struct MailDesk: Sendable {
    let store: Store
    let composer: MailComposer
    let transport: any Transport
    let delivery: DeliveryService
    let way: MailWay
    let mailbox: HelplineCore.Environment.Mailbox

    /// Opens the state folder, unless that has begun already.
    ///
    /// Ends with code 73 where the folder cannot be made or written, 78 where the mail settings are wrong.
    init(_ settings: Configuration, logger: Logger, opening: StoreOpening? = nil) throws {
        let folder = settings.value(.state)
        try Self.checkFolder(folder)
        mailbox = settings.mailbox
        way = MailWay.of(settings)
        composer = try Self.ending(with: ExitStatus.configuration) { MailComposer(try settings.composer()) }
        transport = try Self.ending(with: ExitStatus.configuration) { [way] in
            try way.transport(settings, lock: folder + "/handover.lock")
        }
        store = try Self.ending(with: ExitStatus.cannotCreate) {
            try opening?.result.get() ?? Store(folder: folder, limits: settings.storeLimits)
        }
        // What came of age while no program ran goes before anything else; a fault in it keeps nobody from asking.
        do {
            try store.purge(settings.retention, at: .now)
        } catch {
            logger.error("what is old could not be erased: \(error)")
        }
        delivery = Self.delivery(of: store, by: transport, folder, logger)
    }

    private static func checkFolder(_ folder: String) throws {
        guard let objection = StateFolder.objection(to: folder) else { return }
        StandardError.say("helpline: \(objection)")
        throw ExitStatus.cannotCreate
    }

    /// What `make` makes; where it fails, that is said, and the program ends with the code.
    private static func ending<Made>(with code: ExitCode, _ make: () throws -> Made) throws -> Made {
        do {
            return try make()
        } catch {
            StandardError.say("helpline: \(error)")
            throw code
        }
    }

    /// Delivers from a store; the leases of a process that died are taken back with the lock.
    private static func delivery(
        of store: Store, by transport: any Transport, _ folder: String, _ logger: Logger
    ) -> DeliveryService {
        let owner = "\(ProcessInfo.processInfo.processIdentifier)-\(UInt32.random(in: 0 ... .max))"
        return DeliveryService(
            outbox: store, transport: transport, stateFolder: folder, owner: owner, clock: { Timestamp.now },
            logger: logger
        ) { moment throws(LedgerError) in
            try store.releaseLeases(exceptOf: owner, at: moment)
        }
    }

    /// What joins turns to the store; the delivery hears of every mail.
    var committer: TurnCommitter {
        TurnCommitter(
            ledger: store, composer: composer, dispatch: dispatch, announce: { [delivery] in delivery.wake() })
    }

    /// What a receipt may say just now.
    private var dispatch: @Sendable () -> Dispatch {
        guard !way.sends else { return { .queued } }
        return { [transport] in transport.obstacle == nil ? .written : .stored }
    }
}

extension Configuration {
    /// More files than this in an hour are no complaints but a flood; what is more waits.
    private static let filesPerHour = 600

    /// How many mails are accepted, and how fast they leave.
    var storeLimits: StoreLimits {
        let pace = MailWay.of(self).sends ? number(.mailPerHour) : Self.filesPerHour
        return StoreLimits(dueGloballyPerHour: pace, bytes: number(.fileRoom))
    }

    /// How long what is kept only for a time is kept.
    var retention: Retention {
        Retention(mailDays: number(.keepDays), conversationDays: number(.conversationDays))
    }

    /// The operator's side of every mail.
    func composer() throws(ComposerError) -> MailComposer.Configuration {
        guard let from = self[.mailFrom] else {
            return .unset(name: value(.mailName), version: Helpline.release)
        }
        return try MailComposer.Configuration(
            from: from, name: value(.mailName), sender: self[.mailSender], own: mailbox.own, version: Helpline.release)
    }

    /// The operator's mail settings as a conversation needs them.
    var mailbox: HelplineCore.Environment.Mailbox {
        var to = recipients.mapValues(\.value)
        if let standard = self[.mailRecipient] { to[""] = standard }
        let own = self[.mailOwn]?.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) } ?? []
        return HelplineCore.Environment.Mailbox(
            recipients: to, language: self[.mailLanguage].map { LocaleID($0) }, own: own,
            files: FileLimits(count: number(.fileCount), bytes: min(number(.fileBytes), RelaySession.largestFile)))
    }
}

extension Timestamp {
    /// The present moment of this machine's clock.
    static var now: Timestamp {
        Timestamp(milliseconds: Int64((Date().timeIntervalSince1970 * 1000).rounded(.down)))
    }
}
