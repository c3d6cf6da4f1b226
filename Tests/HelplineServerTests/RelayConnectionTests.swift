import HelplineServer
import HelplineWire
import Testing

@Suite("helpline/1 over TCP", .serialized, .timeLimit(.minutes(10))) struct RelayConnectionTests {
    private static func read(_ client: Client) throws -> JSONValue {
        try JSONReader.read(Array(try client.readLine().utf8)[...])
    }

    @Test("A message is answered, and its repetition by the same line")
    func message() async throws {
        try await withClients { port in
            let client = try Client(port: port)
            client.send(#"{"type":"hello","protocol":["helpline/1"],"relay":"irc"}"# + "\n")
            #expect(try Self.read(client)["type"]?.string == "welcome")
            let message = #"{"type":"message","id":"m1","conversation":"u1","text":"被盗"}"# + "\n"
            client.send(message)
            let line = try client.readLine()
            let reply = try JSONReader.read(Array(line.utf8)[...])
            #expect(reply["to"]?.string == "m1")
            #expect(reply["text"]?.string == "1 被盗")
            #expect(reply["last"] == .bool(true))
            client.send(message)
            #expect(try client.readLine() == line)
        }
    }

    @Test("A conversation that waits for the ledger holds up itself and nobody else")
    func overlap() async throws {
        let gate = Gate()
        try await withClients(ScriptedResponder(gate: gate)) { port in
            defer { gate.open() }
            let client = try Client(port: port)
            client.send(#"{"id":"a1","conversation":"a","text":"later"}"# + "\n")
            client.send(#"{"id":"a2","conversation":"a","text":"x"}"# + "\n")
            client.send(#"{"id":"b1","conversation":"b","text":"y"}"# + "\n")
            client.endInput()
            let first = try client.readLine()
            gate.open()
            var order: [String] = []
            for line in (first + "\n" + (try client.readAll())).split(separator: "\n") {
                let reply = try JSONReader.read(Array(line.utf8)[...])
                order.append("\(reply["to"]?.string ?? "") \(reply["text"]?.string ?? "")")
            }
            #expect(order == ["b1 1 y", "a1 1 later", "a2 2 x"])
        }
    }

    @Test("A turn that could not be saved is an error with its code")
    func unsaved() async throws {
        try await withClients { port in
            let client = try Client(port: port)
            client.send(#"{"id":"m1","text":"unsaved"}"# + "\n")
            let error = try Self.read(client)
            #expect(error["code"]?.string == "storage")
            #expect(error["to"]?.string == "m1")
            #expect(error["text"]?.string == "not saved")
        }
    }

    @Test("Useless lines are answered by code, and the connection lives on")
    func useless() async throws {
        try await withClients { port in
            let client = try Client(port: port)
            client.send(#"{"text":1}"# + "\nplain words\n")
            #expect(try Self.read(client)["code"]?.string == "bad_json")
            #expect(try Self.read(client)["code"]?.string == "bad_json")
            client.send(Array(#"{"text":""#.utf8) + [0xFF, 0xFD, 0x41] + Array("\"}\n".utf8))
            #expect(try Self.read(client)["code"]?.string == "bad_utf8")
            client.send([UInt8](repeating: 0x78, count: 70_000) + [0x0A])
            #expect(try Self.read(client)["code"]?.string == "too_long")
            client.send(#"{"type":"ack"}"# + "\n")
            #expect(try Self.read(client)["code"]?.string == "unknown_type")
            client.send(#"{"text":"\#(String(repeating: "x", count: 60_000))"}"# + "\n")
            #expect(try Self.read(client)["type"]?.string == "reply")
        }
    }

    @Test("A window of messages that wait is not exceeded, and all are answered")
    func window() async throws {
        let metrics = MetricsBook()
        let responder = ScriptedResponder(delay: .milliseconds(5))
        try await withClients(responder, metrics: metrics, change: { $0.relay.window = 4 }) { port in
            let client = try Client(port: port)
            client.send(
                (0..<100).map { "{\"id\":\"\($0)\",\"conversation\":\"\($0 % 10)\",\"text\":\"later\"}\n" }.joined())
            client.endInput()
            let lines = try client.readAll().split(separator: "\n")
            #expect(lines.count == 100)
            #expect(lines.allSatisfy { $0.contains("\"reply\"") })
        }
        #expect(try #require(metrics.value("helpline_windows_full_total")) >= 1)
    }

    @Test("A relay without its secret is refused and closed")
    func secret() async throws {
        try await withClients(change: { $0.relay.credentials = RelayCredentials(["irc": "s"]) }) { port in
            let client = try Client(port: port)
            client.send(#"{"type":"hello","relay":"irc","secret":"t"}"# + "\n" + #"{"text":"x"}"# + "\n")
            #expect(try Self.read(client)["code"]?.string == "unauthorized")
            #expect(try client.readAll().isEmpty)
        }
    }
}
