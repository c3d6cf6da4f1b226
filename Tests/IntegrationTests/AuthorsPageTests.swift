import Foundation
import Testing

@Suite("The pages for authors")
struct AuthorsPageTests {
    @Test("Every command of the page does what the page shows", arguments: ["AUTHORS.md", "AUTHORS.zh-CN.md"])
    func page(_ name: String) throws {
        let room = try Room()
        let work = room.folder.appendingPathComponent("work")
        try FileManager.default.copyItem(
            at: URL(fileURLWithPath: SamplePack.shipped), to: work.appendingPathComponent("Intents"))
        let text = try String(
            contentsOf: RunningProgram.package.appendingPathComponent("Documentation/\(name)"), encoding: .utf8)
        var commandCount = 0
        for block in Block.all(in: text) {
            switch block.kind {
            case .file(let path):
                try block.text.write(to: work.appendingPathComponent(path), atomically: true, encoding: .utf8)
            case .console:
                for command in block.commands {
                    commandCount += 1
                    let said = try Self.run(
                        command.line, in: room, language: name.contains(".zh") ? "zh_CN.UTF-8" : "C.UTF-8")
                    #expect(Self.fits(said, command.output), "\(name): $ \(command.line)\n\(said)")
                }
            }
        }
        #expect(commandCount > 12)
    }

    /// Runs a line as a shell does, with the program in the path; what it says on both streams.
    static func run(_ line: String, in room: Room, language: String) throws -> String {
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(fileURLWithPath: "/bin/bash")
        process.arguments = ["-c", "helpline() { \"$PROGRAM\" \"$@\"; }; \(line)"]
        process.currentDirectoryURL = room.folder.appendingPathComponent("work")
        process.environment = [
            "PROGRAM": RunningProgram.path, "HOME": room.path("home"), "LANG": language, "PATH": "/usr/bin:/bin",
            "LD_LIBRARY_PATH": ProcessInfo.processInfo.environment["LD_LIBRARY_PATH"] ?? "",
        ]
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = output
        process.standardError = output
        try process.run()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return String(decoding: data, as: UTF8.self)
    }

    /// Whether a text is as the page shows it; `…` alone stands for any lines, `…` in a line for any text.
    static func fits(_ text: String, _ shown: String) -> Bool {
        let escaped = NSRegularExpression.escapedPattern(for: shown)
            .replacingOccurrences(of: "\n…\n", with: "\n(?s:.*)").replacingOccurrences(of: "…", with: "(?s:.*)")
        let pattern = "\\A" + escaped + "\\s*\\z"
        return text.range(of: pattern, options: .regularExpression) != nil
    }

    /// A fenced part of the page.
    private struct Block {
        enum Kind {
            case console
            case file(String)
        }

        var kind: Kind
        var text: String

        /// The lines that begin with `$`, each with what it says.
        var commands: [(line: String, output: String)] {
            text.components(separatedBy: "\n$ ").map { part in
                let lines = part.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
                let line = lines[0].hasPrefix("$ ") ? String(lines[0].dropFirst(2)) : String(lines[0])
                return (line, lines.count > 1 ? String(lines[1]).trimmingCharacters(in: .newlines) : "")
            }
        }

        static func all(in page: String) -> [Block] {
            page.components(separatedBy: "\n```").dropFirst().enumerated().compactMap { index, part in
                guard index.isMultiple(of: 2) else { return nil }
                let lines = part.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
                let text = lines.count > 1 ? String(lines[1]) + "\n" : ""
                switch lines[0] {
                case "console": return Block(kind: .console, text: text)
                case "yaml":
                    guard let head = text.split(separator: "\n").first, head.hasPrefix("# Intents/") else { return nil }
                    return Block(kind: .file(String(head.dropFirst(2))), text: text)
                default: return nil
                }
            }
        }
    }
}
