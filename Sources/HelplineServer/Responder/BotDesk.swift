import HelplineCore
import NIOCore
import PatternSet

/// The bot's part of one loop.
final class BotDesk: Desk {
    let loop: any EventLoop
    let committer: TurnCommitter
    let surroundings: BotResponder.Surroundings
    /// The compiled patterns of the pack in hand.
    var scratch = MatchScratch.patient()

    private let responder: BotResponder
    /// Where the patterns stand that the operator was told of; a message can be made to cut a pattern off every time.
    private var cutOff: Set<String> = []
    private var edition: Int
    private var present: KnowledgeBase

    init(_ responder: BotResponder, on loop: any EventLoop) {
        self.loop = loop
        self.responder = responder
        committer = responder.committer
        surroundings = responder.surroundings
        edition = responder.shelf.edition
        present = responder.shelf.current
    }

    var keepsConversations: Bool { responder.ledger != nil }

    func talk(_ key: ConversationKey) -> any Talk {
        talk(key, from: .relay(key.relay))
    }

    func talk(_ key: ConversationKey, from source: MailSource) -> any Talk {
        BotTalk(key, at: self, source: source)
    }

    func open(_ key: ConversationKey, then: @escaping (Result<OpenedTalk, LedgerError>) -> Void) {
        guard let ledger = responder.ledger else { return then(.success(OpenedTalk(talk(key)))) }
        let bound = NIOLoopBound((desk: self, then: then), eventLoop: loop)
        ledger.load(key) { [loop] result in
            loop.execute {
                let (desk, then) = bound.value
                then(result.map { desk.opened(key, $0) })
            }
        }
    }

    func forget(_ key: ConversationKey) {
        responder.ledger?.forget(key) { [responder] result in
            if case .failure(let error) = result { responder.report(error) }
        }
    }

    /// Counts what was said and what matching had to leave undecided, and names each such pattern to the operator once.
    func note(_ turn: Turn) {
        responder.metrics.took(turn)
        for pattern in turn.cutOff where cutOff.insert(pattern.place).inserted { responder.reportCutOff(pattern) }
    }

    /// Counts a turn that needed the ledger, and tells the operator where it could not be made durable.
    func note(_ completion: TurnCommitter.Completion) {
        responder.metrics.finished(completion)
        if let failure = completion.failure, !completion.isStale { responder.report(failure) }
    }

    /// The pack to answer from; where it is a new one, the compiled patterns of the old one go.
    var knowledge: KnowledgeBase {
        let latest = responder.shelf.edition
        if latest != edition {
            edition = latest
            present = responder.shelf.current
            scratch = MatchScratch.patient()
            cutOff = []
        }
        return present
    }

    /// A conversation as it was kept; one that cannot be read begins anew, under the version it has, and says so.
    private func opened(_ key: ConversationKey, _ stored: StoredConversation?) -> OpenedTalk {
        var kept = KeptConversation(Conversation(), replies: 0)
        var remembered: [(message: String, replies: [NumberedReply])] = []
        if let stored {
            do {
                kept = try KeptConversation(decoding: stored.state)
            } catch {
                kept = KeptConversation(opening: stored.state)
                responder.report(LedgerError("A conversation could not be read and begins anew. \(error)"))
            }
            remembered = stored.remembered.compactMap { entry in
                let replies = entry.replies.compactMap { try? NumberedReply(decoding: $0) }
                return replies.count == entry.replies.count ? (entry.message, replies) : nil
            }
        }
        let talk = BotTalk(key, at: self, kept: kept, version: stored?.version ?? 0)
        return OpenedTalk(talk, replies: kept.replies, remembered: remembered)
    }
}
