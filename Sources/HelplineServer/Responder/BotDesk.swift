import HelplineCore
import NIOCore
import PatternSet

/// The bot's part of one loop.
final class BotDesk: Desk {
    let loop: any EventLoop
    let committer: TurnCommitter
    let surroundings: BotResponder.Surroundings
    var knowledge: KnowledgeBase
    var scratch = MatchScratch()

    init(_ responder: BotResponder, on loop: any EventLoop) {
        self.loop = loop
        committer = responder.committer
        surroundings = responder.surroundings
        knowledge = responder.shelf.current
    }

    func talk(_ key: ConversationKey) -> any Talk {
        BotTalk(key, at: self)
    }

    /// Serves another pack from the next message on; the compiled code of the old one goes.
    func take(_ knowledge: KnowledgeBase) {
        self.knowledge = knowledge
        scratch = MatchScratch()
    }
}
