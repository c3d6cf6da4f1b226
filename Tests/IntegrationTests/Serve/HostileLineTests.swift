import Foundation
import Testing

@Suite("A server under hostile lines")
struct HostileLineTests {
    private static let settings = [
        "HELPLINE_SERVE_SKIP_BYTES": "2000000", "HELPLINE_RELAY_SECRET_IRC": "a-long-secret",
    ]

    /// Prints each row with what came back: `HELPLINE_SHOW_ROWS=1 swift test --filter HostileLineTests`.
    private static let showsRows = ProcessInfo.processInfo.environment["HELPLINE_SHOW_ROWS"] != nil

    /// How much came back, the beginning of its last reply, and whether the server then closed.
    private static func shown(_ text: String, _ closes: Bool) -> String {
        let last = text.split(separator: "\n\n").last ?? ""
        let words = last.replacing("\n", with: " ").prefix(60)
        return "\(text.utf8.count) bytes: \(words)" + (closes ? ", closed" : "")
    }

    @Test("Every row is answered or refused in words, and all other connections live on")
    func table() throws {
        let serving = try Serving(environment: Self.settings)
        let witnesses = try (0..<3).map { _ in try Client(port: serving.port) }
        // Whoever says one thing again and again is taken leave of.
        let lines = ["谢谢", "菜单", "你好", "手续费多少", "帮助"]
        for (index, row) in HostileRow.all.enumerated() {
            let client = try Client(port: serving.port)
            // Where the server closes first, the rest of the bytes has nowhere to go.
            try? client.send(row.bytes)
            if !row.closes { client.endWriting() }
            let text = try client.read()
            #expect(text.isEmpty == row.holds.isEmpty, "\(row.name)")
            for words in row.holds { #expect(text.contains(words), "\(row.name): \(text.suffix(300))") }
            if Self.showsRows { print("\(row.name) | \(row.bytes.count) | \(Self.shown(text, row.closes))") }
            // What a telnet client reads first are refusals of its options, which it does not show.
            let isTelnet = row.bytes.starts(with: [0xFF])
            #expect(isTelnet || !text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" }, "\(row.name)")
            for witness in witnesses {
                try witness.send(lines[index % lines.count])
                #expect(try witness.read(until: "\n\n").hasSuffix("\n\n"), "\(row.name)")
            }
        }
        try serving.end()
    }

    @Test("Every beginning of a conversation may come byte by byte")
    func drip() throws {
        let serving = try Serving(environment: Self.settings)
        for row in HostileRow.all where row.bytes.count < 80 && !row.holds.isEmpty {
            let client = try Client(port: serving.port)
            for byte in row.bytes { try? client.send([byte]) }
            if !row.closes { client.endWriting() }
            let text = try client.read()
            for words in row.holds { #expect(text.contains(words), "\(row.name): \(text.suffix(300))") }
        }
        try serving.end()
    }
}
