import HelplineCore
import HelplinePack
import HelplineWire

/// A conversation over helpline/1 with a relay that is not sure of anything: it sends each message twice, loses the
/// connection, and sends it once more.
///
/// Every line so begins with a session that knows nothing, and with the conversation as it was kept. A message that
/// came before must be answered with the very same lines, and must not lead to a turn.
struct RepeatedRehearsal: TranscriptPartner {
    /// What a repeated message did otherwise than it must.
    struct Fault: Error, CustomStringConvertible {
        var description: String
    }

    private static let relay = "rehearsal"
    private static let conversation = "u1"
    private static let key = ConversationKey(relay: relay, name: conversation)

    private let stage: RehearsalStage
    private var session = RelaySession()
    private var messages = 0

    init(_ knowledge: KnowledgeBase) {
        stage = RehearsalStage(knowledge)
    }

    mutating func replies(to line: String, after seconds: Int, zone: String?) throws -> [TranscriptReply] {
        messages += 1
        let message = RelayMessage(id: "m\(messages)", conversation: Self.conversation, text: line)
        let environment = stage.environment(after: seconds, zone: zone)
        try reconnect()
        let first = try send(message, environment)
        guard first.turns == 1 else { throw Fault(description: "a message led to \(first.turns) turns") }
        let again = try send(message, environment)
        try reconnect()
        let later = try send(message, environment)
        for (repetition, place) in [(again, "on its connection"), (later, "after a restart")] {
            guard repetition.turns == 0 else { throw Fault(description: "“\(line)” ran once more \(place)") }
            guard repetition.lines == first.lines else {
                throw Fault(description: "“\(line)” sent once more \(place) had other replies")
            }
        }
        return try Self.replies(in: first.lines, mail: first.mail)
    }

    // MARK: - The connection

    /// What came of a message.
    private struct Outcome {
        var lines: [UInt8] = []
        var turns = 0
        var mail: String?
    }

    private mutating func reconnect() throws {
        session = RelaySession(
            .init(credentials: RelayCredentials([Self.relay: Self.relay]), loadsConversations: true))
        let hello = #"{"type":"hello","relay":"\#(Self.relay)","secret":"\#(Self.relay)"}"#
        _ = session.receive(.line(Array(hello.utf8)[...]))
        _ = session.admitted()
    }

    private mutating func send(_ message: RelayMessage, _ environment: Environment) throws -> Outcome {
        var outcome = Outcome()
        var actions = session.receive(.line(message.line[...]))
        var next = 0
        while next < actions.count {
            switch actions[next] {
            case .send(let bytes): outcome.lines += bytes
            case .run(let job): actions += try run(job, environment, &outcome)
            case .load(let conversation): actions += try load(conversation)
            case .claim, .release, .forget, .close: throw Fault(description: "the connection was given up")
            }
            next += 1
        }
        return outcome
    }

    private mutating func load(_ conversation: OpaqueID) throws -> [RelaySession.Action] {
        guard let stored = stage.ledger.conversation(Self.key) else {
            return session.loaded(conversation, remembering: [])
        }
        let remembered = try stored.remembered.map { entry in
            (message: entry.message, replies: try entry.replies.map { try NumberedReply(decoding: $0) })
        }
        let kept = try KeptConversation(decoding: stored.state)
        return session.loaded(conversation, replies: kept.replies, remembering: remembered)
    }

    private mutating func run(
        _ job: RelaySession.Job, _ environment: Environment, _ outcome: inout Outcome
    ) throws -> [RelaySession.Action] {
        outcome.turns += 1
        let stored = stage.ledger.conversation(Self.key)
        let kept = try stored.map { try KeptConversation(decoding: $0.state) }
        var conversation = kept?.conversation ?? Conversation()
        let end = stage.desk.turn(
            job.message.utterance, on: &conversation,
            as: TurnCommitter.Subject(
                key: Self.key, persists: true, version: stored?.version ?? 0, replies: kept?.replies ?? 0,
                message: job.message.id),
            environment: environment)
        outcome.mail = end.mailText
        return session.finish(job.ticket, .replies(end.replies, masking: end.masking))
    }

    // MARK: - Reading

    private static func replies(in lines: [UInt8], mail: String?) throws -> [TranscriptReply] {
        try lines.split(separator: 0x0A).map { line in
            let reply = try JSONReader.read(line)
            guard reply["type"]?.string == "reply", let text = reply["text"]?.string else {
                throw Fault(description: "no reply: \(String(decoding: line, as: UTF8.self))")
            }
            return TranscriptReply(
                text,
                details: .init(
                    intent: reply["intent"]?.string, slot: reply["slot"]?.string,
                    state: reply["state"]?.string ?? "", mail: reply["kind"]?.string == "receipt" ? mail : nil))
        }
    }
}

extension RelayMessage {
    /// The message as a relay writes it.
    fileprivate var line: [UInt8] {
        var writer = JSONWriter()
        writer.beginObject()
        for (name, value) in [("id", id), ("conversation", conversation), ("text", text)] {
            writer.name(name)
            writer.string(value)
        }
        writer.endObject()
        return writer.bytes
    }
}
