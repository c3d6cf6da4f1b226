import HelplineCore
import HelplineWire

/// The helpline/1 of one connection: a session that keeps the order, and a talk for each conversation.
///
/// The conversations belong to the connection and end with it.
final class RelayDialogue: Dialogue {
    private let desk: any Desk
    /// Names the connection, so that its conversations are nobody else's.
    private let name: String
    private let late: LateOutput
    private var session: RelaySession
    private var talks: [OpaqueID?: any Talk] = [:]
    private var pings = 0
    private(set) var isOver = false

    init(_ desk: any Desk, configuration: RelaySession.Configuration, name: String, late: @escaping LateOutput) {
        self.desk = desk
        self.name = name
        self.late = late
        session = RelaySession(configuration)
    }

    var isReady: Bool { session.isReady }
    var isIdle: Bool { session.isIdle }
    var guest: Patience.Guest { session.identity == nil ? .plain : .relay }

    func receive(_ event: LineFramer.Event, into output: inout [UInt8]) {
        perform(session.receive(event), into: &output)
    }

    func drain(into output: inout [UInt8]) {
        perform(session.drain(), into: &output)
    }

    func dismiss(_ dismissal: Dismissal, into output: inout [UInt8]) {
        isOver = true
        output += ServerMessage.bye(reason: dismissal.rawValue, reconnect: nil).encoded()
    }

    func askForLife(into output: inout [UInt8]) {
        pings += 1
        output += ServerMessage.ping(id: "p\(pings)").encoded()
    }

    func abandon() {}

    private func perform(_ actions: [RelaySession.Action], into output: inout [UInt8]) {
        var actions = actions
        var next = 0
        while next < actions.count {
            switch actions[next] {
            case .send(let bytes): output += bytes
            case .run(let job): actions += run(job)
            case .load(let conversation): actions += session.loaded(conversation, remembering: [])
            case .forget(let conversation): talks[conversation] = nil
            case .close: isOver = true
            }
            next += 1
        }
    }

    private func run(_ job: RelaySession.Job) -> [RelaySession.Action] {
        let answer = talk(of: job.ticket.conversation).answer(job.message) { [weak self] answer in
            self?.resume(job.ticket, answer)
        }
        return answer.map { finish(job.ticket, $0) } ?? []
    }

    private func resume(_ ticket: RelaySession.Ticket, _ answer: Answer) {
        var output: [UInt8] = []
        perform(finish(ticket, answer), into: &output)
        late(output)
    }

    private func finish(_ ticket: RelaySession.Ticket, _ answer: Answer) -> [RelaySession.Action] {
        guard answer.isUnsaved else { return session.finish(ticket, .replies(answer.replies)) }
        return session.finish(ticket, .failed(.storage, answer.replies.first?.text.string ?? "not saved"))
    }

    private func talk(of conversation: OpaqueID?) -> any Talk {
        if let talk = talks[conversation] { return talk }
        let talk = desk.talk(ConversationKey(relay: name, name: conversation?.text ?? ""))
        talks[conversation] = talk
        return talk
    }
}
