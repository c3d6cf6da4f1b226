import Foundation

/// `helpline-smtp` with its input, by whose standard output one can tell it that nobody waits for it any more.
final class StartedHelper {
    private let program = Process()
    private let output = Pipe()

    init(input: [UInt8]) throws {
        let file = FileManager.default.temporaryDirectory.appending(path: "submission-\(UUID().uuidString)")
        try Data(input).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        program.executableURL = URL(filePath: TestTools.helper)
        program.standardInput = try FileHandle(forReadingFrom: file)
        program.standardOutput = output
        try program.run()
    }

    var process: pid_t { program.processIdentifier }

    func leave() {
        try? output.fileHandleForReading.close()
    }

    func code() -> Int32 {
        program.waitUntilExit()
        return program.terminationStatus
    }
}
