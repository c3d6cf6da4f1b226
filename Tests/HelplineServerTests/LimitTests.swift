import Dispatch
import Glibc
import Synchronization
import Testing

@testable import HelplineServer

@Suite("Limits of a running server", .serialized, .timeLimit(.minutes(10))) struct LimitTests {
    /// How often a connection was ended for a reason.
    private static func dismissed(_ metrics: MetricsBook, _ reason: String) -> Double? {
        metrics.value("helpline_connections_dismissed_total", [("reason", reason)])
    }

    @Test("Whoever says nothing, or no whole line, is told so and closed", arguments: ["", "no end"])
    func firstLine(words: String) async throws {
        let metrics = MetricsBook()
        try await withClients(metrics: metrics, change: { $0.waits.firstLine = .milliseconds(100) }) { port in
            let client = try Client(port: port)
            client.send(words)
            #expect(try client.readAll().contains("No line came"))
        }
        #expect(Self.dismissed(metrics, "no_line") == 1)
    }

    @Test("A line that drips is told so and closed, however many bytes come")
    func slowLine() async throws {
        let metrics = MetricsBook()
        try await withClients(metrics: metrics, change: { $0.waits.line = .milliseconds(200) }) { port in
            let client = try Client(port: port)
            client.send("a\nb")
            #expect(try client.readReply() == "1 a")
            let words = try client.readAll { client.send("b") }
            #expect(words.contains("did not end"))
        }
        #expect(Self.dismissed(metrics, "slow_line") == 1)
    }

    @Test("A person who is silent for long is told so; a program without a hello reads bye")
    func idle() async throws {
        let metrics = MetricsBook()
        let clock = HandClock()
        try await withClients(metrics: metrics, change: { $0.clock = { clock.now } }) { port in
            let person = try Client(port: port)
            let program = try Client(port: port)
            person.send("a\n")
            program.send(#"{"type":"ping"}"# + "\n")
            #expect(try person.readReply() == "1 a")
            #expect(try program.readLine() == #"{"type":"pong"}"#)
            clock.advance(by: .seconds(900))
            #expect(try person.readAll().contains("come back"))
            #expect(try program.readAll() == #"{"type":"bye","reason":"idle"}"# + "\n")
        }
        #expect(Self.dismissed(metrics, "idle") == 2)
    }

    @Test("A relay that is silent is pinged, stays while it answers, and is let go when it does not")
    func ping() async throws {
        let metrics = MetricsBook()
        let clock = HandClock()
        try await withClients(metrics: metrics, change: { $0.clock = { clock.now } }) { port in
            let client = try Client(port: port)
            client.send(#"{"type":"hello","relay":"irc"}"# + "\n")
            #expect(try client.readLine().contains("welcome"))
            for number in 1...20 {
                clock.advance(by: .seconds(60))
                #expect(try client.readLine() == #"{"type":"ping","id":"p\#(number)"}"#)
                // The answer to a ping of its own shows the client that its sign of life was heard.
                client.send(#"{"type":"pong","id":"p\#(number)"}"# + "\n" + #"{"type":"ping"}"# + "\n")
                #expect(try client.readLine() == #"{"type":"pong"}"#)
            }
            clock.advance(by: .seconds(60))
            #expect(try client.readLine().contains("ping"))
            clock.advance(by: .seconds(30))
            #expect(try client.readAll().hasSuffix(#"{"type":"bye","reason":"no_pong"}"# + "\n"))
        }
        #expect(Self.dismissed(metrics, "no_pong") == 1)
    }

    @Test("A client that takes no replies is cut in the end")
    func stalled() async throws {
        let metrics = MetricsBook()
        try await withClients(metrics: metrics, change: { $0.waits.output = .milliseconds(300) }) { port in
            let deaf = try Client(port: port)
            _ = deaf.flood(Array(String(repeating: "long 3000\n", count: 1000).utf8), limit: 8 << 20)
            try eventually { Self.dismissed(metrics, "stalled") == 1 }
        }
        #expect(Self.dismissed(metrics, "stalled") == 1)
    }

    @Test("One network has so many connections; the next is refused in words")
    func perNetwork() async throws {
        let metrics = MetricsBook()
        try await withClients(
            metrics: metrics,
            change: {
                $0.trustsThisMachine = false
                $0.limits.connectionsPerNetwork = 2
            }
        ) { port in
            let clients = try (0..<2).map { _ in try Client(port: port) }
            for client in clients {
                client.send("a\n")
                #expect(try client.readReply() == "1 a")
            }
            #expect(try Client(port: port).readAll().contains("from your network"))
            clients[0].send("b\n")
            #expect(try clients[0].readReply() == "2 b")
        }
        #expect(metrics.value("helpline_connections_refused_total", [("reason", "network")]) == 1)
    }

    @Test("A network that connects too fast is refused in words")
    func arrivals() async throws {
        let metrics = MetricsBook()
        try await withClients(
            metrics: metrics,
            change: {
                $0.trustsThisMachine = false
                $0.limits.arrivals = Pace(burst: 3, interval: .seconds(3600))
            }
        ) { port in
            for _ in 0..<3 {
                let client = try Client(port: port)
                client.send("a")
                client.endInput()
                #expect(try client.readAll() == "1 a\n\n")
            }
            let refused = try Client(port: port)
            #expect(try refused.readAll().contains("wait a minute"))
        }
        #expect(metrics.value("helpline_connections_refused_total", [("reason", "pace")]) == 1)
    }

    @Test("A stranger's lines that come too fast wait, none is lost, and the end is not lost either")
    func pace() async throws {
        let metrics = MetricsBook()
        let start = ContinuousClock().now
        try await withClients(
            metrics: metrics,
            change: {
                $0.trustsThisMachine = false
                $0.limits.messages = Pace(burst: 5, interval: .milliseconds(50))
            }
        ) { port in
            let client = try Client(port: port)
            client.send((1...10).map { "line \($0)\n" }.joined())
            client.endInput()
            #expect(try client.readAll() == (1...10).map { "\($0) line \($0)\n\n" }.joined())
        }
        #expect(ContinuousClock().now - start >= .milliseconds(250))
        #expect(try #require(metrics.value("helpline_lines_delayed_total")) >= 1)
    }

    @Test("Whoever sends without pause has turns like everybody: the others of the loop are heard in between")
    func fairness() async throws {
        let gate = Gate()
        let responder = ScriptedResponder(gate: gate)
        try await withClients(responder, change: { $0.loops = 1 }) { port in
            defer { gate.open() }
            let (greedy, modest) = (try Client(port: port), try Client(port: port))
            modest.send("a\n")
            #expect(try modest.readReply() == "1 a")
            greedy.send("held\n" + String(repeating: "slow 5\n", count: 100))
            try eventually { gate.arrivals >= 1 }
            modest.send("b\n")
            gate.open()
            #expect(try modest.readReply() == "2 b")
            _ = try greedy.read(through: "101 slow 5\n\n")
        }
        #expect(try #require(responder.heard.all.firstIndex(of: "b")) < 50)
    }

    @Test("However many clients ask what takes long, others of the loop wait for one of them and not for all")
    func costlyLines() async throws {
        // One gate a round: the loop stops at it while all the lines of the round arrive.
        for _ in 1...3 {
            let gate = Gate()
            let responder = ScriptedResponder(gate: gate)
            try await withClients(responder, change: { $0.loops = 1 }) { port in
                defer { gate.open() }
                let (costly, modest) = (try (0..<8).map { _ in try Client(port: port) }, try Client(port: port))
                for client in costly {
                    client.send("slow 5\n")
                    #expect(try client.readReply() == "1 slow 5")
                }
                let holder = try Client(port: port)
                holder.send("held\n")
                try eventually { gate.arrivals >= 1 }
                for client in costly { client.send("slow 5\n") }
                modest.send("a\n")
                gate.open()
                #expect(try modest.readReply() == "1 a")
                for client in costly { #expect(try client.readReply() == "2 slow 5") }
            }
            // Eight lines before the gate, the one that held it, and at most one of those that came before ours.
            #expect(try #require(responder.heard.all.firstIndex(of: "a")) <= 10)
        }
    }

    @Test("Lines that are too long are counted")
    func tooLong() async throws {
        let metrics = MetricsBook()
        try await withClients(metrics: metrics, change: { $0.limits.plainLine = 10 }) { port in
            let client = try Client(port: port)
            client.send("12345678901\nb\n")
            #expect(try client.readReply().hasPrefix("too long"))
            #expect(try client.readReply() == "1 b")
        }
        #expect(metrics.value("helpline_lines_too_long_total") == 1)
        #expect(metrics.value("helpline_lines_total") == 2)
        #expect(metrics.value("helpline_connections_total") == 1)
    }
}
