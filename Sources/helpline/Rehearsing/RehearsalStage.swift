import HelplineCore
import HelplineMail
import HelplinePack
import Synchronization

/// What rehearsals of transcripts have in common: a fixed time, every free choice made alike, mail that reaches nobody.
struct RehearsalStage {
    /// 2026-11-22 18:00 in Shanghai.
    private static let start = Timestamp(seconds: 1_795_341_600)

    let desk: ChatDesk
    let ledger: RehearsalLedger
    private let zone: ZoneTable

    /// - Parameter shelf: where the bytes of the mails go that are confirmed.
    init(_ knowledge: KnowledgeBase, shelf: MailShelf? = nil) {
        ledger = RehearsalLedger(shelf: shelf)
        zone = Zone.named(knowledge.content.timeZone) ?? .utc
        let composer = MailComposer(.unset(name: "helpline", version: Helpline.release))
        let count = Mutex<UInt64>(0)
        desk = ChatDesk(
            rehearsing: knowledge, composer: composer, mailbox: .init(language: shelf?.language),
            zone: (zone, false), ledger: ledger,
            random: {
                count.withLock { count in
                    count += 1
                    return count &* 0x9E37_79B9_7F4A_7C15
                }
            })
    }

    /// The outside of a turn so many seconds after the beginning.
    func environment(after seconds: Int, zone name: String?) -> Environment {
        var environment = desk.environment(zone: name.flatMap { Zone.named($0) } ?? zone)
        environment.now = Self.start.advanced(bySeconds: Int64(seconds))
        environment.seed = 0
        environment.mailbox.isTrial = false
        return environment
    }
}

extension TurnCommitter.Completion {
    /// A mail that was accepted, subject and text; nil where none was.
    var mailText: String? {
        escalation.map { $0.subject.string + "\n" + $0.body.string }
    }
}
