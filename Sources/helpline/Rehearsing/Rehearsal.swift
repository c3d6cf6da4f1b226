import HelplineCore
import HelplineMail
import HelplinePack
import Synchronization

/// A conversation in this process whose mail reaches nobody, at a fixed time and with every free choice made alike.
struct Rehearsal: TranscriptPartner {
    /// 2026-11-22 18:00 in Shanghai.
    private static let start = Timestamp(seconds: 1_795_341_600)

    private let desk: ChatDesk
    private let savesState: Bool
    private let zone: ZoneTable
    private let key = ConversationKey.ownChat()
    private let shelf: MailShelf?
    private var conversation = Conversation()

    /// - Parameter shelf: where the bytes of the mails go that are confirmed.
    init(_ knowledge: KnowledgeBase, savesState: Bool, shelf: MailShelf? = nil) {
        self.shelf = shelf
        zone = Zone.named(knowledge.content.timeZone) ?? .utc
        let composer = MailComposer(.unset(name: "helpline", version: Helpline.release))
        let count = Mutex<UInt64>(0)
        desk = ChatDesk(
            rehearsing: knowledge, ledger: RehearsalLedger(shelf: shelf), composer: composer,
            mailbox: .init(language: shelf?.language), zone: (zone, false),
            random: {
                count.withLock { count in
                    count += 1
                    return count &* 0x9E37_79B9_7F4A_7C15
                }
            })
        self.savesState = savesState
    }

    mutating func replies(to line: String, after seconds: Int, zone name: String?) throws -> [TranscriptReply] {
        var environment = desk.environment(zone: name.flatMap { Zone.named($0) } ?? zone)
        environment.now = Self.start.advanced(bySeconds: Int64(seconds))
        environment.seed = 0
        environment.mailbox.isTrial = false
        let end = desk.turn(Utterance(line), on: &conversation, key: key, environment: environment)
        if savesState { conversation = try Conversation(decoding: conversation.encoded()) }
        return end.replies.map { reply in
            let mail = reply.kind == .receipt ? end.escalation.map { $0.subject.string + "\n" + $0.body.string } : nil
            return TranscriptReply(
                reply.text.string,
                details: .init(
                    intent: reply.intent?.name, slot: reply.slot?.name, state: reply.state.rawValue, mail: mail))
        }
    }
}
