import Foundation
import HelplineCore
import Testing

@Suite("Time zone files")
struct ZoneTableTZifTests {
    private static let names = [
        "Asia/Shanghai", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "America/St_Johns",
        "Asia/Kathmandu",
        "Africa/Casablanca", "Pacific/Apia", "America/Sao_Paulo", "Asia/Tehran", "UTC", "Antarctica/Troll",
        "Europe/Dublin", "America/Nuuk",
    ]

    private func file(_ name: String) -> [UInt8]? {
        (try? Data(contentsOf: URL(fileURLWithPath: "/usr/share/zoneinfo/" + name))).map { [UInt8]($0) }
    }

    @Test("A zone has the offsets that Foundation reads from the same file", arguments: names)
    func offsets(name: String) throws {
        guard let bytes = file(name) else { return }
        let table = try #require(ZoneTable(name: name, tzif: bytes))
        let zone = try #require(TimeZone(identifier: name))
        var different: [String] = []
        for day in stride(from: 0, to: 68 * 365, by: 3) {
            let seconds = Int64(day) * 86_400 + Int64(day * 7919 % 86_400)
            let expected = zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(seconds)))
            if Int(table.offset(at: Timestamp(seconds: seconds))) != expected { different.append("\(seconds)") }
        }
        #expect(different == [])
    }

    @Test("A file without stored changes is extended by the rule in its footer")
    func slim() throws {
        let table = try #require(ZoneTable(name: "X", tzif: Self.slim("CET-1CEST,M3.5.0,M10.5.0/3")))
        #expect(table.firstOffset == 3600)
        #expect(table.transitions.count == 2 * (2037 - 1970 + 1))
        #expect(table.offset(at: Timestamp(seconds: 1_774_746_000 - 1)) == 3600)
        #expect(table.offset(at: Timestamp(seconds: 1_774_746_000)) == 7200)
        #expect(table.offset(at: Timestamp(seconds: 1_792_890_000)) == 3600)
        #expect(table.offset(at: Timestamp(seconds: 4_000_000_000)) == 3600)
    }

    @Test(
        "Rules are read in all their forms",
        arguments: [
            ("EST5EDT,M3.2.0,M11.1.0", 1_772_953_200, -14_400), ("EST5EDT,M3.2.0,M11.1.0", 1_772_953_199, -18_000),
            ("<-03>3", 1_772_953_199, -10_800), ("<+1030>-10:30<+11>-11,M10.1.0,M4.1.0", 1_767_225_600, 39_600),
            ("AAA0BBB,J60/0,J300/0", 1_772_323_200, 3600), ("AAA0BBB,59/0,300/0", 1_772_323_200, 3600),
            ("IST-1GMT0,M10.5.0,M3.5.0/1", 1_767_225_600, 0),
        ] as [(String, Int64, Int32)])
    func rules(rule: String, seconds: Int64, offset: Int32) throws {
        let table = try #require(ZoneTable(name: "X", tzif: Self.slim(rule)))
        #expect(table.offset(at: Timestamp(seconds: seconds)) == offset)
    }

    @Test(
        "A rule that cannot be read leaves what is stored",
        arguments: ["", "CET", "CET-1CEST", "CET-1CEST,M13.1.0,M1.1.0", "C-1"])
    func badRule(rule: String) throws {
        let table = try #require(ZoneTable(name: "X", tzif: Self.slim(rule)))
        #expect(table.transitions.isEmpty)
        #expect(table.firstOffset == 3600)
    }

    @Test("A file cut anywhere, or with any byte changed, is refused or read, never a trap")
    func hostile() throws {
        let bytes = file("Europe/Berlin") ?? Self.slim("CET-1CEST,M3.5.0,M10.5.0/3")
        for count in 0..<min(bytes.count, 3000) { _ = ZoneTable(name: "X", tzif: Array(bytes.prefix(count))) }
        for index in 0..<min(bytes.count, 400) {
            for value in [0, 1, 0x7F, 0x80, 0xFF] as [UInt8] {
                var changed = bytes
                changed[index] = value
                _ = ZoneTable(name: "X", tzif: changed)
            }
        }
        #expect(ZoneTable(name: "X", tzif: []) == nil)
        #expect(ZoneTable(name: "X", tzif: Array("hello, this is a text of more than forty-four bytes".utf8)) == nil)
        #expect(ZoneTable(name: "X", tzif: Array(bytes.dropLast(bytes.count / 2))) == nil)
    }

    /// A file of version 2 with one offset of an hour, no changes and a footer.
    private static func slim(_ rule: String) -> [UInt8] {
        var block = Array("TZif2".utf8) + [UInt8](repeating: 0, count: 15)
        for count in [0, 0, 0, 0, 1, 4] as [UInt8] { block += [0, 0, 0, count] }
        block += [0, 0, 0x0E, 0x10, 0, 0] + Array("CET\0".utf8)
        return block + block + Array("\n\(rule)\n".utf8)
    }
}
