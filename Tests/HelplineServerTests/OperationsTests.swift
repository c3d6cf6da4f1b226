import Foundation
import HelplineServer
import Logging
import Metrics
import ServiceLifecycle
import Synchronization
import Testing

@Suite("What an operator sees of a server", .serialized, .timeLimit(.minutes(10))) struct OperationsTests {
    /// The path of a socket in a folder of its own, which is short enough.
    private static func path() -> String {
        FileManager.default.temporaryDirectory.path + "/hl-ctl-\(UInt32.random(in: 0 ... .max))"
    }

    /// Runs a control socket while `body` asks it.
    private func withControl(
        _ answer: @escaping @Sendable (String, @escaping ControlSocket.Reply) -> Void,
        _ body: @escaping @Sendable (String) throws -> Void
    ) async throws {
        let path = Self.path()
        let group = ServiceGroup(
            services: [ControlSocket(path: path, logger: quietLogger, answer: answer)], logger: quietLogger)
        async let running: Void = group.run()
        try await onThread {
            try eventually { FileManager.default.fileExists(atPath: path) }
            try body(path)
        }
        await group.triggerGracefulShutdown()
        try await running
        #expect(!FileManager.default.fileExists(atPath: path))
    }

    @Test("A question is answered with its status, one after another, and the socket is its user's alone")
    func control() async throws {
        try await withControl({ $1(ControlAnswer(status: $0 == "bad" ? 65 : 0, "you said \($0)\nsecond line\n")) }) {
            path in
            var file = stat()
            #expect(lstat(path, &file) == 0 && file.st_mode & 0o777 == 0o600)
            for _ in 0..<20 {
                let answer = try ControlSocket.ask("status", at: path)
                #expect(answer == ControlAnswer("you said status\nsecond line\n"))
            }
            let bad = try ControlSocket.ask("bad", at: path)
            #expect(bad.status == 65)
        }
    }

    @Test("Whoever asks nothing, or says no end of it, keeps nobody else waiting for long")
    func hostileControl() async throws {
        try await withControl({ $1(ControlAnswer(String(repeating: "x", count: 3_000_000))) }) { path in
            let silent = try Client(path: path)
            let endless = try Client(path: path)
            endless.send([UInt8](repeating: 0x78, count: 5000))
            let answer = try ControlSocket.ask("status", at: path)
            #expect(answer.text.utf8.count == 3_000_000)
            #expect(try endless.readAll().hasPrefix("64\n"))
            #expect(try silent.readAll().isEmpty)
        }
        #expect(throws: ServerError.self) { try ControlSocket.ask("status", at: "/nowhere/control") }
    }

    @Test("A question is answered while the answer to another one is still being made")
    func besides() async throws {
        let slow = Mutex<ControlSocket.Reply?>(nil)
        let begun = DispatchSemaphore(value: 0)
        try await withControl { line, reply in
            guard line == "slow" else { return reply(ControlAnswer(line + "\n")) }
            slow.withLock { $0 = reply }
            begun.signal()
        } _: { path in
            let patient = try Client(path: path)
            patient.send("slow\n")
            begun.wait()
            let quick = try ControlSocket.ask("quick", at: path)
            #expect(quick.text == "quick\n")
            slow.withLock { $0 }?(ControlAnswer("slow\n"))
            #expect(try patient.readAll() == "0\nslow\n")
        }
    }

    @Test(
        "The first line is the question, however it ends and whatever stands behind it",
        arguments: [
            "status", "status\n", "status\r\n", String(repeating: "status\n", count: 2000),
        ])
    func firstLine(sent: String) async throws {
        try await withControl({ $1(ControlAnswer("you said \($0).\n")) }) { path in
            let client = try Client(path: path)
            client.send(sent)
            client.endInput()
            #expect(try client.readAll() == "0\nyou said status.\n")
        }
    }

    @Test("The book writes numbers as Prometheus reads them, the same name once")
    func metrics() {
        let book = MetricsBook()
        Counter(label: "b_total", dimensions: [("why", "a \"q\"\n")], factory: book).increment(by: 3)
        Counter(label: "b_total", dimensions: [("why", "x")], factory: book).increment()
        Counter(label: "b_total", dimensions: [("why", "x")], factory: book).increment()
        let meter = Meter(label: "a", factory: book)
        meter.increment(by: 2.5)
        meter.decrement(by: 1)
        Timer(label: "c_seconds", factory: book).recordNanoseconds(1_500_000_000)
        #expect(
            book.text == """
                # TYPE a gauge
                a 1.5
                # TYPE b_total counter
                b_total{why="a \\"q\\"\\n"} 3
                b_total{why="x"} 2
                # TYPE c_seconds summary
                c_seconds_sum 1.5
                c_seconds_count 1

                """)
        #expect(book.value("nothing") == nil)
    }

    @Test("systemd is told in its words, by path and by abstract name; without a socket nothing happens")
    func notify() throws {
        SystemdNotifier(environment: [:]).ready()
        for name in [Self.path(), "@hl-\(UInt32.random(in: 0 ... .max))"] {
            let inbox = try Client.datagrams(at: name)
            let notifier = SystemdNotifier(environment: ["NOTIFY_SOCKET": name])
            notifier.starting("a pack")
            notifier.ready()
            notifier.reloading()
            notifier.stopping()
            notifier.alive()
            #expect(try inbox.receive() == Array("STATUS=a pack\nEXTEND_TIMEOUT_USEC=1800000000".utf8))
            #expect(try inbox.receive() == Array("READY=1\nSTATUS=answering".utf8))
            let reloading = String(decoding: try #require(try inbox.receive()), as: UTF8.self)
            #expect(reloading.wholeMatch(of: /RELOADING=1\nMONOTONIC_USEC=[0-9]+/) != nil)
            #expect(try inbox.receive() == Array("STOPPING=1".utf8))
            #expect(try inbox.receive() == Array("WATCHDOG=1".utf8))
            unlink(name)
        }
    }

    @Test(
        "Signs of life are given only where this process is watched",
        arguments: [
            (["WATCHDOG_USEC": "30000000"], .seconds(30)),
            (["WATCHDOG_USEC": "5", "WATCHDOG_PID": "77"], .microseconds(5)),
            (["WATCHDOG_USEC": "5", "WATCHDOG_PID": "78"], nil), (["WATCHDOG_USEC": "x"], nil), ([:], nil),
        ] as [([String: String], Duration?)])
    func watchdog(environment: [String: String], expected: Duration?) {
        #expect(SystemdNotifier(environment: environment, process: 77).watchdog == expected)
    }

    @Test("The heart beats while all loops turn, stops while one hangs, and beats again")
    func heartbeat() async throws {
        let beats = Mutex(0)
        let heartbeat = Heartbeat(every: .milliseconds(10)) { beats.withLock { $0 += 1 } }
        let gate = Gate()
        try await withClients(ScriptedResponder(gate: gate), heartbeat: heartbeat) { port in
            defer { gate.open() }
            func wait(for count: Int) throws { try eventually { beats.withLock { $0 } >= count } }
            try wait(for: 3)
            let client = try Client(port: port)
            client.send("held\n")
            try eventually { gate.arrivals >= 1 }
            let before = beats.withLock { $0 }
            usleep(200_000)
            // One may have been on its way.
            #expect(beats.withLock { $0 } <= before + 1)
            gate.open()
            #expect(try client.readReply() == "1 held")
            try wait(for: before + 3)
        }
    }

    @Test(
        "Sockets are taken over only where they are meant for this process",
        arguments: [
            (["LISTEN_PID": "77", "LISTEN_FDS": "2"], 2), (["LISTEN_PID": "78", "LISTEN_FDS": "2"], 0),
            (["LISTEN_FDS": "2"], 0), (["LISTEN_PID": "77", "LISTEN_FDS": "x"], 0),
            (["LISTEN_PID": "77", "LISTEN_FDS": "-1"], 0), ([:], 0),
        ] as [([String: String], Int)])
    func activation(environment: [String: String], count: Int) {
        let places = SocketActivation.places(environment: environment, process: 77)
        #expect(places == (0..<count).map { .inherited(descriptor: 3 + Int32($0)) })
    }
}
