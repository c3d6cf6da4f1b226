import HelplineServer
import Testing

@Suite("Plain connections", .serialized, .timeLimit(.minutes(10))) struct PlainConnectionTests {
    @Test("A line is answered by a reply and one empty line")
    func line() async throws {
        try await withClients { port in
            let client = try Client(port: port)
            client.send("账号被盗了\r\n")
            #expect(try client.read(through: "\n\n") == "1 账号被盗了\n\n")
            client.send("two\n")
            #expect(try client.readReply() == "one")
            #expect(try client.readReply() == "two\nlines")
        }
    }

    @Test(
        "A client that ends its side has every answer and then the end",
        arguments: [
            ("a\n", "1 a\n\n"), ("a\nb", "1 a\n\n2 b\n\n"), ("later\n", "1 later\n\n"),
            ("later\na\nlater again\nb", "1 later\n\n2 a\n\n3 later again\n\n4 b\n\n"), ("", ""), ("\u{16}", "1  \n\n"),
            ("GET", "1 GET\n\n"), ("\n", "1 \n\n"),
        ])
    func halfClose(input: String, output: String) async throws {
        try await withClients { port in
            let client = try Client(port: port)
            client.send(input)
            client.endInput()
            #expect(try client.readAll() == output)
        }
    }

    @Test("A line may come byte by byte")
    func drip() async throws {
        try await withClients { port in
            let client = try Client(port: port)
            for byte in "账号 later\r\nx\n".utf8 { client.send([byte]) }
            #expect(try client.readReply() == "1 账号 later")
            #expect(try client.readReply() == "2 x")
        }
    }

    @Test("Many lines at once are answered in order, those that wait for the ledger too")
    func pipeline() async throws {
        try await withClients(ScriptedResponder(delay: .milliseconds(1))) { port in
            let client = try Client(port: port)
            let lines = (1...500).map { $0 % 50 == 0 ? "later \($0)" : "line \($0)" }
            client.send(lines.map { $0 + "\n" }.joined())
            for (index, line) in lines.enumerated() {
                #expect(try client.readReply() == "\(index + 1) \(line)")
            }
        }
    }

    @Test("Each connection has a conversation of its own")
    func conversations() async throws {
        try await withClients { port in
            let clients = try (0..<40).map { _ in try Client(port: port) }
            for round in 1...5 {
                for (number, client) in clients.enumerated() { client.send("client \(number)\n") }
                for (number, client) in clients.enumerated() {
                    #expect(try client.readReply() == "\(round) client \(number)")
                }
            }
        }
    }

    @Test(
        "Hostile bytes are answered in words and hurt nobody",
        arguments: [
            (Array("a\0b\n".utf8), "1 a b"), ([0x61, 0xF8, 0x62, 0x0A], "1 a\u{FFFD}b"),
            (Array("\u{1B}[2Jx\n".utf8), "1  [2Jx"), (Array("\u{FEFF}x\n".utf8), "1 x"),
            (Array("a\rb\n".utf8), "1 a b"), (Array("\u{202E}x\n".utf8), "1 x"), ([0x0A], "1"),
            ([0x16, 0x0A], "1"),
        ] as [([UInt8], String)])
    func hostile(bytes: [UInt8], reply: String) async throws {
        try await withClients { port in
            let client = try Client(port: port)
            client.send(bytes)
            #expect(try client.readReply().hasPrefix(reply))
            client.send("still here\n")
            #expect(try client.readReply() == "2 still here")
        }
    }

    @Test("Text in GB 18030 is answered by a request for UTF-8")
    func chineseEncoding() async throws {
        try await withClients { port in
            let client = try Client(port: port)
            client.send([0xB1, 0xBB, 0xB5, 0xC1, 0xC1, 0xCB, 0x0A])
            #expect(try client.readReply().contains("UTF-8"))
            client.send("x\n")
            #expect(try client.readReply() == "1 x")
        }
    }

    @Test("A line of a megabyte is answered once, and the next line is read")
    func megabyte() async throws {
        try await withClients { port in
            let client = try Client(port: port)
            client.send([UInt8](repeating: 0x78, count: 1 << 20) + Array("\nnext\n".utf8))
            #expect(try client.readReply() == "too long, limit 4096")
            #expect(try client.readReply() == "1 next")
        }
    }

    @Test("A line just within the limit is answered, one byte more is too long")
    func limit() async throws {
        try await withClients(change: { $0.limits.plainLine = 20 }) { port in
            let client = try Client(port: port)
            client.send("12345678901234567890\r\n123456789012345678901\n")
            #expect(try client.readReply() == "1 12345678901234567890")
            #expect(try client.readReply() == "too long, limit 20")
        }
    }

    @Test("A line without end is told so and closed")
    func endless() async throws {
        let metrics = MetricsBook()
        try await withClients(metrics: metrics, change: { $0.limits.longestSkip = 100_000 }) { port in
            let client = try Client(port: port)
            _ = client.flood([UInt8](repeating: 0x78, count: 65536), limit: 10 << 20)
            #expect(try client.readReply() == "too long, limit 4096")
            #expect(try client.readAll().contains("good-bye"))
        }
        #expect(metrics.value("helpline_connections_dismissed_total", [("reason", "too_long")]) == 1)
    }

    @Test("Whoever takes leave is let go after the last words")
    func leave() async throws {
        try await withClients { port in
            let client = try Client(port: port)
            client.send("a\nbye\nnever read\n")
            #expect(try client.readAll() == "1 a\n\ngood-bye\n\n")
        }
    }

    @Test("A telnet client's requests are refused and never shown")
    func telnet() async throws {
        try await withClients { port in
            let client = try Client(port: port)
            client.send([0xFF, 0xFD, 0x01, 0xFF, 0xFB, 0x1F] + Array("hi\r\n".utf8))
            var bytes: [UInt8] = []
            while bytes.count < 12 { bytes += try #require(try client.receive()) }
            #expect(bytes == [0xFF, 0xFC, 0x01, 0xFF, 0xFE, 0x1F] + Array("1 hi\n\n".utf8))
        }
    }

    @Test("A client that never reads stops being read, and the others are answered")
    func neverReads() async throws {
        try await withClients { port in
            let deaf = try Client(port: port)
            let chunk = Array(String(repeating: "long 300\n", count: 1000).utf8)
            let taken = deaf.flood(chunk, limit: 64 << 20)
            #expect(taken < 1 << 20)
            let client = try Client(port: port)
            client.send("hello\n")
            #expect(try client.readReply() == "1 hello")
            deaf.endInput()
            var lineFeeds = 0
            while let bytes = try deaf.receive() { lineFeeds += bytes.count { $0 == 0x0A } }
            #expect(lineFeeds == 2 * ((taken + 8) / 9))
        }
    }

    @Test("A client that never reads and waits for the ledger stops being read too")
    func neverReadsWhileWaiting() async throws {
        try await withClients(ScriptedResponder(delay: .seconds(3600))) { port in
            let deaf = try Client(port: port)
            let taken = deaf.flood(Array(String(repeating: "later x\n", count: 1000).utf8), limit: 64 << 20)
            #expect(taken < 1 << 20)
        }
    }
}
