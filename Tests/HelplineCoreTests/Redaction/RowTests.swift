import TestSupport
import Testing

@testable import HelplineCore

@Suite("The redactor on the rows of the tables")
struct RowTests {
    private let redactor = Redactor()

    @Test("leaves nothing of a secret", arguments: HostileRows.all)
    func hostile(row: HostileRows.Row) {
        #expect(!row.traces.isEmpty)
        let left = KeptLines(row.messages).text
        for trace in row.traces {
            #expect(row.messages.contains { $0.contains(trace) }, "\(trace) is not in the row")
            #expect(!left.contains(trace), "\(left)")
        }
    }

    @Test("takes nothing out of an ordinary message", arguments: HarmlessRows.all)
    func harmless(line: String) {
        #expect(KeptLines([line]).text == line)
    }

    @Test(
        "takes nothing out of a long conversation of ordinary messages, in any order",
        arguments: 1...12 as ClosedRange<UInt64>)
    func conversation(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let lines = HarmlessRows.all.shuffled(using: &generator)
        #expect(KeptLines(lines).text == lines.joined(separator: "\n"))
    }
}

/// What is left of the lines of a conversation once the last of them was said.
struct KeptLines {
    private(set) var lines: [SafeText] = []

    init(_ messages: [String], redactor: Redactor = Redactor(), markers: RedactionMarkers = .english) {
        var memory = RedactionMemory()
        for message in messages {
            let context = RedactionContext(earlier: lines, markers: markers)
            let redaction = redactor.redact(message, memory: &memory, context: context)
            for reveal in redaction.reveals where reveal.linesBack <= lines.count {
                let place = lines.count - reveal.linesBack
                lines[place] = reveal.masked(lines[place], markers: markers)
            }
            lines.append(redaction.text)
        }
    }

    var text: String { lines.map(\.string).joined(separator: "\n") }
}
