import Foundation
import HelplineCore
import HelplineMail
import PatternSet

/// Carries out the turns of a chat in this process, one after another, each to its end.
final class ChatDesk {
    let knowledge: KnowledgeBase
    private let committer: TurnCommitter
    private let delivery: ChatDelivery?
    private let zone: (table: ZoneTable, isAssumed: Bool)
    private let mailbox: HelplineCore.Environment.Mailbox
    private var scratch = MatchScratch()

    /// A desk whose mails go where the settings say.
    init(_ knowledge: KnowledgeBase, _ desk: MailDesk, zone: (ZoneTable, Bool)) {
        self.knowledge = knowledge
        committer = desk.committer
        delivery = ChatDelivery(desk.delivery, sends: desk.way.sends)
        mailbox = desk.mailbox
        self.zone = zone
    }

    /// A desk for rehearsals: mails are composed and shown, and reach nobody.
    init(
        rehearsing knowledge: KnowledgeBase, composer: any Composer, mailbox: HelplineCore.Environment.Mailbox,
        zone: (ZoneTable, Bool)
    ) {
        self.knowledge = knowledge
        committer = TurnCommitter(ledger: RehearsalLedger(), composer: composer, dispatch: .written)
        delivery = nil
        var mailbox = mailbox
        mailbox.isTrial = true
        self.mailbox = mailbox
        self.zone = zone
    }

    /// The outside of the next turn.
    func environment(user: HelplineCore.Environment.User = .init(), zone named: ZoneTable? = nil)
        -> HelplineCore.Environment
    {
        HelplineCore.Environment(
            now: .now, zone: named ?? zone.table, zoneIsAssumed: named == nil && zone.isAssumed,
            seed: UInt64.random(in: .min ... .max), user: user, mailbox: mailbox)
    }

    /// Takes a message to its end: effect, commit, delivery.
    func turn(
        _ utterance: Utterance, on conversation: inout Conversation, key: ConversationKey,
        environment: HelplineCore.Environment
    ) -> TurnCommitter.Completion {
        let previous = conversation
        let turn = conversation.receive(utterance, in: environment, with: knowledge, using: &scratch)
        let end = Handover<TurnCommitter.Completion>()
        committer.finish(
            turn, previous: previous, next: conversation, subject: TurnCommitter.Subject(key: key),
            environment: environment, knowledge: knowledge
        ) { completion in
            end.give(completion)
        }
        let completion = end.wait()
        conversation = completion.conversation
        if let failure = completion.failure { StandardError.say("helpline: \(failure)") }
        if completion.accepted != nil { delivery?.begin() }
        return completion
    }

    /// Ends the chat: a mail that is just being handed over is waited for, within reason.
    func finish() {
        delivery?.finish()
    }
}
