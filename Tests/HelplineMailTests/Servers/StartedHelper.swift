import Foundation

/// `helpline-smtp` with its input, which can be made to see that nobody waits for its answer any more.
final class StartedHelper {
    private let program = Process()
    /// The end of the helper's standard output at which its answer would be read; no other process ever gets it.
    private let answer: FileHandle

    struct NotStarted: Error {}

    init(input: [UInt8]) throws {
        var ends: [Int32] = [0, 0]
        let kind = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
        guard socketpair(AF_UNIX, kind, 0, &ends) == 0 else { throw NotStarted() }
        answer = FileHandle(fileDescriptor: ends[0], closeOnDealloc: true)
        let output = FileHandle(fileDescriptor: ends[1], closeOnDealloc: true)
        let file = FileManager.default.temporaryDirectory.appending(path: "submission-\(UUID().uuidString)")
        try Data(input).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        program.executableURL = URL(filePath: TestTools.helper)
        program.standardInput = try FileHandle(forReadingFrom: file)
        program.standardOutput = output
        try program.run()
        try output.close()
    }

    var process: pid_t { program.processIdentifier }
    var isRunning: Bool { program.isRunning }

    /// Goes away before there is an answer.
    func leave() {
        try? answer.close()
    }

    func code() -> Int32 {
        program.waitUntilExit()
        return program.terminationStatus
    }
}
