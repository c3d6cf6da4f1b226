import HelplineCore
import HelplineWire
import NIOCore

/// One conversation with the bot, whose mails are kept and whose state is not.
final class BotTalk: Talk {
    private let key: ConversationKey
    private let desk: BotDesk
    private var conversation = Conversation()

    init(_ key: ConversationKey, at desk: BotDesk) {
        self.key = key
        self.desk = desk
    }

    func greeting() -> [Reply] {
        conversation.greeting(in: desk.surroundings(nil), with: desk.knowledge)
    }

    func answer(_ message: RelayMessage, later: @escaping (Answer) -> Void) -> Answer? {
        let environment = desk.surroundings(message.user)
        let knowledge = desk.knowledge
        var next = conversation
        let turn = next.receive(message.utterance, in: environment, with: knowledge, using: &desk.scratch)
        guard TurnCommitter.needsCommit(turn, persists: false) else {
            conversation = next
            return Answer(turn.replies, ends: turn.ends)
        }
        finish(turn, next: next, environment, knowledge, later: later)
        return nil
    }

    func tooLong(limit: Int) -> [Reply] {
        [conversation.tooLongReply(limit: limit, in: desk.surroundings(nil), with: desk.knowledge)]
    }

    /// Hands the turn to the ledger, whose thread brings the outcome; the loop takes it from there.
    private func finish(
        _ turn: Turn, next: Conversation, _ environment: Environment, _ knowledge: KnowledgeBase,
        later: @escaping (Answer) -> Void
    ) {
        let loop = desk.loop
        let bound = NIOLoopBound((talk: self, later: later), eventLoop: loop)
        desk.committer.finish(
            turn, previous: conversation, next: next, subject: TurnCommitter.Subject(key: key),
            environment: environment, knowledge: knowledge
        ) { completion in
            loop.execute {
                let (talk, later) = bound.value
                talk.conversation = completion.conversation
                later(Answer(completion.replies, ends: completion.ends, isUnsaved: completion.failure != nil))
            }
        }
    }
}
