import Foundation

/// The pack that is shipped, and small or damaged copies of it.
enum SamplePack {
    /// The folder of the shipped pack.
    static let shipped = RunningProgram.package.appendingPathComponent("Intents").path

    /// A few intents of the shipped pack without their examples: quick to open, for what depends on no content.
    static let small: String = {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
            "helpline-small-pack-\(ProcessInfo.processInfo.processIdentifier)")
        do {
            try write(to: folder)
        } catch {
            return "the small pack could not be written: \(error)"
        }
        return folder.path
    }()

    /// The shipped pack as a state folder keeps it once it is proved: proved once a run, for tests that are about
    /// something else.
    private static let proven: Result<Data, any Error> = Result {
        let room = try Room()
        _ = try room.chat([UInt8](), pack: shipped)
        return try Data(contentsOf: URL(fileURLWithPath: room.state + "/pack.proven"))
    }

    /// Makes a state folder in which the shipped pack is proved already.
    static func makeState(_ folder: String) throws {
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        let file = folder + "/pack.proven"
        try proven.get().write(to: URL(fileURLWithPath: file))
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file)
    }

    /// The files of the small pack.
    static let files = ["bot.yaml", "vocabulary.yaml", "account-stolen.yaml", "fees.yaml", "Smalltalk/greeting.yaml"]

    /// A copy of the small pack in a room.
    static func copy(to room: Room) throws -> URL {
        let folder = room.folder.appendingPathComponent("pack")
        try FileManager.default.copyItem(at: URL(fileURLWithPath: small), to: folder)
        return folder
    }

    private static func write(to folder: URL) throws {
        try? FileManager.default.removeItem(at: folder)
        for name in files {
            let file = folder.appendingPathComponent(name)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            let text = try String(contentsOf: URL(fileURLWithPath: shipped + "/" + name), encoding: .utf8)
            try lean(text).write(to: file, atomically: true, encoding: .utf8)
        }
    }

    /// Leaves out what costs time to prove, and what names intents that are not there.
    private static func lean(_ text: String) -> String {
        let dropped = ["examples:", "not_examples:", "see_also:", "menu:"]
        var isDropped = false
        var lines: [Substring] = []
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if let first = line.first, first != " ", first != "#" {
                isDropped = dropped.contains { line.hasPrefix($0) }
            }
            if !isDropped { lines.append(line) }
        }
        while lines.last?.isEmpty == true { lines.removeLast() }
        return lines.joined(separator: "\n") + "\n"
    }
}
