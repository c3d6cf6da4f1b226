import HelplineCore
import HelplineServer
import HelplineWire

extension MailDesk {
    /// The outside of a turn: time, zone, seed and mailbox.
    func surroundings(_ settings: Configuration, _ knowledge: KnowledgeBase) throws -> BotResponder.Surroundings {
        let zone = try settings.zone(of: knowledge)
        let zones = ZoneShelf()
        let mailbox = mailbox
        let clock = TurnClock()
        return { user in
            let named = user?.tz.flatMap { zones.zone($0) }
            return HelplineCore.Environment(
                now: clock.now, zone: named ?? zone.0, zoneIsAssumed: named == nil, seed: clock.seed,
                user: user?.forTurn ?? .init(), mailbox: mailbox)
        }
    }
}
