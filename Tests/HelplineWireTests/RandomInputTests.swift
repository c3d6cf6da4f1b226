import HelplineCore
import HelplineWire
import TestSupport
import Testing
import WireFuzz

@Suite("Random input") struct RandomInputTests {
    /// What a stream holds, found the slow way: split at LF, one CR off, too long where longer than the limit.
    private static func oracle(_ stream: [UInt8], limit: Int) -> [LineFramer.Event] {
        var lines = stream.split(separator: 0x0A, omittingEmptySubsequences: false)
        if lines.last?.isEmpty == true { lines.removeLast() }
        return lines.map { line in
            let text = line.last == 0x0D ? line.dropLast() : line
            return text.count > limit ? .tooLong : .line(Array(text)[...])
        }
    }

    @Test("The framer cuts any stream in any chunks as the slow way does", arguments: 0..<20)
    func framer(seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed))
        let alphabet: [UInt8] = [0x0A, 0x0A, 0x0D, 0x61, 0x62, 0x00, 0xE8, 0xB4, 0xA6]
        for _ in 0..<200 {
            let stream = (0..<Int.random(in: 0..<120, using: &random)).map { _ in
                alphabet[Int.random(in: 0..<alphabet.count, using: &random)]
            }
            let limit = Int.random(in: 1..<12, using: &random)
            var framer = LineFramer(limit: limit, telnet: Bool.random(using: &random))
            var events: [LineFramer.Event] = []
            var rest = stream[...]
            while !rest.isEmpty {
                let count = Int.random(in: 1...rest.count, using: &random)
                framer.append(rest.prefix(count))
                rest = rest.dropFirst(count)
                while let event = framer.next() { events.append(event) }
            }
            framer.finish()
            while let event = framer.next() { events.append(event) }
            #expect(events == Self.oracle(stream, limit: limit), "\(stream), limit \(limit)")
        }
    }

    @Test("A message of which bytes were changed is taken or refused by code, never more", arguments: 0..<10)
    func mutations(seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed))
        let message =
            #"{"type":"message","id":"m1","conversation":"u1","user":{"tz":"UTC"},"text":"a\n\ud83d\ude42 账"}"#
        let original = Array(message.utf8)
        for _ in 0..<500 {
            var bytes = original
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                let place = Int.random(in: 0..<bytes.count, using: &random)
                switch Int.random(in: 0..<3, using: &random) {
                case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
                case 1: bytes.remove(at: place)
                default: bytes.insert(UInt8.random(in: 0...255, using: &random), at: place)
                }
            }
            var session = RelaySession()
            let actions = session.receive(.line(bytes[...]))
            #expect(actions.count <= 1, "\(bytes)")
            if case .send(let line)? = actions.first {
                #expect(line.last == 0x0A && line.count { $0 == 0x0A } == 1)
                #expect((try? JSONReader.read(line[...])) != nil)
            }
        }
    }

    @Test(
        "Whatever bytes come in whatever chunks, the lines are the same and every answer is a line", arguments: 0..<10)
    func anything(seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed))
        let pieces = [
            #"{"text":"a"}"#, "\n", "\r\n", #"{"type":"hello","relay":"r"}"#, #"{"type":"end","conversation":"#,
            "\"u1\"}",
            "[1e5,", "\\ud83d", "{\"a\":{\"a\":", "]", "}", "账", "\u{FEFF}", "null", "-0.5", "true",
        ].map { Array($0.utf8) }
        for _ in 0..<300 {
            var bytes: [UInt8] = (0..<3).map { _ in UInt8.random(in: 0...255, using: &random) }
            for _ in 0..<Int.random(in: 0..<12, using: &random) {
                bytes += pieces[Int.random(in: 0..<pieces.count, using: &random)]
                if Int.random(in: 0..<4, using: &random) == 0 {
                    bytes.append(UInt8.random(in: 0...255, using: &random))
                }
            }
            #expect(WireFuzz.fault(of: bytes) == nil, "\(bytes)")
        }
    }

    @Test("Repaired text is on one line and holds no control", arguments: 0..<10)
    func text(seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed))
        for _ in 0..<500 {
            let bytes = (0..<Int.random(in: 0..<40, using: &random)).map { _ in
                UInt8.random(in: 0...255, using: &random)
            }
            let text = LineText(bytes[...]).string
            #expect(
                !text.unicodeScalars.contains { $0.properties.generalCategory == .control && $0 != "\t" }, "\(bytes)")
        }
    }
}
