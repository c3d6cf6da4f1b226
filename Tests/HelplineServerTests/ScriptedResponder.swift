@testable import HelplineCore
import Glibc
import HelplineServer
import HelplineWire
import NIOCore
import Synchronization

/// Answers by what a line asks for, without a pack: the server's own behaviour is what is tested.
///
/// `later WORD` is answered after a while, or when the gate opens where there is one; `held` stops the loop until then;
/// `slow N` keeps the processor busy for N milliseconds; `long N` is answered with N letters; `bye` takes leave;
/// `unsaved` fails to be saved; everything else is quoted with the number of the message in its conversation.
struct ScriptedResponder: Responder {
    var delay = Duration.milliseconds(50)
    var gate: Gate?
    let heard = HeardLines()

    func desk(on loop: any EventLoop) -> any Desk { ScriptedDesk(self, on: loop) }
}

/// The lines that all loops have answered, in their order.
final class HeardLines: Sendable {
    private let lines = Mutex<[String]>([])

    var all: [String] { lines.withLock { $0 } }

    func append(_ line: String) { lines.withLock { $0.append(line) } }
}

final class ScriptedDesk: Desk {
    let script: ScriptedResponder
    let loop: any EventLoop

    init(_ script: ScriptedResponder, on loop: any EventLoop) {
        self.script = script
        self.loop = loop
    }

    func talk(_ key: ConversationKey) -> any Talk { ScriptedTalk(self) }
}

final class ScriptedTalk: Talk {
    private let desk: ScriptedDesk
    private var messages = 0

    init(_ desk: ScriptedDesk) {
        self.desk = desk
    }

    func greeting() -> [Reply] { [.saying("welcome")] }

    func tooLong(limit: Int) -> [Reply] { [.saying("too long, limit \(limit)")] }

    func answer(_ message: RelayMessage, later: @escaping (Answer) -> Void) -> Answer? {
        messages += 1
        desk.script.heard.append(message.text)
        let words = message.text.split(separator: " ", maxSplits: 1)
        switch words.first {
        case "later":
            postpone(Answer([.saying("\(messages) \(message.text)")]), later)
            return nil
        case "held":
            desk.script.gate?.wait()
            return Answer([.saying("\(messages) held")])
        case "long": return Answer([.saying(String(repeating: "x", count: Int(words[1]) ?? 0))])
        case "two": return Answer([.saying("one"), .saying("two\n\nlines")])
        case "slow":
            Self.work(milliseconds: Int(words[1]) ?? 0)
            return Answer([.saying("\(messages) \(message.text)")])
        case "bye": return Answer([.saying("good-bye")], ends: true)
        case "unsaved": return Answer([.saying("not saved")], failure: .unsaved)
        default: return Answer([.saying("\(messages) \(message.text)")])
        }
    }

    private func postpone(_ answer: Answer, _ later: @escaping (Answer) -> Void) {
        guard let gate = desk.script.gate else {
            desk.loop.assumeIsolated().scheduleTask(in: TimeAmount(desk.script.delay)) { later(answer) }
            return
        }
        // It is used on the loop alone.
        nonisolated(unsafe) let later = later
        let loop = desk.loop
        gate.pass { loop.execute { later(answer) } }
    }

    /// Uses up so much time of the processor, however busy the machine is.
    private static func work(milliseconds: Int) {
        var time = timespec()
        func used() -> Int {
            clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
            return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
        }
        let end = used() + milliseconds
        while used() < end {}
    }
}

extension Reply {
    /// A reply with nothing but words.
    static func saying(_ text: String) -> Reply {
        Reply(kind: .notice, text: SafeText(trusting: text), locale: "en")
    }
}
