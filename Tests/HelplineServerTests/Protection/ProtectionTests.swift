@testable import HelplineServer
import Foundation
import Testing

/// Without the trait one test is left: that the program says so.
@Suite("Lines over TLS", .serialized, .timeLimit(.minutes(10))) struct ProtectionTests {
    @Test("The files are named by a pair with a comma", arguments: ["", "a", "a,", ",b", "a,b,c"])
    func malformed(text: String) {
        let error = #expect(throws: ServerError.self) { try TLSFiles(parsing: text) }
        #expect(error?.code == .protection)
        #expect(error?.description.contains("CERTIFICATE,KEY") == true)
    }

    #if TLS
        @Test("OpenSSL's client gets each reply, with TLS 1.2 and 1.3", arguments: ["-tls1_2", "-tls1_3"])
        func answers(version: String) async throws {
            let folder = try CertificateFolder()
            let protection = try Protection(folder.files)
            try await withClients(change: { $0.protection = protection }) { port in
                let text = try OpenSSL.client(version, port: port, saying: "a\nlater b\nbye\n")
                #expect(text == "1 a\n\n2 later b\n\ngood-bye\n\n")
            }
        }

        @Test("A hundred replies of 3,000 letters, and the farewell behind them, all arrive")
        func long() async throws {
            let folder = try CertificateFolder()
            let protection = try Protection(folder.files)
            try await withClients(change: { $0.protection = protection }) { port in
                let lines = String(repeating: "long 3000\n", count: 100) + "bye\n"
                let text = try OpenSSL.client("-tls1_3", port: port, saying: lines)
                #expect(
                    text == String(repeating: String(repeating: "x", count: 3000) + "\n\n", count: 100) + "good-bye\n\n"
                )
            }
        }

        @Test("A client that ends its side by close_notify still has its answers, and then the end")
        func halfClose() async throws {
            let folder = try CertificateFolder()
            let protection = try Protection(folder.files)
            try await withClients(change: { $0.protection = protection }) { port in
                let text = try OpenSSL.halfClosing(port: port, saying: "a\nlater b")
                #expect(text == "1 a\n\n2 later b\n\n")
            }
        }

        @Test("Versions before 1.2 are refused", arguments: ["-tls1", "-tls1_1"])
        func old(version: String) async throws {
            let folder = try CertificateFolder()
            let protection = try Protection(folder.files)
            try await withClients(change: { $0.protection = protection }) { port in
                let text = try OpenSSL.client(version, port: port, saying: "a\n")
                #expect(text.isEmpty)
            }
        }

        @Test(
            "Who speaks in the open is told so in one line and closed",
            arguments: ["hello\n", "{\"text\":\"a\"}\n", "GET / HTTP/1.1\r\n", "\n", "no end"])
        func plaintext(words: String) async throws {
            let folder = try CertificateFolder()
            let metrics = MetricsBook()
            let protection = try Protection(folder.files)
            try await withClients(metrics: metrics, change: { $0.protection = protection }) { port in
                let client = try Client(port: port)
                client.send(words)
                let answer = try client.readAll()
                #expect(answer.contains("TLS only"))
                #expect(answer.utf8.filter { $0 == UInt8(ascii: "\n") }.count == 1)
            }
            #expect(metrics.value("helpline_connections_dismissed_total", [("reason", "no_handshake")]) == 1)
        }

        @Test(
            "A handshake that does not begin, does not end, or is nonsense ends the connection, without a word",
            arguments: [[], [0x16], [0x16, 3, 1, 0, 200], [0x16, 3, 1, 0, 3, 9, 9, 9]] as [[UInt8]])
        func handshake(bytes: [UInt8]) async throws {
            let folder = try CertificateFolder()
            let metrics = MetricsBook()
            let protection = try Protection(folder.files)
            try await withClients(
                metrics: metrics,
                change: {
                    $0.protection = protection
                    $0.greets = true
                    $0.waits.greeting = .milliseconds(50)
                    $0.waits.handshake = .milliseconds(300)
                }
            ) { port in
                let client = try Client(port: port)
                client.send(bytes)
                // What TLS itself says of nonsense is an alert.
                #expect(!(try client.readAll()).contains("welcome"))
            }
            #expect(metrics.value("helpline_connections_dismissed_total", [("reason", "no_handshake")]) == 1)
        }

        @Test("A unix socket of the same server stays plain")
        func unixSocket() async throws {
            let folder = try CertificateFolder()
            let path = folder.path + "/sock"
            let protection = try Protection(folder.files)
            try await withClients(
                change: {
                    $0.protection = protection
                    $0.places.append(.unix(path: path))
                }
            ) { _ in
                let client = try Client(path: path)
                client.send("a\n")
                #expect(try client.readReply() == "1 a")
            }
        }

        @Test("An address beyond this machine is all right with a certificate, and not without")
        func beyond() throws {
            let folder = try CertificateFolder()
            var configuration = ServerConfiguration([.tcp(Endpoint(host: "0.0.0.0", port: 7777))])
            let error = #expect(throws: ServerError.self) { try configuration.checkPlaintext() }
            #expect(error?.code == .plaintext)
            configuration.protection = try Protection(folder.files)
            try configuration.checkPlaintext()
        }

        @Test(
            "A certificate that is renewed is shown to the next client; a broken one is refused and the old one stays")
        func renewal() async throws {
            let folder = try CertificateFolder(days: 2)
            let protection = try Protection(folder.files)
            let first = protection.expires
            try "nonsense".write(toFile: folder.files.certificate, atomically: true, encoding: .utf8)
            #expect(throws: ServerError.self) { try protection.renew() }
            #expect(protection.expires == first)
            try folder.make(days: 100)
            try protection.renew()
            #expect(protection.expires > first + 90 * 86_400)
            try await withClients(change: { $0.protection = protection }) { port in
                let text = try OpenSSL.client("-tls1_3", port: port, saying: "bye\n")
                #expect(text == "good-bye\n\n")
            }
        }

        @Test("A key that everybody may read, that is another's or that is not there is refused with its name")
        func badKeys() throws {
            let folder = try CertificateFolder()
            let other = try CertificateFolder()
            for (key, mode, words) in [
                (folder.files.key, 0o644, "chmod 600"), (other.files.key, 0o600, "does not belong"),
                (folder.path + "/none", nil, "No such file"), (folder.files.certificate, 0o600, "no PEM key"),
            ] as [(String, Int?, String)] {
                if let mode {
                    try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: key)
                }
                let error = #expect(throws: ServerError.self) {
                    try Protection(TLSFiles(certificate: folder.files.certificate, key: key))
                }
                #expect(error?.message.contains(words) == true, "\(String(describing: error))")
            }
        }
    #else
        @Test("A build without TLS says so in one sentence, with the line that builds one")
        func missing() {
            let error = #expect(throws: ServerError.self) {
                try Protection(TLSFiles(certificate: "/etc/cert.pem", key: "/etc/key.pem"))
            }
            #expect(error?.code == .protection)
            #expect(error?.message.contains("--traits TLS") == true)
        }
    #endif
}
