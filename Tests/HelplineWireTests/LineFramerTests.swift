import HelplineWire
import Testing

@Suite("Framing of lines") struct LineFramerTests {
    /// A stream, and what it holds with a limit of 8 bytes and telnet on.
    struct Stream: Sendable, CustomTestStringConvertible {
        var bytes: [UInt8]
        var lines: [String?]
        var refusals: [UInt8] = []
        var testDescription: String { String(describing: bytes) }

        init(_ text: String, _ lines: [String?]) {
            self.init(Array(text.utf8), lines)
        }

        init(_ bytes: [UInt8], _ lines: [String?], refusals: [UInt8] = []) {
            self.bytes = bytes
            self.lines = lines
            self.refusals = refusals
        }
    }

    static let streams: [Stream] = [
        Stream("", []),
        Stream("a\n", ["a"]),
        Stream("a\r\nb\n", ["a", "b"]),
        Stream("a\r\r\n", ["a\r"]),
        Stream("a\rb\n", ["a\rb"]),
        Stream("\n\r\n\n", ["", "", ""]),
        Stream("last", ["last"]),
        Stream("last\r", ["last"]),
        Stream("12345678\n12345678\r\n12345678", ["12345678", "12345678", "12345678"]),
        Stream("123456789\nb\n", [nil, "b"]),
        Stream("12345678\r\r\nb\n", [nil, "b"]),
        Stream("12345678\rx\nb\n", [nil, "b"]),
        Stream(String(repeating: "x", count: 100) + "\nb\n" + String(repeating: "y", count: 50), [nil, "b", nil]),
        Stream("123456789", [nil]),
        Stream("\u{FEFF}a\n\u{FEFF}b\n", ["a", "\u{FEFF}b"]),
        Stream("\u{FEFF}", []),
        Stream("\u{FEFF}\n", [""]),
        Stream("账号\n被盗\n", ["账号", "被盗"]),
        Stream([0x61, 0x00, 0x62, 0x0A], ["a\0b"]),
        Stream([0xEF, 0xBB, 0x0A], ["\u{FFFD}"]),
        Stream([0xFF, 0xFD, 0x01, 0x61, 0x0A], ["a"], refusals: [0xFF, 0xFC, 0x01]),
        Stream([0x61, 0xFF, 0xFB, 0x0A, 0x62, 0x0A], ["ab"], refusals: [0xFF, 0xFE, 0x0A]),
        Stream([0xFF, 0xFC, 0x01, 0xFF, 0xFE, 0x03, 0x61, 0x0A], ["a"]),
        Stream([0x61, 0xFF, 0xFF, 0x62, 0x0A], ["a\u{FFFD}b"]),
        Stream([0x61, 0xFF, 0xF6, 0x62, 0x0A], ["ab"]),
        Stream([0x61, 0xFF, 0xFA, 0x18, 0x0A, 0xFF, 0xFF, 0x0A, 0xFF, 0xF0, 0x62, 0x0A], ["ab"]),
        Stream([0x61, 0xFF], ["a"]),
        Stream([0x61, 0xFF, 0x0A, 0x62, 0xFF, 0x0D, 0x0A, 0x63, 0xFF, 0xE8, 0xB4, 0xA6], ["a", "b", "c账"]),
        Stream([0x7B, 0xFF, 0xFD, 0x7D, 0x0A], ["{\u{FFFD}\u{FFFD}}"]),
    ]

    private func read(_ stream: Stream, chunks: [ArraySlice<UInt8>]) -> (lines: [String?], refusals: [UInt8]) {
        var framer = LineFramer(limit: 8, telnet: true)
        var lines: [String?] = []
        func drain() {
            while let event = framer.next() {
                if case .line(let bytes) = event {
                    lines.append(String(decoding: bytes, as: UTF8.self))
                } else {
                    lines.append(nil)
                }
            }
        }
        for chunk in chunks {
            framer.append(chunk)
            drain()
        }
        framer.finish()
        drain()
        return (lines, framer.takeRefusals())
    }

    @Test("Lines come out whole when the stream comes at once", arguments: streams)
    func whole(stream: Stream) {
        let result = read(stream, chunks: [stream.bytes[...]])
        #expect(result.lines == stream.lines)
        #expect(result.refusals == stream.refusals)
    }

    @Test("Lines come out the same when the stream comes byte by byte", arguments: streams)
    func drip(stream: Stream) {
        let result = read(stream, chunks: stream.bytes.indices.map { stream.bytes[$0...$0] })
        #expect(result.lines == stream.lines)
        #expect(result.refusals == stream.refusals)
    }

    @Test("Lines come out the same wherever the stream is cut in two", arguments: streams)
    func cut(stream: Stream) {
        for place in stream.bytes.indices {
            let result = read(stream, chunks: [stream.bytes[..<place], stream.bytes[place...]])
            #expect(result.lines == stream.lines, "cut before byte \(place)")
            #expect(result.refusals == stream.refusals, "cut before byte \(place)")
        }
    }

    @Test("Many lines in one chunk come out one by one")
    func manyLines() {
        var framer = LineFramer(limit: 100)
        framer.append((0..<1000).flatMap { Array("line \($0)\n".utf8) })
        var count = 0
        while case .line(let bytes)? = framer.next() {
            #expect(String(decoding: bytes, as: UTF8.self) == "line \(count)")
            count += 1
        }
        #expect(count == 1000)
    }

    @Test("A line without end is reported once and counted, and the stream goes on after it")
    func endless() {
        var framer = LineFramer(limit: 4096)
        var events: [LineFramer.Event] = []
        for _ in 0..<1024 {
            framer.append([UInt8](repeating: 0x78, count: 1024))
            while let event = framer.next() { events.append(event) }
            #expect(framer.pending.count <= 4096 + 1024)
        }
        #expect(events == [.tooLong])
        #expect(framer.skipped == 1 << 20)
        framer.append(Array("\nhello\n".utf8))
        #expect(framer.next() == .line(Array("hello".utf8)[...]))
        #expect(framer.skipped == 0)
    }

    @Test("What a stream opens with can be seen before its first line ends, the mark left out")
    func opening() {
        var framer = LineFramer(limit: 100)
        framer.append([0xEF, 0xBB])
        #expect(framer.pending.isEmpty)
        framer.append([0xBF])
        #expect(framer.pending.isEmpty)
        framer.append(Array("GET /".utf8))
        #expect(framer.pending.elementsEqual("GET /".utf8))
    }

    @Test("A subnegotiation that never ends does not silence the connection")
    func endlessSubnegotiation() {
        var framer = LineFramer(limit: 8192, telnet: true)
        framer.append([0xFF, 0xFA] + [UInt8](repeating: 0x78, count: 2000) + [0x0A])
        guard case .line(let bytes)? = framer.next() else {
            Issue.record("no line came")
            return
        }
        #expect(!bytes.isEmpty)
    }

    @Test("A client that asks for options without end is answered a limited number of times")
    func endlessNegotiation() {
        var framer = LineFramer(limit: 100, telnet: true)
        for option in 0..<10_000 { framer.append([0xFF, 0xFD, UInt8(option % 250)]) }
        #expect(framer.takeRefusals().count == 64 * 3)
        #expect(framer.takeRefusals().isEmpty)
    }

    @Test("Without telnet the byte 0xFF belongs to the line")
    func noTelnet() {
        var framer = LineFramer(limit: 100)
        framer.append([0x61, 0xFF, 0xFD, 0x01, 0x0A])
        #expect(framer.next() == .line([0x61, 0xFF, 0xFD, 0x01]))
    }
}
