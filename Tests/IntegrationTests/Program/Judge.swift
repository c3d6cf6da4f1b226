import Foundation

/// Reads a mail as another program does: Python's `email` with today's rules.
enum Judge {
    /// What it found.
    struct Verdict: Decodable {
        var to: String
        var replyTo: String?
        var subject: String
        var body: String
        /// The texts of the attached files that are texts.
        var attachments: [String]
        var files: [File]
        var defects: [String]

        /// An attached file.
        struct File: Decodable {
            var name: String
            var type: String
            var data: Data
            var bytes: [UInt8] { [UInt8](data) }
        }
    }

    /// Whether Python is there, or has to be: a machine that builds for everybody skips nothing.
    static let isAvailable = ProcessInfo.processInfo.environment["CI"] != nil || (try? run(["-c", ""])) != nil

    /// Reads a file.
    static func read(_ file: String) throws -> Verdict {
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        return try decoder.decode(Verdict.self, from: run(["-c", script, file]))
    }

    private struct Failure: Error {
        var status: Int32
    }

    private static let script = """
        import base64, email, email.policy, json, sys
        with open(sys.argv[1], 'rb') as file:
            mail = email.message_from_binary_file(file, policy=email.policy.default)
        defects = [repr(d) for part in mail.walk() for d in part.defects]
        defects += [name + ': ' + repr(d) for part in mail.walk() for name, value in part.items()
                    for d in getattr(value, 'defects', [])]
        json.dump({
            'to': mail['To'], 'reply_to': mail['Reply-To'], 'subject': mail['Subject'],
            'body': mail.get_body(('plain',)).get_content(),
            'attachments': [part.get_content() for part in mail.iter_attachments()
                            if part.get_content_maintype() == 'text'],
            'files': [{'name': part.get_filename(), 'type': part.get_content_type(),
                       'data': base64.b64encode(part.get_payload(decode=True)).decode()}
                      for part in mail.iter_attachments()],
            'defects': defects}, sys.stdout)
        """

    private static func run(_ arguments: [String]) throws -> Data {
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["python3"] + arguments
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw Failure(status: process.terminationStatus) }
        return data
    }
}
