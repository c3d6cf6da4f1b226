import Foundation
import HelplineCore

/// Python's `email` package as the reader of composed mails.
enum PythonJudge {
    /// Whether the tests that need it must run: they are skipped only where Python is missing and nobody insists.
    static let isWanted = isThere || ProcessInfo.processInfo.environment["CI"] != nil

    private static let isThere =
        (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").contains {
            FileManager.default.isExecutableFile(atPath: $0 + "/python3")
        }

    /// What must be read back from a mail.
    struct Expectation: Encodable {
        var subject: String
        var to: String
        var replyTo: String?
        var name: String
        var date: Double
        var messageID: String
        var language: String?
        var text: String
        var files: [[String]]

        /// Written by hand, as a missing value is a null here.
        func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: Key.self)
            try container.encode(subject, forKey: .subject)
            try container.encode(to, forKey: .to)
            try container.encode(replyTo, forKey: .replyTo)
            try container.encode(name, forKey: .name)
            try container.encode(date, forKey: .date)
            try container.encode(messageID, forKey: .messageID)
            try container.encode(language, forKey: .language)
            try container.encode(text, forKey: .text)
            try container.encode(files, forKey: .files)
        }

        private enum Key: CodingKey {
            case subject, to, replyTo, name, date, messageID, language, text, files
        }
    }

    /// The faults that were found, and how many mails were read.
    static func judge(_ mails: [(ComposedMail, Expectation)]) throws -> (faults: [String], count: Int) {
        let folder = try TemporaryFolder()
        let encoder = JSONEncoder()
        for (index, (mail, expectation)) in mails.enumerated() {
            try folder.write(mail.bytes, to: "\(index).eml")
            try folder.write(Array(encoder.encode(expectation)), to: "\(index).json")
        }
        let lines = try run(Fixtures.url("judge.py").path, folder.path)
        return (lines.dropLast().map { String($0) }, lines.last.flatMap { Int($0) } ?? 0)
    }

    private static func run(_ arguments: String...) throws -> [Substring] {
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["python3", "-I"] + arguments
        process.standardOutput = output
        try process.run()
        let data = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return String(decoding: data, as: UTF8.self).split(separator: "\n")
    }
}
