import Foundation

@testable import HelplineMail

/// exim on a free port of loopback, as long as this object lives; unpacked as `Scripts/test` does it, or installed.
///
/// It wants a user Debian-exim of its own, whom a machine without the installed package does not have: nss_wrapper, a
/// library that answers questions about users from a file, tells it there is one.
final class EximServer {
    let folder: TemporaryFolder
    let port: Int
    private let process = Process()

    struct NotStarted: Error {
        var words: String
    }

    init() throws {
        folder = try TemporaryFolder()
        port = try Self.freePort()
        let path = folder.path
        for name in ["spool", "log", "mail"] {
            try FileManager.default.createDirectory(
                atPath: "\(path)/\(name)", withIntermediateDirectories: true, attributes: [.posixPermissions: 0o777])
        }
        guard TestTools.makeCertificate(in: path) else { throw NotStarted(words: "openssl failed") }
        for (name, mode) in [("", 0o755), ("spool", 0o777), ("log", 0o777), ("mail", 0o777), ("key.pem", 0o644)] {
            try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: "\(path)/\(name)")
        }
        try writeFiles()
        process.executableURL = URL(filePath: path + "/exim")
        process.arguments = ["-C", path + "/exim.conf", "-bdf", "-q1h"]
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        try waitUntilReady()
    }

    deinit {
        process.terminate()
        process.waitUntilExit()
    }

    /// The mails that were delivered, in no order.
    var mails: [[UInt8]] {
        let folder = self.folder.path + "/mail/new"
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.compactMap { try? [UInt8](Data(contentsOf: URL(filePath: "\(folder)/\($0)"))) }
    }

    /// Waits until so many mails are delivered.
    func wait(for count: Int, seconds: Double = 20) -> [[UInt8]] {
        let end = Date(timeIntervalSinceNow: seconds)
        while mails.count < count, Date() < end { usleep(20_000) }
        return mails
    }

    var log: String { (try? String(contentsOfFile: folder.path + "/log/mainlog", encoding: .utf8)) ?? "" }

    func transport() throws -> SMTPTransport {
        let server = try SMTPServer(
            host: "localhost", port: port, user: "bot", password: .text("s3cret"),
            authorities: folder.path + "/cert.pem", timeouts: .init(connecting: 5, answering: 20, altogether: 40))
        return SMTPTransport(server, helper: TestTools.helper, greeting: "bot.example")
    }

    private func writeFiles() throws {
        let path = folder.path
        // Root's exim gives its rights up, and takes no root for that.
        let user = geteuid() == 0 ? (65_534, 65_534) : (Int(geteuid()), Int(getegid()))
        try folder.write(
            Array("root:x:0:0::/:/bin/sh\nDebian-exim:x:\(user.0):\(user.1)::/:/bin/sh\n".utf8), to: "passwd")
        try folder.write(Array("root:x:0:\nmail:x:8:\nDebian-exim:x:\(user.1):\n".utf8), to: "group")
        let exim = TestTools.find("exim4") ?? "exim4"
        let wrapper = Self.userWrapper(beside: exim).map {
            "export LD_PRELOAD='\($0)' NSS_WRAPPER_PASSWD='\(path)/passwd' NSS_WRAPPER_GROUP='\(path)/group'\n"
        }
        try folder.write(Array("#!/bin/sh\n\(wrapper ?? "")exec '\(exim)' \"$@\"\n".utf8), to: "exim")
        let template = try String(contentsOf: Fixtures.url("exim.conf"), encoding: .utf8)
        let text = template.replacing("@FOLDER@", with: path).replacing("@PORT@", with: "\(port)")
        try folder.write(Array(text.utf8), to: "exim.conf")
        for (name, mode) in [("exim", 0o755), ("exim.conf", 0o644), ("passwd", 0o644), ("group", 0o644)] {
            try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: "\(path)/\(name)")
        }
    }

    /// The library among the tools that are unpacked; nil where exim is installed, with its user.
    private static func userWrapper(beside exim: String) -> String? {
        let root = URL(filePath: exim).deletingLastPathComponent().deletingLastPathComponent().appending(path: "root")
        let files = FileManager.default.enumerator(atPath: root.path + "/usr/lib")
        while let name = files?.nextObject() as? String {
            if name.hasSuffix("/libnss_wrapper.so") { return "\(root.path)/usr/lib/\(name)" }
        }
        return nil
    }

    private func waitUntilReady() throws {
        for _ in 0..<500 {
            if TestTools.accepts(port) { return }
            guard process.isRunning else { break }
            usleep(20_000)
        }
        throw NotStarted(words: "exim does not answer; its log: \(log)")
    }

    private static func freePort() throws -> Int {
        guard let port = TestTools.freePort() else { throw NotStarted(words: "there is no free port") }
        return port
    }
}
