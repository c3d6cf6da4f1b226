import Foundation
import HelplineCore

/// The time zones of this machine.
enum Zone {
    /// A zone by its IANA name, nil where the machine does not have it.
    static func named(_ name: String) -> ZoneTable? {
        guard !name.isEmpty, !name.contains(".."), !name.hasPrefix("/") else { return nil }
        if name == "UTC" { return .utc }
        return read("/usr/share/zoneinfo/" + name, name: name)
    }

    /// The zone the terminal is in: $TZ, else /etc/localtime; nil where neither tells.
    static func ofTerminal(_ environment: [String: String]) -> ZoneTable? {
        if let name = environment["TZ"], !name.isEmpty {
            return named(name.hasPrefix(":") ? String(name.dropFirst()) : name)
        }
        guard let target = try? FileManager.default.destinationOfSymbolicLink(atPath: "/etc/localtime"),
            let mark = target.range(of: "zoneinfo/")
        else { return nil }
        return named(String(target[mark.upperBound...]))
    }

    private static func read(_ path: String, name: String) -> ZoneTable? {
        guard let data = FileManager.default.contents(atPath: path) else { return nil }
        return ZoneTable(name: name, tzif: [UInt8](data))
    }
}
