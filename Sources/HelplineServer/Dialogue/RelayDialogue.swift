import HelplineCore
import HelplineWire
import NIOCore

/// The helpline/1 of one connection: a session that keeps the order, and a talk for each conversation.
///
/// The conversations of a relay that has proved its name are kept and are its own on every connection; all others
/// belong to the connection and end with it.
final class RelayDialogue: Dialogue {
    /// What a dialogue needs of its connection.
    struct Surroundings {
        let house: House
        let desk: any Desk
        let loop: any EventLoop
        /// The connection.
        let number: UInt64
        /// Names the connection, so that its own conversations are nobody else's.
        let name: String
        let isStranger: Bool
    }

    let surroundings: Surroundings
    private let late: LateOutput
    private var session: RelaySession
    private var talks: [OpaqueID?: any Talk] = [:]
    private var paces: [OpaqueID?: PaceKeeper] = [:]
    private var claimed: String?
    private var isAbandoned = false
    private var pings = 0
    private(set) var isOver = false

    init(_ surroundings: Surroundings, configuration: RelaySession.Configuration, late: @escaping LateOutput) {
        self.surroundings = surroundings
        self.late = late
        var configuration = configuration
        configuration.loadsConversations = surroundings.desk.keepsConversations
        session = RelaySession(configuration)
    }

    var isReady: Bool { session.isReady }
    var isIdle: Bool { session.isIdle }
    var guest: Patience.Guest { session.identity == nil ? .plain : .relay }

    func receive(_ event: LineFramer.Event, into output: inout [UInt8]) {
        perform(session.receive(event), into: &output)
        if session.isWindowFull { surroundings.house.metrics.windowFull() }
    }

    func drain(into output: inout [UInt8]) {
        perform(session.leave(.shutdown), into: &output)
    }

    func dismiss(_ dismissal: Dismissal, into output: inout [UInt8]) {
        perform(session.leave(.dismissed(dismissal.rawValue)), into: &output)
    }

    func askForLife(into output: inout [UInt8]) {
        pings += 1
        output += ServerMessage.ping(id: "p\(pings)").encoded()
    }

    /// What runs is finished, since it may be committed already; only then another connection may speak for the relay.
    func abandon() {
        isAbandoned = true
        say { perform(session.leave(.takenOver), into: &$0) }
        letGo()
    }

    // MARK: Actions

    private func perform(_ actions: [RelaySession.Action], into output: inout [UInt8]) {
        var actions = actions
        var next = 0
        while next < actions.count {
            switch actions[next] {
            case .send(let bytes): output += bytes
            case .claim(let relay): claim(relay)
            case .run(let job): actions += run(job)
            case .load(let conversation): load(conversation)
            case .release(let conversation): release(conversation)
            case .forget(let conversation): forget(conversation)
            case .close: isOver = true
            }
            next += 1
        }
        if isOver { letGo() }
    }

    /// Performs what comes late, and lets the connection write it.
    private func say(_ body: (inout [UInt8]) -> Void) {
        var output: [UInt8] = []
        body(&output)
        if isAbandoned {
            letGo()
        } else {
            late(output)
        }
    }

    private func load(_ conversation: OpaqueID) {
        let key = key(of: conversation)
        surroundings.desk.open(key) { [self] result in
            say { output in
                switch result {
                case .success(let opened):
                    take(opened.talk, conversation)
                    let actions = session.loaded(
                        conversation, replies: opened.replies, remembering: opened.remembered)
                    perform(actions, into: &output)
                case .failure:
                    perform(session.notLoaded(conversation, .storage, "not readable now"), into: &output)
                }
            }
        }
    }

    private func take(_ talk: any Talk, _ conversation: OpaqueID?) {
        if talks.updateValue(talk, forKey: conversation) == nil { surroundings.house.metrics.conversations(by: 1) }
    }

    private func drop(_ conversation: OpaqueID?) {
        paces[conversation] = nil
        guard let talk = talks.removeValue(forKey: conversation) else { return }
        talk.end()
        surroundings.house.metrics.conversations(by: -1)
    }

    private func release(_ conversation: OpaqueID?) {
        surroundings.house.metrics.released()
        drop(conversation)
    }

    private func forget(_ conversation: OpaqueID?) {
        drop(conversation)
        if session.keepsConversations, conversation != nil { surroundings.desk.forget(key(of: conversation)) }
    }

    // MARK: Turns

    private func run(_ job: RelaySession.Job) -> [RelaySession.Action] {
        let wait = pacing(job.ticket.conversation)
        guard wait > .zero else { return answer(job) }
        surroundings.house.metrics.delayed()
        session.slow(job.ticket)
        surroundings.loop.assumeIsolated().scheduleTask(in: wait) { [self] in
            say { perform(answer(job), into: &$0) }
        }
        return []
    }

    /// How long the next message of a conversation has to wait; zero where only this machine can be there.
    private func pacing(_ conversation: OpaqueID?) -> TimeAmount {
        let isWatched = surroundings.isStranger || session.identity?.isProven == true
        guard isWatched, let pace = surroundings.house.configuration.limits.messages else { return .zero }
        return paces[conversation, default: PaceKeeper()].reserve(at: .now(), pace)
    }

    private func answer(_ job: RelaySession.Job) -> [RelaySession.Action] {
        let answer = talk(of: job.ticket.conversation).answer(job.message) { [self] answer in
            say { perform(finish(job.ticket, answer), into: &$0) }
        }
        return answer.map { finish(job.ticket, $0) } ?? []
    }

    private func finish(_ ticket: RelaySession.Ticket, _ answer: Answer) -> [RelaySession.Action] {
        let words = answer.replies.first?.text.string ?? "not saved"
        return switch answer.failure {
        case nil: session.finish(ticket, .replies(answer.replies, masking: answer.masking))
        case .unsaved: session.finish(ticket, .failed(.storage, words))
        case .stale: session.finish(ticket, .stale(words))
        }
    }

    private func talk(of conversation: OpaqueID?) -> any Talk {
        if let talk = talks[conversation] { return talk }
        let source = session.identity.map { MailSource.relay($0.relay) } ?? .local
        let talk = surroundings.desk.talk(key(of: conversation), from: source)
        take(talk, conversation)
        return talk
    }

    private func key(of conversation: OpaqueID?) -> ConversationKey {
        guard session.keepsConversations, let relay = session.identity?.relay, let conversation else {
            return ConversationKey(relay: surroundings.name, name: conversation?.text ?? "")
        }
        return ConversationKey(relay: relay, name: conversation.text)
    }

    // MARK: The relay's one connection

    private func claim(_ relay: String) {
        claimed = relay
        let bound = NIOLoopBound(self, eventLoop: surroundings.loop)
        let loop = surroundings.loop
        surroundings.house.relays.claim(
            relay,
            RelayRegistry.Claim(
                number: surroundings.number,
                granted: { loop.execute { bound.value.beAdmitted() } },
                displaced: { loop.execute { bound.value.beDisplaced() } }))
    }

    private func beAdmitted() {
        guard !isAbandoned, !isOver else { return letGo() }
        say { perform(session.admitted(), into: &$0) }
    }

    private func beDisplaced() {
        surroundings.house.metrics.takenOver()
        say { perform(session.leave(.takenOver), into: &$0) }
    }

    /// Lets another connection speak for the relay once nothing runs here any more.
    private func letGo() {
        guard session.isIdle, isOver || isAbandoned else { return }
        surroundings.house.metrics.conversations(by: -talks.count)
        for talk in talks.values { talk.end() }
        talks = [:]
        guard let relay = claimed else { return }
        claimed = nil
        surroundings.house.relays.release(relay, by: surroundings.number)
    }
}
