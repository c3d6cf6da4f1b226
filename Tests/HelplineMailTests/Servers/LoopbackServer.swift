import Foundation

@testable import HelplineMail

/// aiosmtpd on a free port of loopback, as long as this object lives.
final class LoopbackServer {
    enum Mode: String {
        case starttls, implicit, clear
    }

    let folder: TemporaryFolder
    let port: Int
    private let process = Process()
    private let input = Pipe()

    struct NotStarted: Error {
        var words: String
    }

    init(_ mode: Mode = .starttls) throws {
        folder = try TemporaryFolder()
        guard TestTools.makeCertificate(in: folder.path) else { throw NotStarted(words: "openssl failed") }
        let output = Pipe()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["python3", Fixtures.url("smtp_server.py").path, folder.path, mode.rawValue]
        process.standardInput = input
        process.standardOutput = output
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

    /// The mails that arrived, in order.
    var mails: [[UInt8]] {
        var mails: [[UInt8]] = []
        while let data = try? Data(contentsOf: URL(filePath: "\(folder.path)/\(mails.count + 1).eml")) {
            mails.append([UInt8](data))
        }
        return mails
    }

    struct Facts: Decodable, Equatable {
        var from: String
        var to: [String]
        var tls: Bool
        var user: Bool
    }

    func facts(_ number: Int) throws -> Facts {
        try JSONDecoder().decode(Facts.self, from: Data(contentsOf: URL(filePath: "\(folder.path)/\(number).json")))
    }

    /// Everything a server without TLS was told.
    var heard: String {
        (try? String(contentsOfFile: folder.path + "/clear", encoding: .utf8)) ?? ""
    }

    /// A transport to this server.
    func transport(
        host: String = "localhost", security: SMTPServer.Security = .startTLS, user: String? = "bot",
        password: String? = "s3cret", trusted: Bool = true, lock: String? = nil,
        timeouts: SMTPServer.Timeouts = .init(connecting: 5, answering: 10, altogether: 20)
    ) throws -> SMTPTransport {
        let server = try SMTPServer(
            host: host, port: port, security: security, user: user, password: password.map { .text($0) },
            authorities: trusted ? folder.path + "/cert.pem" : nil, timeouts: timeouts)
        return SMTPTransport(server, helper: TestTools.helper, greeting: "bot.example", lock: lock)
    }
}
