import HelplineCore
import HelplineWire

/// A chat that speaks helpline/1 on standard input and output; conversations and remembered replies live in memory.
struct JSONChat {
    private let desk: ChatDesk
    private var session = RelaySession()
    private var conversations: [OpaqueID?: Conversation] = [:]
    private let zones = ZoneShelf()
    private var output = StandardOutput()

    init(_ desk: ChatDesk) {
        self.desk = desk
    }

    /// Answers until the input ends.
    mutating func run() {
        var input = StandardInput(limit: 64 * 1024)
        while !output.isClosed, let event = input.next() {
            guard perform(session.receive(event)) else { return }
        }
        _ = perform(session.drain())
    }

    /// Whether the session goes on.
    private mutating func perform(_ actions: [RelaySession.Action]) -> Bool {
        var waiting = actions[...]
        while let action = waiting.popFirst() {
            switch action {
            case .send(let bytes): output.write(bytes)
            case .run(let job): waiting += session.finish(job.ticket, answer(job))
            case .load(let conversation): waiting += session.loaded(conversation, remembering: [])
            case .forget(let conversation): conversations[conversation] = nil
            case .close: return false
            }
        }
        return true
    }

    private mutating func answer(_ job: RelaySession.Job) -> RelaySession.Outcome {
        let user = job.message.user
        let environment = desk.environment(user: user?.forTurn ?? .init(), zone: user?.tz.flatMap { zones.zone($0) })
        let name = job.ticket.conversation?.text ?? ""
        var conversation = conversations[job.ticket.conversation, default: Conversation()]
        let end = desk.turn(
            job.message.utterance, on: &conversation,
            key: ConversationKey(relay: "chat-json", name: name.isEmpty ? "local" : name), environment: environment)
        conversations[job.ticket.conversation] = conversation
        if end.failure != nil { return .failed(.storage, end.replies.first?.text.string ?? "") }
        return .replies(end.replies)
    }
}
