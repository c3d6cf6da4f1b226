import Foundation
import HelplineCore
import HelplineServer
import HelplineWire
import Synchronization
import Testing

@Suite("Conversations of relays that are kept", .serialized, .timeLimit(.minutes(10))) struct KeptConversationTests {
    private static func withRelay(
        _ ledger: MemoryLedger, metrics: MetricsBook = MetricsBook(),
        clock: @escaping @Sendable () -> Timestamp = { Timestamp(seconds: 1_800_000_000) },
        change: @escaping (inout ServerConfiguration) -> Void = { _ in },
        _ body: @escaping @Sendable (_ port: Int) throws -> Void
    ) async throws {
        let shelf = KnowledgeShelf(try TinyPack.knowledge())
        let committer = TurnCommitter(ledger: ledger, composer: TinyPack.NoComposer(), dispatch: .written)
        let responder = BotResponder(shelf: shelf, committer: committer, keeping: ledger) { _ in
            Environment(now: clock())
        }
        try await withClients(
            responder, metrics: metrics,
            change: {
                $0.relay.credentials = RelayCredentials(["irc": "s3cret", "xmpp": "other"])
                change(&$0)
            }, body)
    }

    /// A relay that is let in.
    private static func relay(_ port: Int, _ name: String = "irc", _ secret: String = "s3cret") throws -> Client {
        let client = try Client(port: port)
        client.send(#"{"type":"hello","relay":"\#(name)","secret":"\#(secret)"}"# + "\n")
        #expect(try client.readLine().contains("welcome"))
        return client
    }

    private static func message(_ id: String, _ conversation: String, _ text: String) -> String {
        #"{"id":"\#(id)","conversation":"\#(conversation)","text":"\#(text)"}"# + "\n"
    }

    /// How many lines say `busy` and how many are replies, up to the one with some words.
    private static func count(_ client: Client, until words: String) throws -> (busy: Int, replies: Int) {
        var (busy, replies) = (0, 0)
        while true {
            let line = try client.readLine()
            if line.contains("\"busy\"") { busy += 1 }
            if line.contains("\"reply\"") { replies += 1 }
            if line.contains(words) { return (busy, replies) }
        }
    }

    private static func seq(_ line: String) throws -> Int? {
        try JSONReader.read(Array(line.utf8)[...])["seq"]?.integer
    }

    @Test("After a restart a form goes on, numbers go on, and a repeated id has the same line as before")
    func restart() async throws {
        let ledger = MemoryLedger()
        let (first, second) = (Self.message("m1", "u1", "stolen"), Self.message("m2", "u1", "USDT"))
        nonisolated(unsafe) var line = ""
        try await Self.withRelay(ledger) { port in
            let client = try Self.relay(port)
            client.send(first)
            line = try client.readLine()
            #expect(line.contains("Which asset?"))
        }
        try await Self.withRelay(ledger) { port in
            let client = try Self.relay(port)
            client.send(second)
            let answer = try client.readLine()
            #expect(answer.contains("Freeze your USDT"))
            #expect(try Self.seq(answer) == (try Self.seq(line) ?? 0) + 1)
            client.send(first)
            client.send(second)
            #expect(try client.readLine() == line)
            #expect(try client.readLine() == answer)
        }
        #expect(ledger.commits == 2)
    }

    @Test("No reply leaves before its commit, and messages of other conversations do not wait for it")
    func commitFirst() async throws {
        let gate = Gate()
        let ledger = MemoryLedger(gate: gate)
        try await Self.withRelay(ledger) { port in
            defer { gate.open() }
            let client = try Self.relay(port)
            for user in 1...20 { client.send(Self.message("m", "u\(user)", "stolen")) }
            try eventually { gate.arrivals >= 20 }
            #expect(try client.receiveNow() == [])
            gate.open()
            for _ in 1...20 { #expect(try client.readLine().contains("Which asset?")) }
        }
    }

    @Test(
        "A turn that could not be written is an error, nothing of it stays, and the same id runs again",
        arguments: 1...4)
    func failedCommit(number: Int) async throws {
        let ledger = MemoryLedger(failsAt: { $0 == number })
        try await Self.withRelay(ledger) { port in
            let client = try Self.relay(port)
            var errors = 0
            for (place, text) in ["stolen", "USDT", "stolen", "BTC"].enumerated() {
                var line = ""
                for _ in 0..<2 where !line.contains("\"reply\"") {
                    client.send(Self.message("m\(place)", "u1", text))
                    line = try client.readLine()
                    if line.contains("\"storage\"") { errors += 1 }
                }
                #expect(line.contains(place.isMultiple(of: 2) ? "Which asset?" : "Freeze your \(text)"))
                #expect(try Self.seq(line) == place + 1)
            }
            #expect(errors == 1)
        }
    }

    @Test("A clock that steps back, by an hour or by years, loses no form, no number and no remembered reply")
    func clockStepsBack() async throws {
        let ledger = MemoryLedger()
        let moments = Mutex<[Int64]>([1_800_000_000, 1_799_996_400, 1_500_000_000, 0])
        let clock = { @Sendable in
            Timestamp(seconds: moments.withLock { $0.count > 1 ? $0.removeFirst() : $0[0] })
        }
        try await Self.withRelay(ledger, clock: clock) { port in
            let client = try Self.relay(port)
            for (place, (text, answer)) in [
                ("stolen", "Which asset?"), ("USDT", "Freeze your USDT"), ("stolen", "Which asset?"),
                ("BTC", "Freeze your BTC"),
            ].enumerated() {
                client.send(Self.message("m\(place)", "u1", text))
                let line = try client.readLine()
                #expect(line.contains(answer))
                #expect(try Self.seq(line) == place + 1)
                client.send(Self.message("m\(place)", "u1", text))
                #expect(try client.readLine() == line)
            }
        }
        #expect(ledger.commits == 4)
    }

    @Test("A conversation that another process wrote is read again, and the relay is told to repeat")
    func stale() async throws {
        let ledger = MemoryLedger()
        try await Self.withRelay(ledger) { port in
            let client = try Self.relay(port)
            client.send(Self.message("m1", "u1", "stolen"))
            #expect(try client.readLine().contains("Which asset?"))
            ledger.touch(ConversationKey(relay: "irc", name: "u1"))
            client.send(Self.message("m2", "u1", "USDT"))
            #expect(try client.readLine().contains("\"storage\""))
            client.send(Self.message("m2", "u1", "USDT"))
            #expect(try client.readLine().contains("Freeze your USDT"))
        }
    }

    @Test("A relay reaches only its own conversations, and ending one drops it for good")
    func apart() async throws {
        let ledger = MemoryLedger()
        try await Self.withRelay(ledger) { port in
            let irc = try Self.relay(port)
            let xmpp = try Self.relay(port, "xmpp", "other")
            irc.send(Self.message("m1", "u1", "stolen"))
            #expect(try irc.readLine().contains("Which asset?"))
            xmpp.send(Self.message("m1", "u1", "USDT"))
            #expect(try !xmpp.readLine().contains("Freeze"))
            irc.send(#"{"type":"end","conversation":"u1"}"# + "\n" + Self.message("m1", "u1", "USDT"))
            #expect(try !irc.readLine().contains("Freeze"))
        }
        #expect(ledger.stored(ConversationKey(relay: "irc", name: "u1"))?.version == 1)
    }

    @Test("Conversations that give way to others come back from where they are kept")
    func released() async throws {
        let ledger = MemoryLedger()
        let metrics = MetricsBook()
        try await Self.withRelay(ledger, metrics: metrics, change: { $0.relay.conversations = 4 }) { port in
            let client = try Self.relay(port)
            for user in 1...20 {
                client.send(Self.message("m1", "u\(user)", "stolen"))
                #expect(try client.readLine().contains("Which asset?"))
            }
            #expect(metrics.value("helpline_conversations") == 4)
            for user in 1...20 {
                client.send(Self.message("m2", "u\(user)", "USDT"))
                #expect(try client.readLine().contains("Freeze your USDT"))
            }
        }
        #expect(try #require(metrics.value("helpline_conversations_released_total")) >= 16)
        #expect(metrics.value("helpline_conversations") == 0)
    }

    @Test("A second connection of a relay takes over when what runs in the first is written, and repeats find it")
    func takeover() async throws {
        let gate = Gate()
        let ledger = MemoryLedger(gate: gate)
        let metrics = MetricsBook()
        try await Self.withRelay(ledger, metrics: metrics) { port in
            defer { gate.open() }
            let old = try Self.relay(port)
            old.send(Self.message("m1", "u1", "stolen") + Self.message("m2", "u1", "USDT"))
            old.send(#"{"type":"ping"}"# + "\n")
            #expect(try old.readLine().contains("pong"))
            let new = try Client(port: port)
            new.send(#"{"type":"hello","relay":"irc","secret":"s3cret"}"# + "\n")
            new.send(Self.message("m1", "u1", "stolen") + Self.message("m2", "u1", "USDT"))
            usleep(50_000)
            #expect(try new.receiveNow() == [])
            gate.open()
            #expect(try new.readLine().contains("welcome"))
            let first = try new.readLine()
            #expect(first.contains("Which asset?"))
            #expect(try new.readLine().contains("Freeze your USDT"))
            #expect(ledger.commits == 2)
            let rest = try old.readAll().split(separator: "\n").map(String.init)
            try #require(rest.count == 3)
            #expect(rest[0].contains("shutting_down") && rest[0].contains("m2"))
            #expect(rest[1] == first)
            #expect(rest[2] == #"{"type":"bye","reason":"taken_over"}"#)
        }
        #expect(metrics.value("helpline_relays_taken_over_total") == 1)
    }

    @Test("A relay whose connection has died with a commit running finds its answer when it comes back")
    func died() async throws {
        let gate = Gate()
        let ledger = MemoryLedger(gate: gate)
        try await Self.withRelay(ledger) { port in
            defer { gate.open() }
            try {
                let old = try Self.relay(port)
                old.send(Self.message("m1", "u1", "stolen"))
                old.send(#"{"type":"ping"}"# + "\n")
                #expect(try old.readLine().contains("pong"))
                old.reset()
            }()
            let new = try Client(port: port)
            new.send(#"{"type":"hello","relay":"irc","secret":"s3cret"}"# + "\n")
            usleep(50_000)
            #expect(try new.receiveNow() == [])
            gate.open()
            #expect(try new.readLine().contains("welcome"))
            #expect(ledger.commits == 1)
            new.send(Self.message("m1", "u1", "stolen"))
            #expect(try new.readLine().contains("Which asset?"))
            #expect(ledger.commits == 1)
        }
    }

    @Test("Without a proof nothing is kept, whatever the name")
    func unproven() async throws {
        let ledger = MemoryLedger()
        try await Self.withRelay(ledger) { port in
            let client = try Client(port: port)
            client.send(#"{"type":"hello","relay":"guest"}"# + "\n" + Self.message("m1", "u1", "stolen"))
            #expect(try client.readLine().contains("welcome"))
            #expect(try client.readLine().contains("Which asset?"))
            let liar = try Client(port: port)
            liar.send(#"{"type":"hello","relay":"irc"}"# + "\n")
            #expect(try liar.readAll().contains("unauthorized"))
        }
        #expect(ledger.commits == 0)
        #expect(ledger.loads == 0)
    }

    @Test("One user's flood waits in its own conversation, is refused beyond a few, and holds up nobody")
    func flood() async throws {
        let ledger = MemoryLedger()
        try await Self.withRelay(
            ledger, change: { $0.limits.messages = Pace(burst: 3, interval: .seconds(3600)) }
        ) { port in
            let client = try Self.relay(port)
            client.send((1...4).map { Self.message("m\($0)", "u1", "stolen") }.joined())
            for _ in 1...3 { #expect(try client.readLine().contains("reply")) }
            client.send((5...40).map { Self.message("m\($0)", "u1", "stolen") }.joined())
            client.send(Self.message("n1", "u2", "stolen"))
            let (busy, replies) = try Self.count(client, until: "\"n1\"")
            #expect(busy > 20)
            #expect(replies == 1)
        }
    }
}
