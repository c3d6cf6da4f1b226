import Foundation

/// The programs that tests of real servers need; `Scripts/test` fetches them.
enum TestTools {
    private static let insists = ProcessInfo.processInfo.environment["CI"] != nil

    /// Whether tests with aiosmtpd are run: where it is missing, only if nobody insists are they left out.
    static let wantsAiosmtpd = insists || (find("openssl") != nil && find("aiosmtpd") != nil)

    /// Whether tests with exim are run.
    static let wantsExim = insists || (find("openssl") != nil && find("exim4") != nil)

    /// The path of a program.
    static func find(_ name: String) -> String? {
        let path = (ProcessInfo.processInfo.environment["PATH"] ?? "") + ":/usr/sbin"
        return path.split(separator: ":").map { "\($0)/\(name)" }.first {
            FileManager.default.isExecutableFile(atPath: $0)
        }
    }

    /// Whether a program ended with code 0.
    @discardableResult
    static func run(_ arguments: String...) -> Bool {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = arguments
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        guard (try? process.run()) != nil else { return false }
        process.waitUntilExit()
        return process.terminationStatus == 0
    }

    /// Writes cert.pem and key.pem for localhost into a folder.
    static func makeCertificate(in folder: String) -> Bool {
        run(
            "openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-keyout",
            folder + "/key.pem",
            "-out", folder + "/cert.pem", "-days", "2", "-subj", "/CN=localhost",
            "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1")
    }

    /// The program `helpline-smtp` as it was built with the tests.
    static var helper: String {
        let own = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
        let near = URL(filePath: own).deletingLastPathComponent().appending(path: "helpline-smtp").path
        if FileManager.default.isExecutableFile(atPath: near) { return near }
        // The runner may be the toolchain's own; the bundle with the tests is then its argument.
        let bundle = CommandLine.arguments.first { $0.hasSuffix(".xctest") } ?? ""
        return URL(filePath: bundle).deletingLastPathComponent().appending(path: "helpline-smtp").path
    }
}

extension TestTools {
    /// A port of loopback that nobody listens on just now.
    static func freePort() -> Int? {
        withLoopback(port: 0) { socket, address, size in
            guard bind(socket, address, size) == 0 else { return nil }
            var own = sockaddr_in()
            var length = socklen_t(MemoryLayout<sockaddr_in>.size)
            let isKnown = withUnsafeMutablePointer(to: &own) { pointer in
                pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { getsockname(socket, $0, &length) == 0 }
            }
            return isKnown ? Int(UInt16(bigEndian: own.sin_port)) : nil
        }
    }

    /// Whether somebody takes connections on a port of loopback.
    static func accepts(_ port: Int) -> Bool {
        withLoopback(port: port) { socket, address, size in connect(socket, address, size) == 0 }
    }

    private static func withLoopback<Value>(
        port: Int, _ body: (Int32, UnsafePointer<sockaddr>, socklen_t) -> Value
    ) -> Value {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(descriptor) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = UInt16(port).bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        return withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                body(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
    }
}
