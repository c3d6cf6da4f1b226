import Foundation

/// The program as its users start it: a process of its own, which is killed where it does not end in time.
final class RunningProgram {
    /// The program did not do in time what was waited for.
    struct Late: Error, CustomStringConvertible {
        var description: String
    }

    /// The folder of the package.
    static let package = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// The program that is tried: $HELPLINE_BINARY, else what was built beside the package.
    static let path =
        ProcessInfo.processInfo.environment["HELPLINE_BINARY"]
        ?? package.appendingPathComponent(".build/debug/helpline").path

    private let process = Process()
    private let ended = DispatchSemaphore(value: 0)
    private let input: Pipe?
    private let outputFile: URL
    private let errorFile: URL

    /// Starts the program; without bytes of input its input stays open for ``send(_:)``.
    ///
    /// The streams are files, so that a full pipe can hold up nobody; the file of the input has no name any more.
    init(_ arguments: [String], in room: Room, input bytes: [UInt8]?, environment: [String: String]) throws {
        let name = UUID().uuidString
        let streams = room.folder.appendingPathComponent("streams")
        outputFile = streams.appendingPathComponent(name + ".out")
        errorFile = streams.appendingPathComponent(name + ".err")
        input = bytes == nil ? Pipe() : nil
        process.executableURL = URL(fileURLWithPath: Self.path)
        process.arguments = arguments
        process.currentDirectoryURL = room.folder.appendingPathComponent("work")
        process.environment = Self.environment(home: room.path("home")).merging(environment) { $1 }
        process.standardOutput = try Self.writing(outputFile)
        process.standardError = try Self.writing(errorFile)
        if let input {
            _ = fcntl(input.fileHandleForWriting.fileDescriptor, F_SETFD, FD_CLOEXEC)
            process.standardInput = input
        } else {
            process.standardInput = try Self.reading(bytes ?? [], name: streams.appendingPathComponent(name + ".in"))
        }
        process.terminationHandler = { [ended] _ in ended.signal() }
        try process.run()
    }

    deinit {
        if process.isRunning { kill(process.processIdentifier, SIGKILL) }
    }

    /// Writes to the open input.
    func send(_ line: String) {
        input?.fileHandleForWriting.write(Data((line + "\n").utf8))
    }

    /// Ends the open input.
    func endInput() {
        try? input?.fileHandleForWriting.close()
    }

    /// Sends a signal.
    func signal(_ number: Int32) {
        kill(process.processIdentifier, number)
    }

    /// Waits until the output, as far as it goes, yields something.
    func output<Value>(within seconds: Double = 120, _ find: (String) -> Value?) throws -> Value {
        try wait(for: outputFile, within: seconds, find)
    }

    /// Waits until standard error, as far as it goes, yields something.
    func errors<Value>(within seconds: Double = 120, _ find: (String) -> Value?) throws -> Value {
        try wait(for: errorFile, within: seconds, find)
    }

    /// Waits for the end of the program.
    func end(within seconds: Double) throws -> Outcome {
        guard ended.wait(timeout: .now() + seconds) == .success else {
            kill(process.processIdentifier, SIGKILL)
            throw Late(description: "the program did not end within \(seconds) s; \(shown)")
        }
        return Outcome(
            code: process.terminationReason == .exit ? process.terminationStatus : -process.terminationStatus,
            output: Self.bytes(outputFile), errors: Self.bytes(errorFile))
    }

    private func wait<Value>(for file: URL, within seconds: Double, _ find: (String) -> Value?) throws -> Value {
        let deadline = Date(timeIntervalSinceNow: seconds)
        while true {
            let isRunning = process.isRunning
            if let value = find(String(decoding: Self.bytes(file), as: UTF8.self)) { return value }
            guard isRunning, Date() < deadline else {
                throw Late(description: "what was waited for did not come; \(shown)")
            }
            usleep(10_000)
        }
    }

    private var shown: String {
        [outputFile, errorFile].map { String(decoding: Self.bytes($0).suffix(2000), as: UTF8.self) }
            .joined(separator: "\n")
    }

    /// The variables that the program is started with: nothing of who runs the tests but where programs are.
    static func environment(home: String) -> [String: String] {
        let outer = ProcessInfo.processInfo.environment
        var result = [
            "HOME": home, "XDG_STATE_HOME": home + "/state", "XDG_CONFIG_HOME": home + "/config", "LANG": "C.UTF-8",
        ]
        for name in ["PATH", "LD_LIBRARY_PATH", "ASAN_OPTIONS", "TSAN_OPTIONS", "LSAN_OPTIONS"] {
            result[name] = outer[name]
        }
        return result
    }

    private static func writing(_ file: URL) throws -> FileHandle {
        try Data().write(to: file)
        return try FileHandle(forWritingTo: file)
    }

    private static func reading(_ bytes: [UInt8], name file: URL) throws -> FileHandle {
        try Data(bytes).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        return try FileHandle(forReadingFrom: file)
    }

    private static func bytes(_ file: URL) -> [UInt8] {
        (try? Data(contentsOf: file)).map { [UInt8]($0) } ?? []
    }
}
