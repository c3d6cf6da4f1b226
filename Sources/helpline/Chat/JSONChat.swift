import HelplineCore
import HelplineWire

/// A chat that speaks helpline/1 on standard input and output; conversations and remembered replies live in memory.
struct JSONChat {
    private static let lineLimit = 64 * 1024
    private static let relay = "chat-json"

    private let desk: ChatDesk
    private let zones = ZoneShelf()
    private let ownKey = ConversationKey.ownChat(relay: relay)

    private let booth: AuthorBooth?
    /// The language of users of whom no message tells one.
    private let language: LocaleID?

    init(_ desk: ChatDesk, language: LocaleID? = nil, booth: AuthorBooth? = nil) {
        self.desk = desk
        self.language = language
        self.booth = booth
    }

    /// Answers until the input ends.
    ///
    /// - Throws: ``StreamFault``, once the turn in hand is over.
    func run() throws {
        var session = RelaySession()
        var conversations: [OpaqueID?: Conversation] = [:]
        var input = StandardInput(limit: Self.lineLimit)
        var fault: StreamFault?
        defer { for (name, conversation) in conversations { forget(conversation, name) } }
        var goesOn = true
        while goesOn, fault == nil, let event = try input.next() {
            goesOn = session.converse(event) { bytes in
                guard fault == nil else { return }
                do throws(StreamFault) { try StandardOutput.write(bytes) } catch { fault = error }
            } forget: { conversation in
                forget(conversations.removeValue(forKey: conversation), conversation)
            } answer: { message in
                answer(message, &conversations[message.conversation.map { OpaqueID($0) }, default: Conversation()])
            }
        }
        if let fault { throw fault }
    }

    /// Where the files of a conversation are kept: two programs may carry conversations of one name.
    private func drawer(of conversation: OpaqueID?) -> ConversationKey {
        conversation.map { ConversationKey(relay: ownKey.relay, name: ownKey.name + " " + $0.text) } ?? ownKey
    }

    private func forget(_ conversation: Conversation?, _ name: OpaqueID?) {
        if let conversation { desk.forget(conversation, drawer(of: name)) }
    }

    private func answer(_ message: RelayMessage, _ conversation: inout Conversation) -> RelaySession.Outcome {
        booth?.takeNewest(desk)
        var user = message.user?.forTurn ?? .init()
        user.language = user.language ?? language
        let environment = desk.environment(
            user: user, zone: message.user?.tz.flatMap { zones.zone($0) }, fileWay: .upload)
        let key = message.conversation.map { ConversationKey(relay: Self.relay, name: $0) } ?? ownKey
        let end = desk.turn(
            message.utterance, on: &conversation,
            as: TurnCommitter.Subject(key: key, drawer: drawer(of: message.conversation.map { OpaqueID($0) })),
            environment: environment)
        if end.failure != nil { return .failed(.storage, end.replies.first?.text.string ?? "") }
        return .replies(end.replies, masking: end.masking)
    }
}
