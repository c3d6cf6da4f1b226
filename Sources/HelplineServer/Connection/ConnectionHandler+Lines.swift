import HelplineWire
import NIOCore

/// Lines in their turn.
extension ConnectionHandler {
    /// Replies beyond this wait for the next turn, in bytes.
    private static let fullOutput = 64 * 1024

    /// Why no more lines are answered now.
    private enum Pause {
        /// No whole line is left.
        case exhausted
        /// Others have their turn first.
        case turn
        /// The dialogue or the client is not ready; one of them says when.
        case notReady
        /// Lines come too fast; the next one may be answered then.
        case pace(TimeAmount)
    }

    /// Answers the lines that are here, as many as a turn allows, then decides how to go on.
    ///
    /// Whoever has had a long turn is answered in the row of those who wait, where one such turn is given at a time:
    /// all others of the loop wait for one costly line at most, however many clients send them.
    func pump() {
        guard let context, !isPumping else { return }
        guard !hadLongTurn else {
            holdsBack = true
            return queueTurn()
        }
        isPumping = true
        defer { isPumping = false }
        if case .opening = phase { open() }
        guard case .talking(let dialogue) = phase else { return }
        var output = seat.takeOutput()
        let pause = answerLines(in: dialogue, context, into: &output)
        if framer.skipped > house.configuration.limits.longestSkip { dismiss(dialogue, .endless, into: &output) }
        write(output)
        seat.output = output
        proceed(dialogue, context, after: pause)
    }

    /// The turn that was asked for.
    func takeTurn() {
        isQueued = false
        hadLongTurn = false
        pump()
    }

    private func answerLines(
        in dialogue: any Dialogue, _ context: ChannelHandlerContext, into output: inout [UInt8]
    ) -> Pause {
        // Nothing is written before the end of the turn, so that this does not change meanwhile.
        let isWritable = context.channel.isWritable
        let turn = seat.beginTurn()
        var count = 0
        defer {
            hadLongTurn = count > 0 && seat.wasLong(turn)
            house.metrics.answered(lines: count)
            patience.took(lines: count, endsInside: framer.isInsideLine, at: seat.now)
        }
        while true {
            guard isWritable, dialogue.isReady, output.count < Self.fullOutput else { return .notReady }
            guard let event = held ?? framer.next() else { return .exhausted }
            if let pause = pause(before: event, dialogue, isTurnOver: count > 0 && isOver(count, turn)) { return pause }
            if case .tooLong = event { house.metrics.tooLong() }
            dialogue.receive(event, into: &output)
            count += 1
        }
    }

    /// Why a line is not answered now, and kept; nil where it is.
    private func pause(
        before event: LineFramer.Event, _ dialogue: any Dialogue, isTurnOver: Bool
    ) -> Pause? {
        if isTurnOver {
            held = event
            return .turn
        }
        if let wait = pacing(dialogue) {
            held = event
            return .pace(wait)
        }
        if held != nil { held = nil }
        return nil
    }

    private func isOver(_ count: Int, _ turn: Seat.Turn) -> Bool {
        count >= house.configuration.limits.linesPerTurn || NIODeadline.now() >= turn.end
    }

    /// How long the next line of a stranger has to wait; nil where it may be answered now.
    private func pacing(_ dialogue: any Dialogue) -> TimeAmount? {
        guard isStranger, dialogue.guest == .plain, let pace = house.configuration.limits.messages else { return nil }
        let wait = arrivals.admit(at: .now(), pace)
        return wait > .zero ? wait : nil
    }

    private func proceed(_ dialogue: any Dialogue, _ context: ChannelHandlerContext, after pause: Pause) {
        holdsBack = true
        if dialogue.isOver { return leave() }
        switch pause {
        case .exhausted where isInputClosed && dialogue.isIdle: leave()
        case .exhausted:
            holdsBack = false
            resumeReading()
        case .turn:
            queueTurn()
        case .pace(let wait):
            house.metrics.delayed()
            context.eventLoop.assumeIsolated().scheduleTask(in: wait) { [weak self] in self?.pump() }
        case .notReady:
            // What was full only because this turn has filled it goes on; everything else calls when it is ready.
            if dialogue.isReady, context.channel.isWritable { queueTurn() }
        }
    }

    private func queueTurn() {
        guard !isQueued else { return }
        isQueued = true
        seat.queue(self)
    }

    /// What a dialogue says late.
    func deliver(_ output: [UInt8]) {
        write(output)
        pump()
    }

    /// The client has ended its side: its last line needs no end.
    func endInput() {
        isInputClosed = true
        if case .leaving = phase { return closeIfBothEnded() }
        framer.finish()
        pump()
    }
}
