import HelplineCore
import HelplineWire
import NIOCore

/// One conversation with the bot: its mails are kept, and its state too where it is one of a relay's.
final class BotTalk: Talk {
    private let key: ConversationKey
    private let desk: BotDesk
    private let persists: Bool
    private let source: MailSource
    private var conversation: Conversation
    private var version: Int64
    private var replies: Int

    /// Begins a conversation that ends with its connection.
    init(_ key: ConversationKey, at desk: BotDesk, source: MailSource) {
        self.key = key
        self.source = source
        self.desk = desk
        persists = false
        conversation = Conversation()
        version = 0
        replies = 0
    }

    /// Goes on with a conversation that is kept under a version.
    init(_ key: ConversationKey, at desk: BotDesk, kept: KeptConversation, version: Int64) {
        self.key = key
        source = .relay(key.relay)
        self.desk = desk
        persists = true
        conversation = kept.conversation
        self.version = version
        replies = kept.replies
    }

    func greeting() -> [Reply] {
        conversation.greeting(in: desk.surroundings(nil), with: desk.knowledge)
    }

    func answer(_ message: RelayMessage, later: @escaping (Answer) -> Void) -> Answer? {
        var environment = desk.surroundings(message.user)
        if message.canBringFiles { environment.fileWay = .upload }
        let knowledge = desk.knowledge
        var next = conversation
        let turn = next.receive(message.utterance, in: environment, with: knowledge, using: &desk.scratch)
        desk.note(turn)
        guard TurnCommitter.needsCommit(turn, persists: persists) else {
            conversation = next
            return Answer(turn.replies, ends: turn.ends, masking: turn.masking)
        }
        let subject = TurnCommitter.Subject(
            key: key, persists: persists, version: version, replies: replies, message: message.id, source: source)
        finish(turn, next: next, subject, environment, knowledge, later: later)
        return nil
    }

    func tooLong(limit: Int) -> [Reply] {
        [conversation.tooLongReply(limit: limit, in: desk.surroundings(nil), with: desk.knowledge)]
    }

    /// Lets go of the files of a draft that nobody can go on with.
    func end() {
        if !persists, !conversation.fileNumbers.isEmpty { desk.forget(key) }
    }

    /// Hands the turn to the ledger, whose thread brings the outcome; the loop takes it from there.
    private func finish(
        _ turn: Turn, next: Conversation, _ subject: TurnCommitter.Subject, _ environment: Environment,
        _ knowledge: KnowledgeBase, later: @escaping (Answer) -> Void
    ) {
        let loop = desk.loop
        let bound = NIOLoopBound((talk: self, later: later), eventLoop: loop)
        desk.committer.finish(
            turn, previous: conversation, next: next, subject: subject, environment: environment, knowledge: knowledge
        ) { completion in
            loop.execute {
                let (talk, later) = bound.value
                later(talk.take(completion))
            }
        }
    }

    private func take(_ completion: TurnCommitter.Completion) -> Answer {
        conversation = completion.conversation
        version = completion.version
        if completion.failure == nil { replies += completion.replies.count }
        let failure: Answer.Failure? = completion.failure.map { _ in completion.isStale ? .stale : .unsaved }
        desk.note(completion)
        return Answer(completion.replies, ends: completion.ends, failure: failure, masking: completion.masking)
    }
}
