import HelplineCore
import HelplineWire
import NIOCore

/// Who is there, and how a connection ends.
extension ConnectionHandler {
    /// Finds out from the first bytes who is there.
    func open() {
        switch Opening.judge(framer.pending, isWhole: isInputClosed) {
        case .undecided: return
        case .plain: phase = .talking(plainDialogue())
        case .relay: if let context { phase = .talking(relayDialogue(context)) }
        case .http: leave(saying: ServerWords.noHTTP)
        case .tls: leave(saying: ServerWords.noTLS)
        }
    }

    /// Lets nobody in: in words, but where they could be read only after a handshake, which is what a flood is after.
    func refuse(_ refusal: Admission.Refusal, _ context: ChannelHandlerContext) {
        if patience.isSecuring {
            context.close(promise: nil)
        } else {
            leave(saying: ServerWords.refusal(refusal))
        }
    }

    /// Somebody speaks in the open where TLS is wanted.
    func turnAway() {
        guard patience.isSecuring else { return }
        house.metrics.dismissed(Patience.Overrun.handshake.rawValue)
        leave(saying: ServerWords.onlyTLS)
    }

    private func plainDialogue() -> PlainDialogue {
        if let plain { return plain }
        let source = network.map { MailSource.network($0.description) } ?? .local
        let talk = seat.desk.talk(ConversationKey(relay: "plain", name: name), from: source)
        let dialogue = PlainDialogue(
            talk, lineLimit: house.configuration.limits.plainLine, greets: house.configuration.greets
        ) { [weak self] in self?.deliver($0) }
        plain = dialogue
        return dialogue
    }

    private func relayDialogue(_ context: ChannelHandlerContext) -> RelayDialogue {
        plain = nil
        var configuration = house.configuration.relay
        configuration.isTrusted = configuration.isTrusted && !isStranger
        framer.limit = configuration.lineLimit
        let surroundings = RelayDialogue.Surroundings(
            house: house, desk: seat.desk, loop: context.eventLoop, number: number, name: "connection-\(name)",
            isStranger: isStranger)
        return RelayDialogue(surroundings, configuration: configuration) { [weak self] in self?.deliver($0) }
    }

    /// Names the connection's conversations, also apart from those of an earlier run.
    private var name: String { "\(house.instance)-\(number)" }

    /// Looks whether something lasts too long.
    func lookAtWaits() {
        guard let context else { return }
        let owed = (try? context.channel.syncOptions?.getOption(.bufferedWritableBytes)) ?? 0
        var guest = Patience.Guest.plain
        var waitsForUs = holdsBack
        if case .talking(let dialogue) = phase {
            guest = dialogue.guest
            waitsForUs = holdsBack || !dialogue.isIdle
        }
        guard let overrun = patience.overrun(at: seat.now, owed: owed, waitsForUs: waitsForUs, guest: guest) else {
            return
        }
        end(overrun, context)
    }

    private func end(_ overrun: Patience.Overrun, _ context: ChannelHandlerContext) {
        switch overrun {
        case .greeting: greet()
        case .firstLine: dismiss(.firstLine)
        case .line: dismiss(.slowLine)
        case .idle: dismiss(.idle)
        case .pong: dismiss(.silent)
        case .ping:
            guard case .talking(let dialogue) = phase else { return }
            var output: [UInt8] = []
            dialogue.askForLife(into: &output)
            write(output)
        case .output, .handshake:
            house.metrics.dismissed(overrun.rawValue)
            house.log("cut: \(overrun.rawValue)", connection: number)
            context.close(promise: nil)
        case .farewell:
            context.close(promise: nil)
        }
    }

    private func greet() {
        guard case .opening = phase, framer.pending.isEmpty else { return }
        var output: [UInt8] = []
        plainDialogue().greet(into: &output)
        write(output)
    }

    /// Ends the connection with a word on why.
    private func dismiss(_ dismissal: Dismissal) {
        guard case .talking(let dialogue) = phase else {
            house.metrics.dismissed(dismissal.rawValue)
            return leave(saying: dismissal.words)
        }
        var output: [UInt8] = []
        dismiss(dialogue, dismissal, into: &output)
        write(output)
        leave()
    }

    /// Lets the dialogue say the last words; the connection ends with them.
    func dismiss(_ dialogue: any Dialogue, _ dismissal: Dismissal, into output: inout [UInt8]) {
        guard !dialogue.isOver else { return }
        house.metrics.dismissed(dismissal.rawValue)
        house.log("dismissed: \(dismissal.rawValue)", connection: number)
        dialogue.dismiss(dismissal, into: &output)
    }

    /// The server stops: what runs is finished, then the client is told.
    func drain() {
        if patience.isSecuring {
            context?.close(promise: nil)
            return
        }
        takeTurn()
        guard case .talking(let dialogue) = phase else { return leave(saying: ServerWords.stopping) }
        var output: [UInt8] = []
        dialogue.drain(into: &output)
        write(output)
        pump()
    }

    /// Writes the last words and ends our side; the rest of what the client sends is dropped.
    ///
    /// Closing with unread bytes would make the kernel take the last words back, so the client's end is awaited.
    func leave(saying words: String? = nil) {
        guard let context else { return }
        if case .leaving = phase { return }
        abandon()
        phase = .leaving
        holdsBack = false
        if let words { write(Array("\(words)\n".utf8)) }
        patience.leave(within: house.configuration.waits.farewell, at: house.configuration.clock())
        let written = context.eventLoop.makePromise(of: Void.self)
        written.futureResult.assumeIsolated().whenComplete { _ in self.endOutput() }
        context.writeAndFlush(wrapOutboundOut(ByteBuffer()), promise: written)
        resumeReading()
    }

    /// Nothing is said by the dialogue any more.
    func abandon() {
        if case .talking(let dialogue) = phase { dialogue.abandon() }
    }

    private func endOutput() {
        guard let context else { return }
        isOutputClosed = true
        guard !isInputClosed else { return context.close(promise: nil) }
        patience.leave(within: house.configuration.waits.linger, at: house.configuration.clock())
        context.close(mode: .output, promise: nil)
    }

    /// Closes where the client's end was all that was missing.
    func closeIfBothEnded() {
        if isOutputClosed { context?.close(promise: nil) }
    }
}
