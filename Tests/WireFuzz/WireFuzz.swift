import HelplineWire

/// What must hold of any bytes that a client sends; used by the tests with random bytes and by libFuzzer with chosen
/// ones.
public enum WireFuzz {
    /// What does not hold of some bytes; nil where all does.
    ///
    /// The first three bytes choose the limit of a line, the size of the chunks, and whether telnet is spoken.
    public static func fault(of bytes: [UInt8]) -> String? {
        guard bytes.count > 3 else { return nil }
        let stream = Array(bytes[3...])
        let whole = events(of: stream, limit: Int(bytes[0]) + 1, chunk: stream.count, telnet: bytes[2] & 1 == 1)
        let parts = events(
            of: stream, limit: Int(bytes[0]) + 1, chunk: Int(bytes[1] % 16) + 1, telnet: bytes[2] & 1 == 1)
        if whole != parts { return "the chunks make a difference: \(whole) and \(parts)" }
        return faultOfJSON(stream) ?? faultOfSession(whole)
    }

    /// The lines of a stream that comes in chunks; what follows is dropped where the framer holds on to more than it
    /// may.
    private static func events(of stream: [UInt8], limit: Int, chunk: Int, telnet: Bool) -> [LineFramer.Event] {
        var framer = LineFramer(limit: limit, telnet: telnet)
        var events: [LineFramer.Event] = []
        var start = 0
        while start < stream.count {
            framer.append(stream[start..<min(start + chunk, stream.count)])
            while let event = framer.next() { events.append(event) }
            start += chunk
        }
        framer.finish()
        while let event = framer.next() { events.append(event) }
        return events
    }

    /// What is read as JSON must be written so that it is read as the same.
    private static func faultOfJSON(_ bytes: [UInt8]) -> String? {
        guard let value = try? JSONReader.read(bytes[...]) else { return nil }
        var writer = JSONWriter()
        writer.value(value)
        let written = writer.bytes
        guard let again = try? JSONReader.read(written[...]) else {
            return "written so that nobody reads it: \(written)"
        }
        return again == value ? nil : "\(value) was written and read as \(again)"
    }

    /// Whatever comes, a session answers with whole lines of JSON.
    private static func faultOfSession(_ events: [LineFramer.Event]) -> String? {
        var session = RelaySession()
        for event in events {
            for case .send(let line) in session.receive(event) {
                let isLine = line.last == 0x0A && line.count { $0 == 0x0A } == 1
                guard isLine, (try? JSONReader.read(line[...])) != nil else { return "no line of JSON: \(line)" }
            }
        }
        return nil
    }
}
