import Testing

@testable import HelplineServer

@Suite("The bot on IRC") struct IRCSessionTests {
    private static func session(password: String? = nil) -> IRCSession {
        IRCSession(
            IRCConfiguration(
                server: Endpoint(host: "127.0.0.1", port: 6667), nick: "helpline", channels: ["#help"],
                password: password))
    }

    /// What follows a line, in short.
    private static func note(_ session: inout IRCSession, _ line: String, isPlain: Bool = true) throws -> [String] {
        let message = try #require(IRCMessage(parsing: line))
        return session.receive(message, isPlain: isPlain).map { action in
            switch action {
            case .send(let line): line
            case .answer(let question): "answer \(question.nick) \(question.channel ?? "-") \(question.text)"
            case .forget(let nick): "forget \(nick)"
            case .joined: "joined"
            }
        }
    }

    @Test(
        "A line is read into its parts",
        arguments: [
            (":lin!u@h PRIVMSG #help :a b  c", "lin", "PRIVMSG", ["#help", "a b  c"]),
            ("PING :x", "", "PING", ["x"]), ("@t=1;u=2 :s.example 001 me :hi", "s.example", "001", ["me", "hi"]),
            (":lin PRIVMSG bot :", "lin", "PRIVMSG", ["bot", ""]), ("join #a,#b", "", "JOIN", ["#a,#b"]),
            (":a!b@c NICK d", "a", "NICK", ["d"]),
        ] as [(String, String, String, [String])])
    func parsing(line: String, source: String, command: String, parameters: [String]) throws {
        let message = try #require(IRCMessage(parsing: line))
        #expect(message.source == source)
        #expect(message.command == command)
        #expect(message.parameters == parameters)
    }

    @Test("Lines that say nothing are no message", arguments: ["", ":only", "@tags", "@tags :only", "   "])
    func noMessage(line: String) {
        #expect(IRCMessage(parsing: line) == nil)
    }

    @Test("It presents itself, joins when it is let in, answers pings, and takes another nick where its own is taken")
    func registration() throws {
        var session = Self.session()
        #expect(session.begin() == [.send("NICK helpline"), .send("USER helpline 0 * :helpline")])
        #expect(try Self.note(&session, ":s 433 * helpline :taken") == ["NICK helpline_"])
        #expect(try Self.note(&session, ":s 001 helpline_ :hi") == ["joined", "JOIN #help"])
        #expect(try Self.note(&session, "PING :abc") == ["PONG :abc"])
        #expect(try Self.note(&session, ":lin!u@h PRIVMSG #help :helpline_: hi") == ["answer lin #help hi"])
    }

    @Test("It proves the account of its nick before it is let in, and goes where the proof is refused")
    func sasl() throws {
        var session = Self.session(password: "s3cret")
        #expect(session.begin().first == .send("CAP REQ :sasl"))
        #expect(try Self.note(&session, ":s CAP * ACK :sasl") == ["AUTHENTICATE PLAIN"])
        let proof = "AUTHENTICATE aGVscGxpbmUAaGVscGxpbmUAczNjcmV0"
        #expect(try Self.note(&session, "AUTHENTICATE +") == [proof])
        #expect(try Self.note(&session, ":s 903 * :ok") == ["CAP END"])
        #expect(try Self.note(&session, ":s 904 * :no").first?.hasPrefix("QUIT") == true)
    }

    @Test(
        "It answers what is said to it, and nothing else",
        arguments: [
            (":lin!u@h PRIVMSG helpline :账号被盗了", "answer lin - 账号被盗了"),
            (":lin!u@h PRIVMSG #help :helpline: hi", "answer lin #help hi"),
            (":lin!u@h PRIVMSG #help :HelpLine，你好", "answer lin #help 你好"),
            (":lin!u@h PRIVMSG #help :@helpline hi", "answer lin #help hi"),
            (":lin!u@h PRIVMSG #help :helpliner: hi", ""), (":lin!u@h PRIVMSG #help :hi helpline", ""),
            (":lin!u@h NOTICE helpline :hi", ""), (":helpline!u@h PRIVMSG helpline :hi", ""),
            (":irc.example PRIVMSG helpline :hi", ""), (":lin!u@h QUIT :bye", "forget lin"),
            (":lin!u@h NICK wang", "forget lin"),
        ])
    func questions(line: String, note: String) throws {
        var session = Self.session()
        #expect(try Self.note(&session, line).joined() == note)
    }

    @Test("CTCP is ignored")
    func ctcp() throws {
        var session = Self.session()
        #expect(try Self.note(&session, ":lin!u@h PRIVMSG helpline : VERSION ", isPlain: false) == [])
    }

    @Test("A reply is cut between characters at the limit, at a space where one is near, and nothing is lost")
    func splitting() {
        let chinese = String(repeating: "账号", count: 300)
        let parts = IRCText.lines(of: chinese, limit: 400)
        #expect(parts.allSatisfy { $0.utf8.count <= 400 })
        #expect(parts.joined() == chinese)
        let english = String(repeating: "word ", count: 200) + "end"
        let words = IRCText.lines(of: english, limit: 400)
        #expect(words.allSatisfy { $0.utf8.count <= 400 && !$0.hasPrefix(" ") })
        #expect(words.joined(separator: " ").split(separator: " ").count == 201)
        #expect(IRCText.lines(of: "a\n\nb\r\nc", limit: 400) == ["a", "b", "c"])
        #expect(IRCText.lines(of: "👩‍👩‍👧‍👦👩‍👩‍👧‍👦", limit: 40) == ["👩‍👩‍👧‍👦", "👩‍👩‍👧‍👦"])
    }

    @Test("A letter with accents without end, which is one character, is cut too")
    func accents() {
        let endless = "e" + String(repeating: "\u{301}", count: 1000)
        let parts = IRCText.lines(of: endless, limit: 400)
        #expect(parts.allSatisfy { (1...400).contains($0.utf8.count) })
        #expect(Array(parts.joined().unicodeScalars) == Array(endless.unicodeScalars))
    }

    @Test("With what the network puts before a line, it has 512 bytes at most", arguments: [5, 30, 200, 400])
    func room(length: Int) {
        let name = String(repeating: "n", count: length)
        let room = IRCText.room(to: "#" + name, behind: name + ": ", as: "helpline", limit: 400)
        let added = ":helpline!~username12@".utf8.count + 64
        let line = added + "PRIVMSG #".utf8.count + length + " :".utf8.count + length + 2 + room + 2
        #expect(length > 50 ? room == 64 : line <= 512)
        #expect(IRCText.fitted(String(repeating: "账", count: 400)).utf8.count == 510)
    }

    @Test("Base64 is that of everybody else", arguments: [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v")])
    func base64(text: String, encoded: String) {
        #expect(IRCBase64.encoded(Array(text.utf8)) == encoded)
    }
}
