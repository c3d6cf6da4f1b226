import Glibc
import NIOCore

/// What the connections of one event loop share; used on that loop only.
final class Seat {
    let desk: any Desk
    /// Collects the replies of one read, and keeps its room for the next.
    var output: [UInt8] = []
    /// The time of the last tick: exact enough for waits of seconds, and free.
    private(set) var now: NIODeadline

    private let clock: @Sendable () -> NIODeadline
    private let loop: any EventLoop
    private let tick: TimeAmount
    private let turnTime: TimeAmount
    private var handlers: [ObjectIdentifier: ConnectionHandler] = [:]
    private var isTicking = false
    private var waiting: [ConnectionHandler] = []
    private var hasTurn = false
    /// Until then turns are measured closely.
    private var measuresUntil = NIODeadline.uptimeNanoseconds(0)

    private static let keptCapacity = 256 * 1024
    /// How far behind the present one the next turn is.
    ///
    /// NIO runs what is due before it looks at any socket again, also what came due meanwhile: what `execute` queues
    /// again and again would keep all other connections waiting.
    private static let pause = TimeAmount.microseconds(20)

    init(_ desk: any Desk, on loop: any EventLoop, _ configuration: ServerConfiguration) {
        self.desk = desk
        self.loop = loop
        clock = configuration.clock
        now = clock()
        tick = TimeAmount(configuration.waits.tick)
        turnTime = TimeAmount(configuration.limits.turnTime)
    }

    /// Hands out the empty room.
    func takeOutput() -> [UInt8] {
        var room: [UInt8] = []
        swap(&room, &output)
        room.removeAll(keepingCapacity: room.capacity <= Self.keptCapacity)
        return room
    }

    // MARK: Waits

    /// Looks at the waits of a connection from now on.
    ///
    /// One task looks at all of them: a timer a connection, set anew with every line, would cost more than the line.
    func watch(_ handler: ConnectionHandler) {
        now = clock()
        handlers[ObjectIdentifier(handler)] = handler
        if !isTicking { scheduleTick() }
    }

    /// Looks at them no more.
    func unwatch(_ handler: ConnectionHandler) {
        handlers[ObjectIdentifier(handler)] = nil
    }

    private func scheduleTick() {
        isTicking = true
        loop.assumeIsolated().scheduleTask(in: tick) { self.lookAtAll() }
    }

    private func lookAtAll() {
        now = clock()
        for handler in handlers.values { handler.lookAtWaits() }
        isTicking = false
        if !handlers.isEmpty { scheduleTick() }
    }

    // MARK: Turns

    /// The turn of one connection, while its lines are answered.
    struct Turn {
        /// When others come first.
        let end: NIODeadline
        /// What this thread had used when the turn began, where it is measured.
        fileprivate let used: TimeAmount?
    }

    /// Begins a turn.
    func beginTurn() -> Turn {
        let now = NIODeadline.now()
        return Turn(end: now + turnTime, used: now < measuresUntil ? Self.used : nil)
    }

    /// Whether a turn that ends now has taken longer than it may.
    ///
    /// On a machine with other work any turn may take long by the clock. While there are costly ones, the time of the
    /// processor decides; to ask for it all the time would cost more than a short line.
    func wasLong(_ turn: Turn) -> Bool {
        let now = NIODeadline.now()
        guard now >= turn.end else { return false }
        measuresUntil = now + .seconds(1)
        return turn.used.map { Self.used - $0 >= turnTime } ?? true
    }

    /// The processor time of this thread.
    private static var used: TimeAmount {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return .nanoseconds(Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec))
    }

    /// Lets a connection that has lines left go on once the others of the loop have been heard.
    func queue(_ handler: ConnectionHandler) {
        waiting.append(handler)
        scheduleTurns()
    }

    private func scheduleTurns(in pause: TimeAmount = Seat.pause) {
        guard !hasTurn else { return }
        hasTurn = true
        loop.assumeIsolated().scheduleTask(in: pause) { self.giveTurns() }
    }

    /// Gives each that waits a turn, as many as fit into one turn's time; the others come first the next time.
    ///
    /// After long turns the pause is longer, so that it is not over before the loop has come round on a busy machine.
    private func giveTurns() {
        let begin = NIODeadline.now()
        let end = begin + turnTime
        let queue = waiting
        waiting = []
        for (index, handler) in queue.enumerated() {
            handler.takeTurn()
            if index + 1 < queue.count, NIODeadline.now() >= end {
                waiting.insert(contentsOf: queue[(index + 1)...], at: 0)
                break
            }
        }
        hasTurn = false
        let took = NIODeadline.now() - begin
        if !waiting.isEmpty { scheduleTurns(in: Self.pause + .nanoseconds(took.nanoseconds / 16)) }
    }
}
