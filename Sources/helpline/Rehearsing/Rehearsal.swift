import HelplineCore
import HelplinePack

/// A conversation in this process whose mail reaches nobody, at a fixed time and with every free choice made alike.
struct Rehearsal: TranscriptPartner {
    private let stage: RehearsalStage
    private let key = ConversationKey.ownChat()
    private var conversation = Conversation()

    /// - Parameter shelf: where the bytes of the mails go that are confirmed.
    init(_ knowledge: KnowledgeBase, shelf: MailShelf? = nil) {
        stage = RehearsalStage(knowledge, shelf: shelf)
    }

    mutating func replies(to line: String, after seconds: Int, zone: String?) -> [TranscriptReply] {
        let end = stage.desk.turn(
            Utterance(line), on: &conversation, as: TurnCommitter.Subject(key: key),
            environment: stage.environment(after: seconds, zone: zone))
        return end.replies.map { reply in
            TranscriptReply(
                reply.text.string,
                details: .init(
                    intent: reply.intent?.name, slot: reply.slot?.name, state: reply.state.rawValue,
                    mail: reply.kind == .receipt ? end.mailText : nil))
        }
    }
}
