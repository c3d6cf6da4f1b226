import Glibc
import NIOCore
import Testing

@testable import HelplineServer

@Suite("What an operator reads where a socket is not to be had", .timeLimit(.minutes(10))) struct SocketTroubleTests {
    private static let place = ListeningPlace.tcp(Endpoint(host: "127.0.0.1", port: 80))

    /// What a server says that cannot listen.
    private func refusal(of place: ListeningPlace) async throws -> String {
        var configuration = ServerConfiguration([place])
        configuration.allowsPlaintext = true
        let server = LineServer(configuration, responder: ScriptedResponder(), logger: quietLogger)
        let error = await #expect(throws: ServerError.self) { try await server.run() }
        return try #require(error).message
    }

    @Test("A port in use, an address of another machine, and a name that nobody has are told with what to do")
    func listening() async throws {
        try await withServer { port in
            let taken = try await refusal(of: .tcp(Endpoint(host: "127.0.0.1", port: port)))
            #expect(taken.contains("another program listens here already"))
        }
        let foreign = try await refusal(of: .tcp(Endpoint(host: "192.0.2.7", port: 0)))
        #expect(foreign.contains("this machine has no such address"))
        let missing = try await refusal(of: .tcp(Endpoint(host: "nobody.invalid", port: 0)))
        #expect(missing == SocketTrouble.noSuchName)
        let nowhere = try await refusal(of: .unix(path: "/missing/folder/sock"))
        #expect(nowhere.contains("its folder does not exist"))
    }

    @Test(
        "No sentence shows a number or the name of a call",
        arguments: [EADDRINUSE, EACCES, EPERM, EADDRNOTAVAIL, ENOENT, EMFILE, ECONNREFUSED, ETIMEDOUT, EHOSTUNREACH])
    func sentences(code: CInt) {
        let failures: [any Error] = [
            IOError(errnoCode: code, reason: "connect(descriptor:)"), ChannelError.connectTimeout(.seconds(1)),
        ]
        for words in failures.map(SocketTrouble.connecting) {
            #expect(!words.contains("errno") && !words.contains("(descriptor"), "\(words)")
        }
        let words = SocketTrouble.listening(IOError(errnoCode: code, reason: "bind(descriptor:)"), at: Self.place)
        #expect(!words.message.contains("errno") && !words.message.contains("(descriptor"), "\(words)")
        #expect(words.place == "127.0.0.1:80")
    }
}
