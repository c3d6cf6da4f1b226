public import HelplineCore

/// One connection that speaks helpline/1, as a value: it reads lines and says what to do.
///
/// It keeps ids, order and replies; the conversations themselves are the driver's. Messages of one conversation are
/// handed out strictly one after another, those of different ones overlap. A repeated id is answered with the replies
/// of the first time and never handed out again; one that is still under way is answered once.
///
/// ```swift
/// for action in session.receive(line) {
///     switch action {
///     case .send(let bytes): write(bytes)
///     case .run(let job): perform(session.finish(job.ticket, .replies(answer(job.message))))
///     …
///     }
/// }
/// ```
public struct RelaySession: Sendable {
    /// What a session allows.
    public struct Configuration: Sendable {
        /// How many messages may be unanswered at a time.
        public var window: Int
        /// The longest line, as it is told to the relay; the framer keeps it.
        public var lineLimit: Int
        /// How many conversations are kept; the one longest idle gives way to a new one.
        public var conversations: Int
        /// How many replies are remembered in each.
        public var memory: ReplyMemory.Limits
        /// After how many useless lines in a row the connection ends; nil for never.
        public var uselessLines: Int?
        /// Whether whoever can reach the transport may speak without a secret: standard input, loopback, unix socket.
        public var isTrusted: Bool
        /// The relays that have a secret.
        public var credentials: RelayCredentials
        /// Whether the conversations of a proven relay are kept elsewhere and must be asked for.
        public var loadsConversations: Bool

        /// Sets what a session allows; the standard values suit standard input.
        public init(
            window: Int = 64, lineLimit: Int = 65536, conversations: Int = 4096,
            memory: ReplyMemory.Limits = ReplyMemory.Limits(), uselessLines: Int? = nil, isTrusted: Bool = true,
            credentials: RelayCredentials = .none, loadsConversations: Bool = false
        ) {
            self.window = window
            self.lineLimit = lineLimit
            self.conversations = conversations
            self.memory = memory
            self.uselessLines = uselessLines
            self.isTrusted = isTrusted
            self.credentials = credentials
            self.loadsConversations = loadsConversations
        }
    }

    /// Names a message that was handed out.
    public struct Ticket: Sendable, Hashable {
        /// The conversation; nil for the connection's own.
        public let conversation: OpaqueID?
        let number: Int
    }

    /// A message to run now.
    public struct Job: Sendable, Equatable {
        /// To be given back with the outcome.
        public let ticket: Ticket
        /// What was said.
        public let message: RelayMessage
    }

    /// What the driver does next, in this order.
    public enum Action: Sendable, Equatable {
        /// Send bytes: whole lines with their LF.
        case send([UInt8])
        /// Run a message and ``RelaySession/finish(_:_:)``.
        case run(Job)
        /// Make sure that no other connection speaks for this relay, then ``RelaySession/admitted()``.
        case claim(String)
        /// Read what is kept of a conversation and ``RelaySession/loaded(_:replies:remembering:)``.
        case load(OpaqueID)
        /// A conversation gives way to others, or has to be read again: drop it from memory; nil for the connection's
        /// own.
        case release(OpaqueID?)
        /// A conversation is over: drop it wherever it is kept; nil for the connection's own.
        case forget(OpaqueID?)
        /// Close the connection once everything is sent.
        case close
    }

    /// How a message that was handed out ended.
    public enum Outcome: Sendable, Equatable {
        /// With these replies, at least one; the message may have revealed a secret in earlier ones.
        case replies([Reply], masking: Masking? = nil)
        /// With an error; nothing is remembered, the same id runs again.
        case failed(RelayErrorCode, String)
        /// With a `storage` error, because the conversation was written elsewhere: it is read again before the next
        /// message.
        case stale(String)
    }

    let configuration: Configuration
    /// Who is at the other end; nil before a hello, which a trusted transport may leave out.
    public internal(set) var identity: RelayCredentials.Identity?
    /// How many messages have no answer yet.
    public internal(set) var unanswered = 0

    var lanes: [OpaqueID?: Lane] = [:]
    /// The files that are coming, one at a time in each conversation.
    var uploads: [OpaqueID?: Upload] = [:]
    var tickets = 0
    var replies = 0
    var lines = 0
    var uselessInARow = 0
    /// Whether a relay waits for the connection that speaks for it already.
    var isClaiming = false
    /// Why the connection takes leave, once everything that runs is answered.
    var leaving: Leave?
    var isClosed = false

    /// Begins a connection.
    public init(_ configuration: Configuration = Configuration()) {
        self.configuration = configuration
    }

    /// Whether the next line may be read; where not, leave it where it is until a message is finished.
    public var isReady: Bool { unanswered < configuration.window && !isClosed && !isClaiming }

    /// Whether more messages are unanswered than may be.
    public var isWindowFull: Bool { unanswered >= configuration.window }

    /// Whether conversations are read from elsewhere and kept there.
    public var keepsConversations: Bool { configuration.loadsConversations && identity?.isProven == true }

    /// Whether every message has its answer.
    public var isIdle: Bool { unanswered == 0 }

    /// Takes the next line; a blank one is nothing.
    public mutating func receive(_ event: LineFramer.Event) -> [Action] {
        guard !isClosed else { return [] }
        var actions: [Action] = []
        lines += 1
        do throws(RelayFault) {
            guard let message = try decode(event) else { return [] }
            try take(message, &actions)
            uselessInARow = 0
        } catch {
            report(error, &actions)
        }
        return actions
    }

    /// Takes the outcome of a message that was handed out.
    public mutating func finish(_ ticket: Ticket, _ outcome: Outcome) -> [Action] {
        guard let running = lanes[ticket.conversation]?.running, running.ticket == ticket.number else { return [] }
        var actions: [Action] = []
        lanes[ticket.conversation]?.running = nil
        unanswered -= 1
        answer(running.message, with: outcome, &actions)
        if case .stale = outcome { reload(ticket.conversation, &actions) }
        advance(ticket.conversation, &actions)
        closeIfIdle(&actions)
        return actions
    }

    /// Stops taking messages: those that wait are refused, those that run are finished, then the connection ends.
    public mutating func leave(_ leave: Leave) -> [Action] {
        guard leaving == nil else { return [] }
        var actions: [Action] = []
        leaving = leave
        isClaiming = false
        for key in Array(lanes.keys) {
            refuseWaiting(in: key, .shuttingDown, leave.words, &actions)
        }
        closeIfIdle(&actions)
        return actions
    }

    private func decode(_ event: LineFramer.Event) throws(RelayFault) -> ClientMessage? {
        switch event {
        case .tooLong: throw RelayFault(.tooLong, "a line is at most \(configuration.lineLimit) bytes")
        case .line(let bytes) where bytes.allSatisfy({ $0 == 0x20 || $0 == 0x09 }): return nil
        case .line(let bytes): return try ClientMessage(decoding: bytes)
        }
    }

    private mutating func take(_ message: ClientMessage, _ actions: inout [Action]) throws(RelayFault) {
        if case .hello(let hello) = message { return try admit(hello, &actions) }
        guard identity != nil || configuration.isTrusted else {
            throw RelayFault(.unauthorized, "say hello first", isFatal: true)
        }
        switch message {
        case .message(let message): try enqueue(message, &actions)
        case .attachment(let part): try collect(part, &actions)
        case .ping(let id): actions.append(.send(ServerMessage.pong(id: id).encoded()))
        case .end(let conversation): end(conversation.map(OpaqueID.init), &actions)
        case .pong, .hello: break
        }
    }

    private mutating func report(_ fault: RelayFault, _ actions: inout [Action]) {
        actions.append(.send(ServerMessage.error(fault).encoded()))
        if fault.code != .busy && fault.code != .shuttingDown { uselessInARow += 1 }
        guard fault.isFatal || uselessInARow == configuration.uselessLines else { return }
        isClosed = true
        actions.append(.close)
    }

    /// Ends a session that takes leave once it has answered everything.
    mutating func closeIfIdle(_ actions: inout [Action]) {
        guard let leaving, isIdle, !isClosed else { return }
        isClosed = true
        actions.append(.send(ServerMessage.bye(reason: leaving.reason, reconnect: leaving.reconnect).encoded()))
        actions.append(.close)
    }
}
