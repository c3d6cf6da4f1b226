import NIOCore

/// How long one connection has been doing what it does, and what is over when it has done so too long.
///
/// A value that is told events and the time. Nothing runs out while the client waits for us.
struct Patience: Sendable {
    /// What has lasted too long.
    enum Overrun: String, Sendable, CaseIterable {
        /// A handshake that does not end.
        case handshake = "no_handshake"
        /// The silence after which a newcomer is greeted.
        case greeting
        /// No whole line since the beginning.
        case firstLine = "no_line"
        /// A line that does not end.
        case line = "slow_line"
        /// No line for a long time.
        case idle
        /// A relay that has said nothing: a sign of life is wanted.
        case ping
        /// A relay that has given no sign of life.
        case pong = "no_pong"
        /// Replies that nobody takes.
        case output = "stalled"
        /// The end, which the client does not let come.
        case farewell
    }

    /// Who is there, as far as it matters for waiting.
    enum Guest: Sendable {
        /// A person, or a program that never said hello.
        case plain
        /// A relay that said hello, may be silent for days, and answers a ping.
        case relay
    }

    private let waits: ServerWaits
    private let greets: Bool
    private var opened: NIODeadline
    private var greetsAt: NIODeadline?
    private var hasLine = false
    private var lineBegan: NIODeadline?
    private var lastHeard: NIODeadline
    private var lastLine: NIODeadline
    private var pinged: NIODeadline?
    private var owed = 0
    private var owedSince: NIODeadline?
    private var leavesAt: NIODeadline?

    /// Whether a handshake is still under way.
    private(set) var isSecuring: Bool

    /// Begins with a new connection; where it `secures` itself first, everything else counts from the handshake's end.
    init(_ waits: ServerWaits, greets: Bool, secures: Bool = false, at now: NIODeadline) {
        self.waits = waits
        self.greets = greets
        opened = now
        lastHeard = now
        lastLine = now
        isSecuring = secures
        if !secures { secured(at: now) }
    }

    /// Whoever is there can be spoken to from now on.
    mutating func secured(at now: NIODeadline) {
        isSecuring = false
        opened = now
        lastHeard = now
        lastLine = now
        greetsAt = greets ? now + TimeAmount(waits.greeting) : nil
    }

    /// Bytes came; whoever speaks first is greeted with the first reply.
    mutating func heard(at now: NIODeadline) {
        lastHeard = now
        pinged = nil
        greetsAt = nil
    }

    /// Lines were taken, and behind them stands a part of another or nothing.
    mutating func took(lines: Int, endsInside: Bool, at now: NIODeadline) {
        if lines > 0 {
            hasLine = true
            lastLine = now
        }
        if !endsInside {
            lineBegan = nil
        } else if lines > 0 || lineBegan == nil {
            lineBegan = now
        }
    }

    /// The last words are written or about to be; what then counts is how long the client takes for the end.
    mutating func leave(within time: Duration, at now: NIODeadline) {
        leavesAt = now + TimeAmount(time)
    }

    /// What is over now.
    ///
    /// A greeting and a ping are asked for once; every other overrun ends the connection.
    ///
    /// - Parameters:
    ///   - owed: bytes that the client has not taken yet.
    ///   - waitsForUs: whether the next step is ours: an answer that is being made, a line that is held back.
    mutating func overrun(at now: NIODeadline, owed: Int, waitsForUs: Bool, guest: Guest) -> Overrun? {
        if let leavesAt { return now >= leavesAt ? .farewell : nil }
        if isSecuring { return now >= opened + TimeAmount(waits.handshake) ? .handshake : nil }
        if let greetsAt, now >= greetsAt {
            self.greetsAt = nil
            return .greeting
        }
        if hasStalled(owed, at: now) { return .output }
        guard !waitsForUs else {
            lastLine = now
            lastHeard = now
            if lineBegan != nil { lineBegan = now }
            return nil
        }
        if !hasLine, now >= opened + TimeAmount(waits.firstLine) { return .firstLine }
        if let lineBegan, now >= lineBegan + TimeAmount(waits.line) { return .line }
        switch guest {
        case .plain: return now >= lastLine + TimeAmount(waits.idle) ? .idle : nil
        case .relay: return silence(at: now)
        }
    }

    private mutating func hasStalled(_ owed: Int, at now: NIODeadline) -> Bool {
        guard owed > 0 else {
            owedSince = nil
            return false
        }
        defer { self.owed = owed }
        guard let since = owedSince, owed >= self.owed else {
            owedSince = now
            return false
        }
        return now >= since + TimeAmount(waits.output)
    }

    private mutating func silence(at now: NIODeadline) -> Overrun? {
        if let pinged { return now >= pinged + TimeAmount(waits.pong) ? .pong : nil }
        guard now >= lastHeard + TimeAmount(waits.ping) else { return nil }
        pinged = now
        return .ping
    }
}
