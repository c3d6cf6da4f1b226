import Foundation
import Testing

@Suite("The operation of a server")
struct OperationTests {
    private func ctl(_ serving: Serving, _ question: String) throws -> Outcome {
        try serving.room.run(["ctl", question, "--state", serving.room.state])
    }

    @Test("status and metrics tell what is going on; without a server the code is 69")
    func status() throws {
        let serving = try Serving()
        let client = try Client(port: serving.port)
        try client.send("账号被盗了")
        _ = try client.read(until: "\n\n")
        let status = try ctl(serving, "status")
        #expect(status.code == 0)
        #expect(status.text.contains("connections: 1 now"))
        let metrics = try ctl(serving, "metrics")
        #expect(metrics.text.contains("\nhelpline_lines_total 1\n"))
        #expect(!metrics.text.contains("账号"))
        #expect(try ctl(serving, "nonsense").code == 64)
        try serving.end()
        #expect(try ctl(serving, "status").code == 69)
    }

    @Test("A pack with a fault is kept out with its place, the one before is served on, and a mended one is taken")
    func reload() throws {
        let room = try Room()
        let pack = try SamplePack.copy(to: room)
        let serving = try Serving(in: room, pack: pack.path)
        let client = try Client(port: serving.port)
        try client.send("手续费怎么算")
        #expect(try client.read(until: "\n\n").contains("手续费"))
        let file = pack.appendingPathComponent("fees.yaml")
        let text = try String(contentsOf: file, encoding: .utf8)
        try (text + "nonsense: [").write(to: file, atomically: true, encoding: .utf8)
        let refused = try ctl(serving, "reload")
        #expect(refused.code == 65)
        #expect(refused.text.contains("fees.yaml:"))
        #expect(try ctl(serving, "status").code == 1)
        try client.send("手续费怎么算")
        #expect(try client.read(until: "\n\n").contains("手续费"))
        try text.replacing("手续费", with: "新费用").write(to: file, atomically: true, encoding: .utf8)
        #expect(try ctl(serving, "reload").code == 0)
        #expect(try ctl(serving, "status").code == 0)
        try client.send("新费用怎么算")
        #expect(try client.read(until: "\n\n").contains("新费用"))
        try serving.end()
    }

    @Test("A second server on one state folder says what that means, and both answer")
    func second() throws {
        let first = try Serving()
        let second = try Serving(in: first.room)
        let told = try second.program.errors { $0.contains("another server runs") ? $0 : nil }
        #expect(told.contains("nothing is lost") && told.contains("--state"))
        for serving in [first, second] {
            let client = try Client(port: serving.port)
            try client.send("账号被盗了")
            #expect(try client.read(until: "\n\n").contains("助记词"))
        }
        try second.end()
        #expect(try ctl(first, "status").code == 0)
        try first.end()
    }

    @Test("Many who ask for the pack to be read anew share the reading, and the state is told meanwhile")
    func manyReloads() throws {
        let serving = try Serving()
        let script = """
            import socket, sys
            def ask(words):
                client = socket.socket(socket.AF_UNIX)
                client.settimeout(300)
                client.connect(sys.argv[1])
                client.sendall(words)
                return client
            def answer(client):
                return client.makefile("rb").read().decode()
            waiting = [ask(b"reload\\n" * 50) for _ in range(12)]
            print(answer(ask(b"status\\n")).splitlines()[0])
            print({answer(client).splitlines()[0] for client in waiting})
            print(ascii(answer(ask(b"\\x1b]0;x\\x07\\xc2\\x9b\\n"))))
            """
        let text = try serving.shell(
            "python3 -c \"$SCRIPT\" \"$CONTROL\"",
            environment: ["SCRIPT": script, "CONTROL": serving.room.state + "/control"])
        let lines = text.split(separator: "\n")
        #expect(lines.prefix(2) == ["0", "{'0'}"], "\(text)")
        #expect(lines.last?.contains("x1b") == false && lines.last?.contains("x9b") == false)
        serving.program.signal(SIGTERM)
        let outcome = try serving.program.end(within: 15)
        #expect(outcome.code == 0)
        #expect(outcome.errorText.split(separator: "\n").count { $0.contains("read anew") } < 12)
    }

    @Test("SIGHUP reads the pack anew")
    func hangUp() throws {
        let serving = try Serving()
        serving.program.signal(SIGHUP)
        _ = try serving.program.errors { $0.contains("read anew") ? true : nil }
        try serving.end()
    }

    @Test("A second signal ends it at once, also with a client that never goes")
    func secondSignal() throws {
        let serving = try Serving(environment: ["HELPLINE_SERVE_DRAIN_SECONDS": "3600"])
        let client = try Client(port: serving.port)
        try client.send(#"{"type":"message","text":"账号被盗了"}"#)
        _ = try client.read(until: "\n")
        serving.program.signal(SIGTERM)
        #expect(try client.read(until: "\n").contains("shutdown"))
        serving.program.signal(SIGTERM)
        _ = try serving.program.end(within: 10)
    }

    @Test("systemd hands over a socket and hears of the proof and the readiness; who came before is answered")
    func systemd() throws {
        let room = try Room()
        let script = """
            import os, socket, sys
            listener = socket.create_server(("127.0.0.1", 0))
            notify = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
            notify.bind(sys.argv[1])
            early = socket.create_connection(listener.getsockname())
            early.sendall("账号被盗了\\n".encode())
            child = os.fork()
            if child == 0:
                os.dup2(listener.fileno(), 3)
                os.set_inheritable(3, True)
                os.environ.update(LISTEN_PID=str(os.getpid()), LISTEN_FDS="1", NOTIFY_SOCKET=sys.argv[1])
                os.execv(sys.argv[2], sys.argv[2:])
            notify.settimeout(120)
            print(notify.recv(1000).decode().splitlines()[-1])
            print(notify.recv(1000).decode().splitlines()[0])
            print(early.makefile(encoding="utf-8").readline().strip())
            os.kill(child, 15)
            print(notify.recv(1000).decode())
            print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
            """
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments =
            ["python3", "-c", script, room.path("n"), RunningProgram.path, "serve", "--no-greeting"]
            + ["--intents", SamplePack.small, "--state", room.state]
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        let lines = text.split(separator: "\n")
        try #require(lines.count == 5, "\(text)")
        #expect(lines[0].hasPrefix("EXTEND_TIMEOUT_USEC="))
        #expect(lines[1] == "READY=1")
        #expect(!lines[2].isEmpty)
        #expect(lines[3] == "STOPPING=1")
        #expect(lines[4] == "0")
    }

    @Test("Relay secrets that others may read, that are too short, or that stand badly end with code 78")
    func secrets() throws {
        let room = try Room()
        let file = room.path("relays")
        for (text, mode, words) in [
            ("irc a-long-secret\n", 0o644, "chmod 600"), ("irc short\n", 0o600, "too short"),
            ("# a comment\n\nirc\n", 0o600, "relays:3"), ("plain a-long-secret\n", 0o600, "plain"),
        ] {
            try text.write(toFile: file, atomically: true, encoding: .utf8)
            try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: file)
            let outcome = try room.run(
                ["serve", "--intents", SamplePack.small, "--state", room.state, "--listen", "127.0.0.1:0"],
                environment: ["HELPLINE_SERVE_RELAYS": file])
            #expect(outcome.code == 78)
            #expect(outcome.errorText.contains(words), "\(outcome.errorText)")
            #expect(!outcome.errorText.contains("a-long-secret"))
        }
    }

    @Test("relay-check finds nothing wrong with this server, as a guest and as a relay that is kept")
    func relayCheck() throws {
        let serving = try Serving(environment: ["HELPLINE_RELAY_SECRET_IRC": "a-long-secret"])
        for (relay, secret) in [("guest", nil), ("irc", "a-long-secret")] as [(String, String?)] {
            let outcome = try serving.room.run(
                ["relay-check", "127.0.0.1:\(serving.port)", "--relay", relay],
                environment: secret.map { ["HELPLINE_SECRET": $0] } ?? [:])
            #expect(outcome.code == 0, "\(outcome.text)")
            #expect(outcome.text.split(separator: "\n").count > 12)
        }
        let liar = try serving.room.run(["relay-check", "127.0.0.1:\(serving.port)", "--relay", "irc"])
        #expect(liar.code == 1)
        #expect(liar.text.contains("WRONG  hello"))
        try serving.end()
        #expect(try serving.room.run(["relay-check", "127.0.0.1:\(serving.port)"]).code == 69)
    }
}
