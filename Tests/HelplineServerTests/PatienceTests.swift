@testable import HelplineServer
import NIOCore
import Testing

@Suite("How long is waited") struct PatienceTests {
    private static let start = NIODeadline.uptimeNanoseconds(1_000_000_000_000)

    private static var waits: ServerWaits {
        var waits = ServerWaits()
        waits.firstLine = .seconds(100)
        waits.line = .seconds(30)
        waits.idle = .seconds(900)
        waits.ping = .seconds(60)
        waits.pong = .seconds(20)
        waits.output = .seconds(50)
        return waits
    }

    private static func at(_ seconds: Int64) -> NIODeadline { start + .seconds(seconds) }

    /// A connection as a test moves it through time.
    private struct Script {
        var patience = Patience(PatienceTests.waits, greets: false, at: PatienceTests.start)
        var guest = Patience.Guest.plain
        var owed = 0
        var waitsForUs = false

        /// What runs out when a look is taken every second, and when; nil up to `end`.
        mutating func first(from start: Int64, to end: Int64) -> (Patience.Overrun, Int64)? {
            for second in start...end {
                let overrun = patience.overrun(
                    at: PatienceTests.at(second), owed: owed, waitsForUs: waitsForUs, guest: guest)
                if let overrun { return (overrun, second) }
            }
            return nil
        }
    }

    /// Expects the overrun and the second of it.
    private func expect(
        _ script: inout Script, _ seconds: ClosedRange<Int64>, _ expected: (Patience.Overrun, Int64)
    ) throws {
        let first = script.first(from: seconds.lowerBound, to: seconds.upperBound)
        let found = try #require(first)
        #expect(found == expected)
    }

    private func expectNothing(_ script: inout Script, _ seconds: ClosedRange<Int64>) {
        let first = script.first(from: seconds.lowerBound, to: seconds.upperBound)
        #expect(first == nil)
    }

    @Test("Whoever never says a line is let go after the time for the first one, bytes or not")
    func firstLine() throws {
        var silent = Script()
        try expect(&silent, 1...2000, (.firstLine, 100))
        var talkative = Script()
        talkative.patience.heard(at: Self.at(90))
        talkative.patience.took(lines: 0, endsInside: true, at: Self.at(90))
        try expect(&talkative, 91...2000, (.firstLine, 100))
    }

    @Test("A line may take so long from its first byte, however often more of it comes")
    func line() throws {
        var script = Script()
        script.patience.took(lines: 1, endsInside: true, at: Self.at(10))
        for second in Int64(11)...39 {
            script.patience.heard(at: Self.at(second))
            script.patience.took(lines: 0, endsInside: true, at: Self.at(second))
        }
        expectNothing(&script, 11...39)
        try expect(&script, 40...41, (.line, 40))
    }

    @Test("Lines that come whole wait only for the next one, for the longer time")
    func idle() throws {
        var script = Script()
        script.patience.took(lines: 2, endsInside: false, at: Self.at(10))
        try expect(&script, 11...2000, (.idle, 910))
    }

    @Test("Nothing of the client's runs out while it waits for us")
    func waitsForUs() throws {
        var script = Script()
        script.patience.took(lines: 1, endsInside: true, at: Self.at(1))
        script.waitsForUs = true
        expectNothing(&script, 2...5000)
        script.waitsForUs = false
        try expect(&script, 5001...9000, (.line, 5030))
    }

    @Test("A relay is asked for a sign of life once, and let go where it gives none; any byte is one")
    func relay() throws {
        var script = Script(guest: .relay)
        script.patience.took(lines: 1, endsInside: false, at: Self.at(0))
        try expect(&script, 1...2000, (.ping, 60))
        expectNothing(&script, 61...79)
        script.patience.heard(at: Self.at(79))
        try expect(&script, 80...2000, (.ping, 139))
        try expect(&script, 140...2000, (.pong, 159))
    }

    @Test("Replies that nobody takes end the connection, also while it waits for us; taking some of them helps")
    func output() throws {
        var script = Script(owed: 1000, waitsForUs: true)
        expectNothing(&script, 1...50)
        script.owed = 999
        expectNothing(&script, 51...100)
        script.owed = 2000
        try expect(&script, 101...200, (.output, 101))
        script.owed = 0
        expectNothing(&script, 102...120)
    }

    @Test("The greeting comes once, and not to those who speak first")
    func greeting() throws {
        var silent = Script(patience: Patience(Self.waits, greets: true, at: Self.start))
        try expect(&silent, 0...50, (.greeting, 1))
        expectNothing(&silent, 2...50)
        var first = Script(patience: Patience(Self.waits, greets: true, at: Self.start))
        first.patience.heard(at: Self.at(0))
        expectNothing(&first, 1...50)
    }

    @Test("Before the handshake has ended nothing else counts, and then everything from its end")
    func handshake() throws {
        var silent = Script(patience: Patience(Self.waits, greets: true, secures: true, at: Self.start))
        try expect(&silent, 0...50, (.handshake, 10))
        var secured = Script(patience: Patience(Self.waits, greets: true, secures: true, at: Self.start))
        expectNothing(&secured, 0...9)
        secured.patience.secured(at: Self.at(9))
        try expect(&secured, 9...50, (.greeting, 10))
        try expect(&secured, 11...2000, (.firstLine, 109))
    }

    @Test("At the end only the end counts")
    func farewell() throws {
        var script = Script(owed: 10)
        script.patience.leave(within: .seconds(5), at: Self.at(1))
        try expect(&script, 2...2000, (.farewell, 6))
    }
}
