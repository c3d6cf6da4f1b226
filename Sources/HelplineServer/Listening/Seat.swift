import NIOCore

/// What the connections of one event loop share; used on that loop only.
final class Seat {
    let desk: any Desk
    /// Collects the replies of one read, and keeps its room for the next.
    var output: [UInt8] = []
    /// The time of the last tick: exact enough for waits of seconds, and free.
    private(set) var now = NIODeadline.now()

    private let loop: any EventLoop
    private let tick: TimeAmount
    private let turnTime: TimeAmount
    private var handlers: [ObjectIdentifier: ConnectionHandler] = [:]
    private var isTicking = false
    private var waiting: [ConnectionHandler] = []
    private var hasTurn = false

    private static let keptCapacity = 256 * 1024
    /// How far behind the present one the next turn is.
    ///
    /// NIO runs what is due before it looks at any socket again, also what came due meanwhile: what `execute` queues
    /// again and again would keep all other connections waiting.
    private static let pause = TimeAmount.microseconds(20)

    init(_ desk: any Desk, on loop: any EventLoop, _ configuration: ServerConfiguration) {
        self.desk = desk
        self.loop = loop
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
        now = .now()
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
        now = .now()
        for handler in handlers.values { handler.lookAtWaits() }
        isTicking = false
        if !handlers.isEmpty { scheduleTick() }
    }

    // MARK: Turns

    /// Lets a connection that has lines left go on once the others of the loop have been heard.
    func queue(_ handler: ConnectionHandler) {
        waiting.append(handler)
        scheduleTurns()
    }

    private func scheduleTurns() {
        guard !hasTurn else { return }
        hasTurn = true
        loop.assumeIsolated().scheduleTask(in: Self.pause) { self.giveTurns() }
    }

    /// Gives each that waits a turn, as many as fit into one turn's time; the others come first the next time.
    private func giveTurns() {
        hasTurn = false
        let end = NIODeadline.now() + turnTime
        let queue = waiting
        waiting = []
        for (index, handler) in queue.enumerated() {
            handler.takeTurn()
            if index + 1 < queue.count, NIODeadline.now() >= end {
                waiting.insert(contentsOf: queue[(index + 1)...], at: 0)
                break
            }
        }
        if !waiting.isEmpty { scheduleTurns() }
    }
}
