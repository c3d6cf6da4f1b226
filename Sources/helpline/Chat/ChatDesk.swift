import Foundation
import HelplineCore
import HelplineMail
import PatternSet

/// Carries out the turns of a chat in this process, one after another, each to its end.
final class ChatDesk {
    /// A turn as it went, for an author who asks why.
    struct Last {
        var utterance: Utterance
        var environment: HelplineCore.Environment
        var before: Conversation
        var after: Conversation
    }

    private(set) var knowledge: KnowledgeBase
    /// The last message that was taken to its end.
    private(set) var last: Last?
    private let committer: TurnCommitter
    private let ledger: any Ledger
    private let delivery: ChatDelivery?
    private let zone: (table: ZoneTable, isAssumed: Bool)
    private let mailbox: HelplineCore.Environment.Mailbox
    private var scratch = MatchScratch.patient()
    private let clock = TurnClock()

    /// A desk whose mails go where the settings say.
    init(_ knowledge: KnowledgeBase, _ desk: MailDesk, zone: (ZoneTable, Bool)) {
        self.knowledge = knowledge
        committer = desk.committer
        ledger = desk.store
        delivery = ChatDelivery(desk.delivery, sends: desk.way.sends)
        mailbox = desk.mailbox
        self.zone = zone
    }

    /// A desk for rehearsals: mails are composed and shown, and reach nobody.
    init(
        rehearsing knowledge: KnowledgeBase, composer: any Composer, mailbox: HelplineCore.Environment.Mailbox,
        zone: (ZoneTable, Bool), ledger: RehearsalLedger = RehearsalLedger(),
        random: @escaping @Sendable () -> UInt64 = { UInt64.random(in: .min ... .max) }
    ) {
        self.knowledge = knowledge
        self.ledger = ledger
        committer = TurnCommitter(ledger: ledger, composer: composer, dispatch: .written, random: random)
        delivery = nil
        var mailbox = mailbox
        mailbox.isTrial = true
        self.mailbox = mailbox
        self.zone = zone
    }

    /// Goes on with another pack; conversations refer to it by names only.
    func replace(_ knowledge: KnowledgeBase) {
        self.knowledge = knowledge
        scratch = MatchScratch.patient()
    }

    /// The outside of the next turn.
    func environment(
        user: HelplineCore.Environment.User = .init(), zone named: ZoneTable? = nil,
        fileWay: HelplineCore.Environment.FileWay = .none
    ) -> HelplineCore.Environment {
        HelplineCore.Environment(
            now: clock.now, zone: named ?? zone.table, zoneIsAssumed: named == nil && zone.isAssumed,
            seed: clock.seed, user: user, mailbox: mailbox, fileWay: fileWay)
    }

    /// A line of the user's own terminal, with the file that it names.
    func utterance(_ line: String, limit: Int) -> Utterance {
        guard let command = AttachLine(line), !command.path.isEmpty else { return Utterance(line) }
        let home = ProcessInfo.processInfo.environment["HOME"]
        return Utterance("", files: [ChosenFile.read(command.path, home: home, limit: limit)])
    }

    /// Takes a message to its end: effect, commit, delivery.
    func turn(
        _ utterance: Utterance, on conversation: inout Conversation, as subject: TurnCommitter.Subject,
        environment: HelplineCore.Environment
    ) -> TurnCommitter.Completion {
        let previous = conversation
        let turn = conversation.receive(utterance, in: environment, with: knowledge, using: &scratch)
        let end = Handover<TurnCommitter.Completion>()
        committer.finish(
            turn, previous: previous, next: conversation, subject: subject,
            environment: environment, knowledge: knowledge
        ) { completion in
            end.give(completion)
        }
        let completion = end.wait()
        conversation = completion.conversation
        last = Last(utterance: utterance, environment: environment, before: previous, after: conversation)
        if let failure = completion.failure { StandardError.say("helpline: \(failure)") }
        if completion.accepted != nil { delivery?.begin() }
        return completion
    }

    /// Drops what is kept of a conversation that is over: the files of a draft that was not sent.
    func forget(_ conversation: Conversation, _ key: ConversationKey) {
        guard !conversation.fileNumbers.isEmpty else { return }
        let end = Handover<Void>()
        ledger.forget(key) { _ in end.give(()) }
        end.wait()
    }

    /// Ends the chat, and with it the process: a mail that is just being handed over is waited for, within reason.
    ///
    /// The pack stays until the process ends: to free it piece by piece takes longer than for the system to take it
    /// back.
    func finish() {
        delivery?.finish()
        _ = Unmanaged.passRetained(knowledge)
    }
}
