import HelplineServer
import Logging
import ServiceLifecycle
import Testing

@Suite("The end of a server", .serialized, .timeLimit(.minutes(10))) struct DrainTests {
    /// Runs a server in a service group; `body` may stop it gracefully.
    private func withGroup(
        _ responder: ScriptedResponder = ScriptedResponder(), drainTime: Duration = .seconds(5),
        _ body: (_ port: Int, _ stop: @escaping @Sendable () async -> Void) async throws -> Void
    ) async throws {
        var configuration = ServerConfiguration([.tcp(Endpoint(host: "127.0.0.1", port: 0))])
        configuration.loops = 2
        configuration.greets = false
        configuration.waits.drain = drainTime
        let (ports, continuation) = AsyncStream.makeStream(of: Int.self)
        let server = LineServer(configuration, responder: responder, logger: quietLogger) { places in
            for place in places { continuation.yield(place.endpoint?.port ?? 0) }
            continuation.finish()
        }
        let group = ServiceGroup(services: [server], logger: quietLogger)
        async let running: Void = group.run()
        for await port in ports {
            try await body(port) { await group.triggerGracefulShutdown() }
        }
        await group.triggerGracefulShutdown()
        try await running
    }

    @Test("Running answers are given, everybody is told, nobody new is let in")
    func graceful() async throws {
        let gate = Gate()
        try await withGroup(ScriptedResponder(gate: gate), drainTime: .seconds(50)) { port, stop in
            let idle = try Client(port: port)
            let plain = try Client(port: port)
            let relay = try Client(port: port)
            idle.send("a\n")
            relay.send(#"{"type":"ping"}"# + "\n")
            try await onThread { () throws in
                #expect(try idle.readReply() == "1 a")
                #expect(try relay.readLine() == #"{"type":"pong"}"#)
                plain.send("b\nlater\n")
                relay.send(#"{"id":"m1","text":"later"}"# + "\n" + #"{"id":"m2","text":"x"}"# + "\n")
                #expect(try plain.readReply() == "1 b")
                relay.send(#"{"type":"ping","id":"p"}"# + "\n")
                #expect(try relay.readLine() == #"{"type":"pong","id":"p"}"#)
            }
            await stop()
            try await onThread { () throws in
                #expect(try idle.readAll().contains("about to stop"))
                gate.open()
                let words = try plain.readAll()
                #expect(words.hasPrefix("2 later\n\n"))
                #expect(words.contains("about to stop"))
                let lines = try relay.readAll().split(separator: "\n")
                try #require(lines.count == 3)
                #expect(lines[0].contains("shutting_down") && lines[0].contains("\"m2\""))
                #expect(lines[1].contains("1 later") && lines[1].contains("\"m1\""))
                #expect(lines[2].contains("\"bye\""))
                #expect((try? Client(port: port)) == nil)
            }
        }
    }

    @Test("A connection that takes too long is cut")
    func cut() async throws {
        try await withGroup(ScriptedResponder(delay: .seconds(3600)), drainTime: .milliseconds(200)) { port, stop in
            let client = try Client(port: port)
            client.send("a\nlater\n")
            try await onThread { () throws in
                let reply = try client.readReply()
                #expect(reply == "1 a")
            }
            await stop()
            try await onThread { () throws in
                let rest = try client.readAll()
                #expect(rest.isEmpty)
            }
        }
    }
}
