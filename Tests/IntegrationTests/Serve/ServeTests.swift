import Foundation
import Testing

@Suite("A server")
struct ServeTests {
    @Test("Who stops writing still gets the reply, and then the end")
    func halfClose() throws {
        try serving { port in
            let client = try Client(port: port)
            try client.send(Array("账号被盗了".utf8))
            client.endWriting()
            let text = try client.read()
            #expect(text.contains("助记词"))
            #expect(text.hasSuffix("\n\n"))
        }
    }

    @Test("Two people at once have a conversation each")
    func two() throws {
        try serving { port in
            let (one, other) = (try Client(port: port), try Client(port: port))
            try one.send("账号被盗了")
            try other.send("手续费怎么算")
            #expect(try other.read(until: "\n\n").contains("手续费"))
            #expect(try one.read(until: "\n\n").contains("助记词"))
            try other.send("退出")
            #expect(try other.read().contains("再见"))
            try one.send("退出")
            #expect(try one.read().contains("再见"))
        }
    }

    @Test("A line of 5,000 bytes is answered in words, and the next line as if nothing had been")
    func longLine() throws {
        try serving { port in
            let client = try Client(port: port)
            try client.send(String(repeating: "长", count: 1667))
            #expect(try client.read(until: "\n\n").contains("太长"))
            try client.send("手续费怎么算")
            #expect(try client.read(until: "\n\n").contains("手续费"))
        }
    }

    @Test("Who says nothing is greeted")
    func greeting() throws {
        try serving(greets: true) { port in
            let text = try Client(port: port).read(until: "\n\n")
            #expect(text.contains("自动回答"))
        }
    }

    @Test("A connection that begins with a brace speaks helpline/1")
    func relay() throws {
        try serving { port in
            let client = try Client(port: port)
            try client.send(#"{"type":"message","id":"m1","conversation":"u1","text":"账号被盗了"}"#)
            let reply = JSONLine(try client.read(until: "\n"))
            #expect(reply["to"] == "m1")
            #expect(reply["intent"] == "account-stolen")
        }
    }

    @Test("A mail that is confirmed over a connection becomes a file within seconds")
    func mail() throws {
        let room = try Room()
        try serving(in: room) { port in
            let client = try Client(port: port)
            for line in ["账号被盗了", "转人工", "好", "跳过", "跳过", "跳过", "跳过"] {
                try client.send(line)
                _ = try client.read(until: "\n\n")
            }
            try client.send("发送")
            #expect(try client.read(until: "\n\n").contains(/HL-[0-9A-Z]{4}-[0-9A-Z]{4}/))
            for _ in 0..<200 where room.mails.isEmpty { usleep(50_000) }
        }
        #expect(room.mails.filter { $0.hasSuffix(".eml") }.count == 1)
    }

    @Test("SIGTERM and SIGINT end it well within ten seconds, an open connection or not", arguments: [SIGTERM, SIGINT])
    func signals(signal: Int32) throws {
        let room = try Room()
        let (program, port) = try start(in: room)
        let client = try Client(port: port)
        try client.send("手续费怎么算")
        _ = try client.read(until: "\n\n")
        program.signal(signal)
        #expect(try program.end(within: 10).code == 0)
    }

    @Test("A port that is taken ends with code 69 and a sentence that names it")
    func portInUse() throws {
        try Client.holdingPort { port in
            let room = try Room()
            let outcome = try room.run(arguments(room, listen: "127.0.0.1:\(port)"))
            #expect(outcome.code == 69)
            #expect(outcome.errorText.contains("\(port)"))
        }
    }

    @Test("A port that is taken is told before a pack is read, which may take long")
    func portBeforePack() throws {
        try Client.holdingPort { port in
            let room = try Room()
            let outcome = try room.run(
                ["serve", "--intents", room.path("missing"), "--state", room.state, "--listen", "127.0.0.1:\(port)"])
            #expect(outcome.code == 69)
        }
    }

    @Test("A pack that is new is said to be proved before anybody is answered, one that was proved is not")
    func proof() throws {
        let room = try Room()
        for isNew in [true, false] {
            let (program, _) = try start(in: room)
            let log = try program.errors { $0 }
            #expect(log.contains("is proved first") == isNew, "\(log)")
            program.signal(SIGTERM)
            #expect(try program.end(within: 120).code == 0)
        }
    }

    @Test("An address that the network can reach is refused with a sentence", arguments: ["0.0.0.0:0", "[::]:0"])
    func notLoopback(address: String) throws {
        let room = try Room()
        let outcome = try room.run(arguments(room, listen: address))
        #expect(outcome.code != 0)
        #expect(outcome.errorText.contains("loopback"))
        #expect(!outcome.errorText.contains("listening on"))
    }

    private func arguments(_ room: Room, listen: String) -> [String] {
        ["serve", "--intents", SamplePack.small, "--state", room.state, "--listen", listen]
    }

    private func start(in room: Room, greets: Bool = false) throws -> (RunningProgram, UInt16) {
        let options = greets ? [] : ["--no-greeting"]
        let program = try room.start(arguments(room, listen: "127.0.0.1:0") + options)
        let port = try program.errors { text in
            text.firstMatch(of: /listening on 127\.0\.0\.1:([0-9]+)\n/).flatMap { UInt16($0.output.1) }
        }
        return (program, port)
    }

    private func serving(in room: Room? = nil, greets: Bool = false, _ body: (UInt16) throws -> Void) throws {
        let room = try room ?? Room()
        let (program, port) = try start(in: room, greets: greets)
        try body(port)
        program.signal(SIGTERM)
        #expect(try program.end(within: 10).code == 0)
    }
}
