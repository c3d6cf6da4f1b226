import Foundation
import Testing

/// A server that runs in a room, as a process of its own.
struct Serving {
    let room: Room
    let program: RunningProgram
    let port: UInt16

    /// Starts a server and waits until it listens.
    init(
        in room: Room? = nil, pack: String = SamplePack.small, options: [String] = ["--no-greeting"],
        environment: [String: String] = [:]
    ) throws {
        let room = try room ?? Room()
        self.room = room
        program = try room.start(
            ["serve", "--intents", pack, "--state", room.state, "--listen", "127.0.0.1:0"] + options,
            environment: environment)
        port = try program.errors { text in
            text.firstMatch(of: /listening on 127\.0\.0\.1:([0-9]+)\n/).flatMap { UInt16($0.output.1) }
        }
    }

    /// Ends the server and expects that it does so in time and without a fault.
    func end() throws {
        program.signal(SIGTERM)
        #expect(try program.end(within: 120).code == 0)
    }

    /// What a tool prints that is run by a shell; `$PORT` is the server's.
    func shell(_ command: String, environment: [String: String] = [:]) throws -> String {
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = ["-c", command]
        process.currentDirectoryURL = RunningProgram.package
        process.environment = ProcessInfo.processInfo.environment
            .merging(["PORT": "\(port)", "PYTHONDONTWRITEBYTECODE": "1"]) { $1 }.merging(environment) { $1 }
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = output
        try process.run()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return String(decoding: data, as: UTF8.self)
    }
}
