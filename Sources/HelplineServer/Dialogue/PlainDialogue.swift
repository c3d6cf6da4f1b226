import HelplineCore
import HelplineWire

/// The plain lines of one connection: one conversation, a reply for each line, an empty line behind each reply.
final class PlainDialogue: Dialogue {
    private let talk: any Talk
    private let lineLimit: Int
    private let late: LateOutput
    /// Takes an answer that comes late; made once, since it is handed over with every line.
    private var later: (Answer) -> Void = { _ in }
    private var needsGreeting: Bool
    private var isWaiting = false
    private var isDraining = false
    private(set) var isOver = false

    init(_ talk: any Talk, lineLimit: Int, greets: Bool, late: @escaping LateOutput) {
        self.talk = talk
        self.lineLimit = lineLimit
        needsGreeting = greets
        self.late = late
        later = { [weak self] in self?.resume($0) }
    }

    var isReady: Bool { !isWaiting && !isOver }
    var isIdle: Bool { !isWaiting }
    var guest: Patience.Guest { .plain }

    /// Greets, once.
    func greet(into output: inout [UInt8]) {
        guard needsGreeting else { return }
        needsGreeting = false
        for reply in talk.greeting() { PlainFormat.append(reply, to: &output) }
    }

    func receive(_ event: LineFramer.Event, into output: inout [UInt8]) {
        greet(into: &output)
        switch event {
        case .tooLong: say(talk.tooLong(limit: lineLimit), into: &output)
        case .line(let bytes): answer(LineText(bytes), into: &output)
        }
    }

    func drain(into output: inout [UInt8]) {
        isDraining = true
        leaveIfDrained(into: &output)
    }

    func dismiss(_ dismissal: Dismissal, into output: inout [UInt8]) {
        isOver = true
        PlainFormat.append(dismissal.words, to: &output)
    }

    func askForLife(into output: inout [UInt8]) {}

    func abandon() {}

    private func answer(_ line: LineText, into output: inout [UInt8]) {
        guard !line.looksLikeGB18030 else { return PlainFormat.append(ServerWords.sendUTF8, to: &output) }
        var message = RelayMessage(text: line.string)
        message.canBringFiles = false
        if let answer = talk.answer(message, later: later) {
            take(answer, into: &output)
        } else {
            isWaiting = true
        }
    }

    private func resume(_ answer: Answer) {
        var output: [UInt8] = []
        isWaiting = false
        take(answer, into: &output)
        leaveIfDrained(into: &output)
        late(output)
    }

    private func take(_ answer: Answer, into output: inout [UInt8]) {
        say(answer.replies, into: &output)
        isOver = isOver || answer.ends
    }

    private func say(_ replies: [Reply], into output: inout [UInt8]) {
        for reply in replies { PlainFormat.append(reply, to: &output) }
    }

    private func leaveIfDrained(into output: inout [UInt8]) {
        guard isDraining, !isWaiting, !isOver else { return }
        isOver = true
        PlainFormat.append(ServerWords.stopping, to: &output)
    }
}
