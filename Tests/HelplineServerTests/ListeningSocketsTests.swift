import Foundation
import Testing

@testable import HelplineServer

@Suite("Sockets that are open before a server can answer", .timeLimit(.minutes(10)))
struct ListeningSocketsTests {
    private static func configuration(_ places: [ListeningPlace]) -> ServerConfiguration {
        var configuration = ServerConfiguration(places)
        configuration.loops = 2
        configuration.greets = false
        return configuration
    }

    private static let anyPort = ListeningPlace.tcp(Endpoint(host: "127.0.0.1", port: 0))

    /// The port that a socket was given, in the third and fourth byte of its address (ip(7)).
    private static func port(of socket: ListeningSocket) throws -> Int {
        try withUnsafeTemporaryAllocation(byteCount: 128, alignment: 8) { room in
            var size = socklen_t(room.count)
            let address = try #require(room.baseAddress).assumingMemoryBound(to: sockaddr.self)
            try #require(getsockname(socket.descriptor, address, &size) == 0)
            return Int(room[2]) << 8 | Int(room[3])
        }
    }

    /// How many connections may wait to be accepted: of a socket that listens, `tcpi_sacked` of `tcp_info` tells it.
    private static func queue(of socket: ListeningSocket) throws -> UInt32 {
        var info = [UInt32](repeating: 0, count: 64)
        var size = socklen_t(4 * info.count)
        try #require(getsockopt(socket.descriptor, Int32(IPPROTO_TCP), TCP_INFO, &info, &size) == 0)
        return info[7]
    }

    @Test("As many may wait for a server that runs as before it did")
    func queue() async throws {
        let configuration = Self.configuration([Self.anyPort])
        let sockets = try ListeningSockets.open(configuration)
        let before = try Self.queue(of: sockets.all[0])
        let (listening, opening) = AsyncStream<Void>.makeStream()
        let server = LineServer(
            configuration, sockets: sockets, responder: ScriptedResponder(), logger: quietLogger,
            onListening: { _ in opening.yield() })
        let running = Task { try await server.run() }
        for await _ in listening { break }
        let limit = try String(contentsOfFile: "/proc/sys/net/core/somaxconn", encoding: .utf8)
        let most = try #require(UInt32(limit.dropLast()))
        #expect(before == min(most, 4096))
        let after = try Self.queue(of: sockets.all[0])
        #expect(after == before)
        running.cancel()
        try await running.value
    }

    @Test("Whoever connects and asks before the server begins is answered when it does")
    func early() async throws {
        let folder = try Folder()
        let path = folder.path + "/sock"
        let configuration = Self.configuration([Self.anyPort, .unix(path: path)])
        let sockets = try ListeningSockets.open(configuration)
        let clients = [try Client(port: try Self.port(of: sockets.all[0])), try Client(path: path)]
        for client in clients { client.send("early\n") }
        let server = LineServer(configuration, sockets: sockets, responder: ScriptedResponder(), logger: quietLogger)
        let running = Task { try await server.run() }
        try await onThread { () throws in
            for client in clients { #expect(try client.readReply() == "1 early") }
        }
        running.cancel()
        try await running.value
        #expect(access(path, F_OK) != 0)
    }

    @Test("Sockets that are given up leave nothing behind")
    func givenUp() throws {
        let folder = try Folder()
        let path = folder.path + "/sock"
        let sockets = try ListeningSockets.open(Self.configuration([Self.anyPort, .unix(path: path)]))
        let port = try Self.port(of: sockets.all[0])
        sockets.close()
        #expect(access(path, F_OK) != 0)
        #expect(throws: Client.Failure.self) { try Client(port: port) }
    }

    @Test("Where one place is not to be had, none is listened on")
    func allOrNone() throws {
        let folder = try Folder()
        let path = folder.path + "/sock"
        let taken = try ListeningSockets.open(Self.configuration([Self.anyPort]))
        defer { taken.close() }
        let place = ListeningPlace.tcp(Endpoint(host: "127.0.0.1", port: try Self.port(of: taken.all[0])))
        let error = #expect(throws: ServerError.self) {
            try ListeningSockets.open(Self.configuration([.unix(path: path), place]))
        }
        #expect(error?.place == place.description)
        #expect(access(path, F_OK) != 0)
    }

    @Test("An address that the network can reach is refused before anybody can connect")
    func plaintext() {
        let place = ListeningPlace.tcp(Endpoint(host: "0.0.0.0", port: 0))
        let error = #expect(throws: ServerError.self) { try ListeningSockets.open(Self.configuration([place])) }
        #expect(error?.code == .plaintext)
    }
}
