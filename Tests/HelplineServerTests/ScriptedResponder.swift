@testable import HelplineCore
import Glibc
import HelplineServer
import HelplineWire
import NIOCore

/// Answers by what a line asks for, without a pack: the server's own behaviour is what is tested.
///
/// `later WORD` is answered after a while; `slow N` after the loop was busy for N milliseconds; `long N` with N letters; `bye` takes leave; `unsaved` fails to be saved;
/// everything else is quoted with the number of the message in its conversation.
struct ScriptedResponder: Responder {
    var delay = Duration.milliseconds(50)

    func desk(on loop: any EventLoop) -> any Desk { ScriptedDesk(loop: loop, delay: delay) }
}

final class ScriptedDesk: Desk {
    let loop: any EventLoop
    let delay: Duration

    init(loop: any EventLoop, delay: Duration) {
        self.loop = loop
        self.delay = delay
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
        let words = message.text.split(separator: " ", maxSplits: 1)
        switch words.first {
        case "later":
            let answer = Answer([.saying("\(messages) \(message.text)")])
            desk.loop.assumeIsolated().scheduleTask(in: TimeAmount(desk.delay)) { later(answer) }
            return nil
        case "long": return Answer([.saying(String(repeating: "x", count: Int(words[1]) ?? 0))])
        case "two": return Answer([.saying("one"), .saying("two\n\nlines")])
        case "slow":
            usleep(UInt32(words[1]).map { $0 * 1000 } ?? 0)
            return Answer([.saying("\(messages) \(message.text)")])
        case "bye": return Answer([.saying("good-bye")], ends: true)
        case "unsaved": return Answer([.saying("not saved")], failure: .unsaved)
        default: return Answer([.saying("\(messages) \(message.text)")])
        }
    }
}

extension Reply {
    /// A reply with nothing but words.
    static func saying(_ text: String) -> Reply {
        Reply(kind: .notice, text: SafeText(trusting: text), locale: "en")
    }
}
