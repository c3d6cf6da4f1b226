import HelplineCore
import NIOCore
import PatternSet

/// The bot's part of one loop.
final class BotDesk: Desk {
    let loop: any EventLoop
    let committer: TurnCommitter
    let surroundings: BotResponder.Surroundings
    /// The compiled patterns of the pack in hand.
    var scratch = MatchScratch()

    private let shelf: KnowledgeShelf
    private var edition: Int
    private var present: KnowledgeBase

    init(_ responder: BotResponder, on loop: any EventLoop) {
        self.loop = loop
        committer = responder.committer
        surroundings = responder.surroundings
        shelf = responder.shelf
        edition = shelf.edition
        present = shelf.current
    }

    func talk(_ key: ConversationKey) -> any Talk {
        BotTalk(key, at: self)
    }

    /// The pack to answer from; where it is a new one, the compiled patterns of the old one go.
    var knowledge: KnowledgeBase {
        let latest = shelf.edition
        if latest != edition {
            edition = latest
            present = shelf.current
            scratch = MatchScratch()
        }
        return present
    }
}
