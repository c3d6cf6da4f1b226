import HelplineCore
import HelplineWire
import NIOCore
import NIOTLS

/// One connection: bytes to lines, lines to a dialogue, its words to the wire; at the end a farewell that arrives.
///
/// Everything happens on the connection's loop. The replies to all lines of one read leave in one write. Reading stops
/// while an answer waits for the ledger, while lines are left over, and while the client does not take its replies, so
/// that memory stays within the line limit, the watermarks and the kernel's buffers.
final class ConnectionHandler: ChannelDuplexHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    /// Sent through the pipeline when the server stops.
    struct Drain: Sendable {}

    /// What the connection is doing.
    enum Phase {
        /// Nobody knows yet who is there.
        case opening
        /// Lines are answered.
        case talking(any Dialogue)
        /// The last words are said.
        case leaving
    }

    let house: House
    let seat: Seat
    var context: ChannelHandlerContext?
    var number: UInt64 = 0
    var phase = Phase.opening
    var framer: LineFramer
    var patience: Patience
    /// The plain conversation where the greeting has begun one before the first byte.
    var plain: PlainDialogue?
    /// The next line, where its turn has not come yet; nothing is read meanwhile.
    var held: LineFramer.Event?
    var isInputClosed = false
    var isOutputClosed = false
    /// Whether bytes that have come, or may come, are not read now.
    var holdsBack = false
    var isPumping = false
    /// Whether a turn of this connection is queued.
    var isQueued = false
    /// Whether its last turn took longer than a turn may.
    var hadLongTurn = false
    /// How fast a stranger's lines come.
    var arrivals = PaceKeeper()

    private let isProtected: Bool
    private(set) var network: Network?
    private var isReading = false
    private var wantsRead = false

    /// Begins a connection; a protected one is spoken to after its handshake.
    init(_ house: House, seat: Seat, isProtected: Bool) {
        self.house = house
        self.seat = seat
        self.isProtected = isProtected
        framer = LineFramer(limit: house.configuration.limits.plainLine, telnet: true)
        patience = Patience(
            house.configuration.waits, greets: house.configuration.greets, secures: isProtected,
            at: house.configuration.clock())
    }

    /// Whether the client is no trusted one of this machine, and its pace is watched.
    var isStranger: Bool { network != nil }

    func channelActive(context: ChannelHandlerContext) {
        self.context = context
        network = Network(
            context.remoteAddress, trustsThisMachine: house.configuration.trustsThisMachine)
        let entry = house.registry.enter(context.channel, of: network)
        number = entry.number
        house.metrics.opened(refusal: entry.refusal)
        house.log("connected", connection: number)
        seat.watch(self)
        if let refusal = entry.refusal { refuse(refusal, context) }
        context.fireChannelActive()
    }

    func channelInactive(context: ChannelHandlerContext) {
        house.registry.leave(context.channel, of: network)
        seat.unwatch(self)
        house.metrics.closed()
        house.log("disconnected", connection: number)
        abandon()
        phase = .leaving
        plain = nil
        self.context = nil
        context.fireChannelInactive()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        if case .leaving = phase { return }
        isReading = true
        patience.heard(at: seat.now)
        framer.append(unwrapInboundIn(data).readableBytesView)
        let refusals = framer.takeRefusals()
        if !refusals.isEmpty { write(refusals) }
        pump()
    }

    func channelReadComplete(context: ChannelHandlerContext) {
        isReading = false
        context.flush()
        context.fireChannelReadComplete()
    }

    func channelWritabilityChanged(context: ChannelHandlerContext) {
        if context.channel.isWritable { pump() }
        context.fireChannelWritabilityChanged()
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        switch event {
        case ChannelEvent.inputClosed: endInput()
        case let event as TLSUserEvent:
            if case .handshakeCompleted = event { patience.secured(at: house.configuration.clock()) }
        case is TLSDoor.Unprotected: turnAway()
        case is Drain: drain()
        default: break
        }
        context.fireUserInboundEventTriggered(event)
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        house.log("connection failed: \(error)", connection: number)
        if patience.isSecuring { house.metrics.dismissed(Patience.Overrun.handshake.rawValue) }
        context.close(promise: nil)
    }

    func read(context: ChannelHandlerContext) {
        if holdsBack {
            wantsRead = true
        } else {
            context.read()
        }
    }

    /// Reads again what was held back.
    func resumeReading() {
        guard wantsRead else { return }
        wantsRead = false
        context?.read()
    }

    /// Writes bytes; those of one read leave together when it is complete.
    func write(_ output: [UInt8]) {
        guard let context, !output.isEmpty else { return }
        context.write(wrapOutboundOut(context.channel.allocator.buffer(bytes: output)), promise: nil)
        if !isReading { context.flush() }
    }
}
