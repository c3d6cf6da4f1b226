import Foundation
import HelplineCore
import HelplineServer
import HelplineWire
import Logging
import NIOCore

/// The server without the bot: whatever comes, the same sentence is said, so that what is measured is the transport.
@main struct EchoServer {
    static func main() async throws {
        var configuration = ServerConfiguration([.tcp(Endpoint(host: "127.0.0.1", port: 0))])
        configuration.greets = false
        // As the server beside it is measured, and as Redis is.
        configuration.loops = 1
        configuration.limits.connections = 20_000
        let server = LineServer(
            configuration, responder: EchoResponder(), logger: Logger(label: "echo") { _ in SwiftLogNoOpLogHandler() }
        ) { places in
            for place in places { FileHandle.standardError.write(Data("listening on \(place)\n".utf8)) }
        }
        try await server.run()
    }
}

struct EchoResponder: Responder {
    func desk(on loop: any EventLoop) -> any Desk { EchoDesk() }
}

final class EchoDesk: Desk {
    func talk(_ key: ConversationKey) -> any Talk { EchoTalk() }
}

/// Says a sentence of forty bytes, as long as the line that it answers.
final class EchoTalk: Talk {
    private let answer = Answer([Reply(kind: .notice, text: "abcdefghijklmnopqrstuvwxyz-0123456789-abc", locale: "en")])

    func greeting() -> [Reply] { [] }
    func answer(_ message: RelayMessage, later: @escaping (Answer) -> Void) -> Answer? { answer }
    func tooLong(limit: Int) -> [Reply] { answer.replies }
}
