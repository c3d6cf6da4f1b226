import HelplineCore
import HelplineWire
import NIOCore

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

    private enum Phase {
        case opening
        case talking(any Dialogue)
        case leaving
    }

    /// Replies beyond this wait for the next turn, in bytes.
    private static let fullOutput = 64 * 1024
    /// How long a client may keep its side open after the last words.
    private static let lingerTime = Duration.seconds(2)

    let house: House
    let seat: Seat
    var context: ChannelHandlerContext?
    var number: UInt64 = 0
    var isInputClosed = false
    var isOutputClosed = false
    var timer: Scheduled<Void>?

    private var phase = Phase.opening
    private var framer: LineFramer
    private var plain: PlainDialogue?
    private var isReading = false
    private var isPumping = false
    private var isScheduled = false
    private var holdsBack = false
    private var wantsRead = false

    init(_ house: House, seat: Seat) {
        self.house = house
        self.seat = seat
        framer = LineFramer(limit: house.configuration.plainLineLimit, telnet: true)
    }

    // MARK: Events

    func channelActive(context: ChannelHandlerContext) {
        self.context = context
        let entry = house.registry.enter(context.channel)
        number = entry.number
        house.metrics.opened(isRefused: !entry.fits)
        house.log("connected", connection: number)
        if entry.fits {
            if house.configuration.greets { schedule(in: house.configuration.greetingDelay) { $0.greet() } }
        } else {
            leave(saying: ServerWords.full)
        }
        context.fireChannelActive()
    }

    func channelInactive(context: ChannelHandlerContext) {
        house.registry.leave(context.channel)
        house.log("disconnected", connection: number)
        phase = .leaving
        plain = nil
        timer?.cancel()
        self.context = nil
        context.fireChannelInactive()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        if case .leaving = phase { return }
        isReading = true
        if case .opening = phase { timer?.cancel() }
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
        case is Drain: drain()
        default: break
        }
        context.fireUserInboundEventTriggered(event)
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        house.log("connection failed: \(error)", connection: number)
        context.close(promise: nil)
    }

    func read(context: ChannelHandlerContext) {
        if holdsBack {
            wantsRead = true
        } else {
            context.read()
        }
    }

    // MARK: Lines

    /// Answers the lines that are here, as many as a turn allows, then decides how to go on.
    private func pump() {
        guard let context, !isPumping else { return }
        isPumping = true
        defer { isPumping = false }
        if case .opening = phase { open() }
        guard case .talking(let dialogue) = phase else { return }
        var output = seat.takeOutput()
        let isExhausted = answerLines(in: dialogue, context, into: &output)
        if framer.skipped > house.configuration.longestSkip { dialogue.giveUp(into: &output) }
        write(output)
        seat.output = output
        proceed(dialogue, context, isExhausted: isExhausted)
    }

    /// Whether no whole line is left.
    private func answerLines(
        in dialogue: any Dialogue, _ context: ChannelHandlerContext, into output: inout [UInt8]
    ) -> Bool {
        var count = 0
        defer { house.metrics.answered(lines: count) }
        while count < house.configuration.linesPerTurn {
            guard dialogue.isReady, output.count < Self.fullOutput, context.channel.isWritable else { return false }
            guard let event = framer.next() else { return true }
            dialogue.receive(event, into: &output)
            count += 1
        }
        return false
    }

    private func proceed(_ dialogue: any Dialogue, _ context: ChannelHandlerContext, isExhausted: Bool) {
        holdsBack = !isExhausted
        if dialogue.isOver || (isExhausted && isInputClosed && dialogue.isIdle) {
            leave()
        } else if isExhausted {
            resumeReading(context)
        } else if dialogue.isReady, context.channel.isWritable {
            schedulePump(context)
        }
    }

    /// Lets other connections have their turn before this one goes on.
    private func schedulePump(_ context: ChannelHandlerContext) {
        guard !isScheduled else { return }
        isScheduled = true
        context.eventLoop.assumeIsolated().execute {
            self.isScheduled = false
            self.pump()
        }
    }

    private func resumeReading(_ context: ChannelHandlerContext) {
        guard wantsRead else { return }
        wantsRead = false
        context.read()
    }

    /// What a dialogue says late.
    private func deliver(_ output: [UInt8]) {
        write(output)
        pump()
    }

    private func endInput() {
        isInputClosed = true
        if case .leaving = phase { return closeIfBothEnded() }
        framer.finish()
        pump()
    }

    // MARK: Phases

    /// Finds out from the first bytes who is there.
    private func open() {
        switch Opening.judge(framer.pending, isWhole: isInputClosed) {
        case .undecided: return
        case .plain: phase = .talking(plainDialogue())
        case .relay: phase = .talking(relayDialogue())
        case .http: leave(saying: ServerWords.noHTTP)
        case .tls: leave(saying: ServerWords.noTLS)
        }
    }

    private func plainDialogue() -> PlainDialogue {
        if let plain { return plain }
        let talk = seat.desk.talk(ConversationKey(relay: "plain", name: name))
        let dialogue = PlainDialogue(
            talk, lineLimit: house.configuration.plainLineLimit, greets: house.configuration.greets
        ) { [weak self] in self?.deliver($0) }
        plain = dialogue
        return dialogue
    }

    private func relayDialogue() -> RelayDialogue {
        plain = nil
        var configuration = house.configuration.relay
        configuration.isTrusted = configuration.isTrusted && context?.remoteAddress?.isLocal == true
        framer.limit = configuration.lineLimit
        return RelayDialogue(seat.desk, configuration: configuration, name: "connection-\(name)") { [weak self] in
            self?.deliver($0)
        }
    }

    /// Names the connection's conversations, also apart from those of an earlier run.
    private var name: String { "\(house.instance)-\(number)" }

    private func greet() {
        guard case .opening = phase, framer.pending.isEmpty else { return }
        var output: [UInt8] = []
        plainDialogue().greet(into: &output)
        write(output)
    }

    private func drain() {
        pump()
        guard case .talking(let dialogue) = phase else { return leave(saying: ServerWords.stopping) }
        var output: [UInt8] = []
        dialogue.drain(into: &output)
        write(output)
        pump()
    }

    // MARK: The end

    /// Writes the last words and ends our side; the rest of what the client sends is dropped.
    ///
    /// Closing with unread bytes would make the kernel take the last words back, so the client's end is awaited.
    private func leave(saying words: String? = nil) {
        guard let context else { return }
        if case .leaving = phase { return }
        phase = .leaving
        holdsBack = false
        if let words { write(Array("\(words)\n".utf8)) }
        schedule(in: house.configuration.farewellTime) { $0.context?.close(promise: nil) }
        let written = context.eventLoop.makePromise(of: Void.self)
        written.futureResult.assumeIsolated().whenComplete { _ in self.endOutput() }
        context.writeAndFlush(wrapOutboundOut(ByteBuffer()), promise: written)
        resumeReading(context)
    }

    private func endOutput() {
        guard let context else { return }
        isOutputClosed = true
        guard !isInputClosed else { return context.close(promise: nil) }
        schedule(in: Self.lingerTime) { $0.context?.close(promise: nil) }
        context.close(mode: .output, promise: nil)
    }

    private func closeIfBothEnded() {
        if isOutputClosed { context?.close(promise: nil) }
    }

    private func write(_ output: [UInt8]) {
        guard let context, !output.isEmpty else { return }
        context.write(wrapOutboundOut(context.channel.allocator.buffer(bytes: output)), promise: nil)
        if !isReading { context.flush() }
    }

    /// Sets the one timer of the connection.
    private func schedule(in delay: Duration, _ body: @escaping (ConnectionHandler) -> Void) {
        timer?.cancel()
        timer = context?.eventLoop.assumeIsolated().scheduleTask(in: TimeAmount(delay)) { [weak self] in
            if let self { body(self) }
        }
    }
}
