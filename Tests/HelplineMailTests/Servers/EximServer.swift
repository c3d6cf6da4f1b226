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
        // Waiting for it could take for ever: its children hold what Foundation waits for.
        kill(process.processIdentifier, SIGKILL)
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
        let wrapper = try copyProgram().map { library in
            """
            export LD_PRELOAD='\(library)/libnss_wrapper.so' LD_LIBRARY_PATH='\(library)'
            export NSS_WRAPPER_PASSWD='\(path)/passwd' NSS_WRAPPER_GROUP='\(path)/group'

            """
        }
        try folder.write(Array("#!/bin/sh\n\(wrapper ?? "")exec '\(path)/exim4' \"$@\"\n".utf8), to: "exim")
        let template = try String(contentsOf: Fixtures.url("exim.conf"), encoding: .utf8)
        let text = template.replacing("@FOLDER@", with: path).replacing("@PORT@", with: "\(port)")
        try folder.write(Array(text.utf8), to: "exim.conf")
        for (name, mode) in [
            ("exim4", 0o755), ("exim", 0o755), ("exim.conf", 0o644), ("passwd", 0o644), ("group", 0o644),
        ] {
            try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: "\(path)/\(name)")
        }
    }

    /// Copies the program, without the bit that makes it root's: the loader would then ignore where the libraries are.
    ///
    /// - Returns: the folder of the libraries that were unpacked with it; nil where it is installed, with its user.
    private func copyProgram() throws -> String? {
        let found = TestTools.find("exim4") ?? "/usr/sbin/exim4"
        let root = URL(filePath: found).deletingLastPathComponent().deletingLastPathComponent().path + "/root"
        let unpacked = root + "/usr/sbin/exim4"
        let isUnpacked = FileManager.default.fileExists(atPath: unpacked)
        let program = URL(filePath: isUnpacked ? unpacked : found).resolvingSymlinksInPath()
        try folder.write([UInt8](Data(contentsOf: program)), to: "exim4")
        guard isUnpacked else { return nil }
        let files = FileManager.default.enumerator(atPath: root + "/usr/lib")
        while let name = files?.nextObject() as? String {
            if name.hasSuffix("/libnss_wrapper.so") {
                return URL(filePath: "\(root)/usr/lib/\(name)").deletingLastPathComponent().path
            }
        }
        throw NotStarted(words: "libnss_wrapper.so is not among the tools")
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
