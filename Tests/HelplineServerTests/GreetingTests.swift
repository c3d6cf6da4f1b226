import HelplineServer
import Testing

@Suite("The greeting", .serialized, .timeLimit(.minutes(10))) struct GreetingTests {
    @Test("A client that says nothing is greeted after a while, and only once")
    func silence() async throws {
        try await withClients(
            change: {
                $0.greets = true
                $0.waits.greeting = .milliseconds(20)
            }
        ) { port in
            let client = try Client(port: port)
            #expect(try client.readReply() == "welcome")
            client.send("a\nb\n")
            #expect(try client.readReply() == "1 a")
            #expect(try client.readReply() == "2 b")
        }
    }

    @Test("The greeting stands before the first reply of a client that speaks first")
    func speaksFirst() async throws {
        try await withClients(change: { $0.greets = true }) { port in
            let client = try Client(port: port)
            client.send("a")
            client.endInput()
            #expect(try client.readAll() == "welcome\n\n1 a\n\n")
        }
    }

    @Test("A client whose first byte is a brace is never greeted")
    func relay() async throws {
        try await withClients(
            change: {
                $0.greets = true
                $0.waits.greeting = .seconds(3600)
            }
        ) { port in
            let client = try Client(port: port)
            client.send("{")
            client.send("\"type\":\"ping\"}\n")
            #expect(try client.readLine() == #"{"type":"pong"}"#)
            client.endInput()
            #expect(try client.readAll().isEmpty)
        }
    }

    @Test("A client that comes and goes without a word is not greeted")
    func nothing() async throws {
        try await withClients(change: { $0.greets = true }) { port in
            let client = try Client(port: port)
            client.endInput()
            #expect(try client.readAll().isEmpty)
        }
    }
}
