import Foundation

/// A clean place to run the program in: a home, a state folder and a working folder that no other test sees.
final class Room: Sendable {
    let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("helpline-test-\(UUID().uuidString)")
        for name in ["home", "work", "streams"] {
            try FileManager.default.createDirectory(
                at: folder.appendingPathComponent(name), withIntermediateDirectories: true)
        }
    }

    deinit {
        try? FileManager.default.removeItem(at: folder)
    }

    /// The state folder; the program makes it.
    var state: String { path("state") }

    /// The path of something in the room.
    func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

    /// The mails that were written, by name.
    var mails: [String] {
        let names = try? FileManager.default.contentsOfDirectory(atPath: state + "/outbox")
        return (names ?? []).sorted().map { state + "/outbox/" + $0 }
    }

    /// Runs the program to its end.
    ///
    /// - Throws: ``RunningProgram/Late`` where it takes longer than the limit; it is killed then.
    func run(
        _ arguments: [String], input: [UInt8] = [], environment: [String: String] = [:], seconds: Double = 240
    ) throws -> Outcome {
        let program = try RunningProgram(arguments, in: self, input: input, environment: environment)
        return try program.end(within: seconds)
    }

    /// Starts the program with an input that stays open.
    func start(_ arguments: [String], environment: [String: String] = [:]) throws -> RunningProgram {
        try RunningProgram(arguments, in: self, input: nil, environment: environment)
    }

    /// A chat on a pipe.
    func chat(_ input: [UInt8], pack: String, options: [String] = []) throws -> Outcome {
        try run(["chat", "--intents", pack, "--state", state] + options, input: input)
    }

    /// A chat on a pipe, a line each.
    func chat(_ lines: [String], pack: String, options: [String] = []) throws -> Outcome {
        try chat(Array(lines.map { $0 + "\n" }.joined().utf8), pack: pack, options: options)
    }
}
