import Foundation

/// A real SMTP server on loopback, as long as this object lives.
final class MailServer {
    struct NotStarted: Error {
        var words: String
    }

    let folder: URL
    private let port: Int
    private let process = Process()
    private let input = Pipe()

    init(in room: Room) throws {
        folder = room.folder.appendingPathComponent("server")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try ServerTools.run([
            "openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-keyout",
            folder.path + "/key.pem", "-out", folder.path + "/cert.pem", "-days", "2", "-subj", "/CN=localhost",
            "-addext", "subjectAltName=DNS:localhost",
        ])
        let script = RunningProgram.package.appendingPathComponent("Tests/HelplineMailTests/Fixtures/smtp_server.py")
        let output = Pipe()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["python3", "-W", "ignore", script.path, folder.path, "starttls"]
        process.standardInput = input
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        let line = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
        guard let port = Int(line.trimmingCharacters(in: .whitespacesAndNewlines)) else {
            throw NotStarted(words: "the server said “\(line)”")
        }
        self.port = port
    }

    deinit {
        try? input.fileHandleForWriting.close()
        process.waitUntilExit()
    }

    /// The settings with which the program sends to this server.
    func settings(password: String = "s3cret", recipient: String = "support@team.example") -> [String: String] {
        [
            "HELPLINE_MAIL_TRANSPORT": "smtp", "HELPLINE_MAIL_FROM": "helpline@bot.example",
            "HELPLINE_MAIL_RECIPIENT": recipient, "HELPLINE_MAIL_SMTP_HOST": "localhost",
            "HELPLINE_MAIL_SMTP_PORT": "\(port)", "HELPLINE_MAIL_SMTP_USER": "bot",
            "HELPLINE_MAIL_SMTP_PASSWORD": password, "HELPLINE_MAIL_SMTP_CA": folder.path + "/cert.pem",
        ]
    }

    /// The mails that arrived, in order, each as a file.
    var mails: [String] {
        var files: [String] = []
        while true {
            let file = folder.appendingPathComponent("\(files.count + 1).eml").path
            guard FileManager.default.fileExists(atPath: file) else { return files }
            files.append(file)
        }
    }
}
