import Foundation

/// The programs that tests with a mail server need; `Scripts/test` fetches them.
enum ServerTools {
    /// Whether they are there, or have to be: a machine that builds for everybody skips nothing.
    static let areThere =
        ProcessInfo.processInfo.environment["CI"] != nil || (has("aiosmtpd") && has("openssl"))

    private static func has(_ name: String) -> Bool {
        (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").contains {
            FileManager.default.isExecutableFile(atPath: $0 + "/" + name)
        }
    }

    /// Runs a Python program to its end.
    static func python(_ arguments: [String]) throws -> (code: Int32, text: String) {
        try run(["python3"] + arguments)
    }

    /// Runs a program to its end.
    @discardableResult
    static func run(_ arguments: [String]) throws -> (code: Int32, text: String) {
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = arguments
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        let data = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: data, as: UTF8.self))
    }
}
