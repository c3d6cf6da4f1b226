import HelplineServer
import HelplineWire
import Testing

@Suite("Who is let in", .serialized, .timeLimit(.minutes(10))) struct AdmissionTests {
    @Test(
        "HTTP and TLS are refused in one line and closed, all others stay",
        arguments: [
            (Array("GET / HTTP/1.1\r\nHost: x\r\n\r\nsend\n".utf8), "HTTP"),
            (Array("POST /x HTTP/1.1\r\n\r\nbody\n".utf8), "HTTP"),
            (Array("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".utf8), "HTTP"),
            ([0x16, 0x03, 0x01, 0x02, 0x00, 0x01, 0x00, 0x01, 0xFC, 0x03, 0x03, 0x0A], "TLS"),
        ] as [([UInt8], String)])
    func otherProtocols(bytes: [UInt8], name: String) async throws {
        try await withClients { port in
            let witness = try Client(port: port)
            witness.send("a\n")
            #expect(try witness.readReply() == "1 a")
            let client = try Client(port: port)
            client.send(bytes)
            let words = try client.readAll()
            #expect(words.contains(name))
            #expect(words.utf8.count { $0 == 0x0A } == 1)
            witness.send("b\n")
            #expect(try witness.readReply() == "2 b")
        }
    }

    @Test("One connection too many is refused in words, and there is room again when one leaves")
    func full() async throws {
        let metrics = MetricsBook()
        try await withClients(metrics: metrics, change: { $0.limits.connections = 2 }) { port in
            let first = try Client(port: port)
            first.send("a\n")
            #expect(try first.readReply() == "1 a")
            try {
                let second = try Client(port: port)
                second.send("b\n")
                #expect(try second.readReply() == "1 b")
                let third = try Client(port: port)
                third.send("c\n")
                third.endInput()
                #expect(try third.readAll().hasPrefix("Too many connections"))
                second.endInput()
                #expect(try second.readAll().isEmpty)
            }()
            var words = ""
            for _ in 0..<100 where !words.hasPrefix("1 d") {
                let fourth = try Client(port: port)
                fourth.send("d\n")
                fourth.endInput()
                words = try fourth.readAll()
            }
            #expect(words == "1 d\n\n")
        }
        let refused = metrics.value("helpline_connections_refused_total", [("reason", "full")])
        #expect(try #require(refused) >= 1)
    }

    @Test("Beyond this machine plain text needs to be allowed in words")
    func plaintext() async throws {
        for address in ["0.0.0.0:0", "[::]:0", "127.example.org:0"] {
            let configuration = ServerConfiguration([.tcp(try Endpoint(parsing: address))])
            let server = LineServer(configuration, responder: ScriptedResponder(), logger: quietLogger)
            let error = await #expect(throws: ServerError.self) { try await server.run() }
            #expect(error?.code == .plaintext)
            #expect(error?.place == address)
        }
    }

    @Test("An address that is taken is named")
    func taken() async throws {
        try await withServer { port in
            let endpoint = Endpoint(host: "127.0.0.1", port: port)
            let second = LineServer(
                ServerConfiguration([.tcp(endpoint)]), responder: ScriptedResponder(), logger: quietLogger)
            let error = await #expect(throws: ServerError.self) { try await second.run() }
            #expect(error?.code == .bind)
            #expect(error?.place == "127.0.0.1:\(port)")
        }
    }
}
