import HelplineCore
import HelplineWire

/// Plays a relay against a server and says what it answered otherwise than the protocol has it.
///
/// It uses a conversation of its own, which it ends, and no message of it leads to a mail.
public struct RelayCheck: ~Copyable {
    /// One demand of the protocol, and what came instead.
    public struct Finding: Sendable, Equatable {
        /// The demand.
        public var demand: String
        /// What came; nil where the demand was met.
        public var instead: String?
    }

    private var socket: LineSocket
    private var findings: [Finding] = []
    private let conversation = "relay-check-\(UInt64.random(in: .min ... .max))"
    private var maximumLine = 65536

    /// Connects to a server.
    public init(_ place: ListeningPlace) throws(ServerError) {
        socket = try LineSocket(place, seconds: 10)
    }

    /// Goes through the protocol; the connection is done afterwards.
    ///
    /// Blocks, for ten seconds where an answer is missing.
    public mutating func run(relay: String, secret: String?) -> [Finding] {
        guard greet(relay, secret) else { return findings }
        life()
        replies()
        order()
        faults()
        group()
        endConversation()
        return findings
    }

    private mutating func expect(_ demand: String, _ isMet: Bool, _ answer: JSONValue?) {
        findings.append(Finding(demand: demand, instead: isMet ? nil : Self.shown(answer)))
    }

    private static func shown(_ answer: JSONValue?) -> String {
        guard let answer else { return "nothing, or the end of the connection" }
        var writer = JSONWriter()
        writer.value(answer)
        return String(decoding: writer.bytes.prefix(300), as: UTF8.self)
    }

    // MARK: Lines

    private func say(_ members: [(String, JSONValue)]) {
        var writer = JSONWriter()
        writer.beginObject()
        for (name, value) in members {
            writer.name(name)
            writer.value(value)
        }
        writer.endObject()
        writer.endLine()
        socket.send(writer.bytes)
    }

    private func message(_ id: String, _ text: String, _ more: [(String, JSONValue)] = []) {
        say([("id", .string(id)), ("conversation", .string(conversation)), ("text", .string(text))] + more)
    }

    /// The next line; pings in between are answered.
    private mutating func answer() -> JSONValue? {
        while let line = socket.line() {
            guard let value = try? JSONReader.read(line[...]) else {
                return .string(String(decoding: line, as: UTF8.self))
            }
            guard value["type"]?.string == "ping" else { return value }
            say([("type", .string("pong")), ("id", value["id"] ?? .null)])
        }
        return nil
    }

    /// All replies to a message, up to the one that says it is the last.
    private mutating func allReplies() -> [JSONValue] {
        var replies: [JSONValue] = []
        while let reply = answer() {
            replies.append(reply)
            if reply["type"]?.string != "reply" || reply["last"] == .bool(true) { break }
        }
        return replies
    }

    // MARK: Demands

    private mutating func greet(_ relay: String, _ secret: String?) -> Bool {
        var hello: [(String, JSONValue)] = [
            ("type", .string("hello")), ("protocol", .array([.string("helpline/1")])), ("relay", .string(relay)),
        ]
        if let secret { hello.append(("secret", .string(secret))) }
        say(hello)
        let welcome = answer()
        let isWelcome = welcome?["type"]?.string == "welcome"
        expect(
            "hello is answered by welcome with protocol, window and max_line",
            isWelcome && welcome?["protocol"]?.string == "helpline/1" && (welcome?["window"]?.integer ?? 0) > 0
                && (welcome?["max_line"]?.integer ?? 0) > 0, welcome)
        maximumLine = welcome?["max_line"]?.integer ?? maximumLine
        return isWelcome
    }

    private mutating func life() {
        say([("type", .string("ping")), ("id", .string("p-1"))])
        let pong = answer()
        expect(
            "ping is answered by pong with its id", pong?["type"]?.string == "pong" && pong?["id"]?.string == "p-1",
            pong)
    }

    private mutating func replies() {
        message("m-1", "谢谢", [("nobody-knows-this", .array([.null]))])
        let first = allReplies()
        expect(
            "a message is answered, fields that nobody knows are ignored", first.last?["type"]?.string == "reply",
            first.last)
        expect(
            "exactly the last reply says so", first.dropLast().allSatisfy { $0["last"] == .bool(false) }, first.first)
        for (place, reply) in first.enumerated() {
            expect("reply \(place + 1) has its fields", Self.isComplete(reply, to: "m-1", in: conversation), reply)
            expect("reply \(place + 1) counts on", reply["seq"]?.integer == place + 1, reply)
        }
        message("m-1", "谢谢")
        let second = allReplies()
        expect("the same id has the same lines again", first == second, second.first)
    }

    private static func isComplete(_ reply: JSONValue, to id: String, in conversation: String) -> Bool {
        reply["id"]?.string != nil && reply["to"]?.string == id && reply["conversation"]?.string == conversation
            && reply["kind"]?.string.flatMap { Reply.Kind(rawValue: $0) } != nil
            && reply["state"]?.string.flatMap { Reply.State(rawValue: $0) } != nil
            && reply["text"]?.string?.isEmpty == false && reply["locale"]?.string != nil
            && reply["intent"] != nil && reply["score"] != nil && reply["slot"] != nil && reply["choices"]?.array != nil
    }

    private mutating func order() {
        for number in 2...6 { message("m-\(number)", "hello") }
        var order: [String] = []
        var last: JSONValue?
        for _ in 2...6 {
            last = allReplies().last
            order.append(last?["to"]?.string ?? "")
        }
        expect("messages of one conversation are answered in their order", order == (2...6).map { "m-\($0)" }, last)
    }

    private mutating func faults() {
        socket.send(Array("{no json\n".utf8))
        expectError("a line that is no JSON", "bad_json")
        socket.send(Array("{\"text\":\"".utf8) + [0xFF] + Array("\"}\n".utf8))
        expectError("a line that is no UTF-8", "bad_utf8")
        say([("type", .string("nobody-knows-this")), ("id", .string("x-1"))])
        expectError("a type that nobody knows", "unknown_type", to: "x-1")
        socket.send([UInt8](repeating: 0x20, count: maximumLine + 2) + [0x0A])
        expectError("a line longer than max_line", "too_long")
        say([("type", .string("hello")), ("relay", .string("relay-check"))])
        expectError("a second hello", "unauthorized")
        life()
    }

    private mutating func expectError(_ what: String, _ code: String, to id: String? = nil) {
        let error = answer()
        let isRight = error?["type"]?.string == "error" && error?["code"]?.string == code && error?["to"]?.string == id
        expect("\(what) is answered by the error \(code)", isRight && error?["text"]?.string != nil, error)
    }

    private mutating func group() {
        message("g-1", "转人工", [("audience", .string("group"))])
        let replies = allReplies()
        expect(
            "in a group there is no form, preview or reference",
            !replies.isEmpty
                && replies.allSatisfy { $0["state"]?.string == "idle" && $0["draft"] == nil && $0["email"] == nil },
            replies.last)
    }

    private mutating func endConversation() {
        say([("type", .string("end")), ("conversation", .string(conversation))])
        message("m-1", "谢谢")
        let replies = allReplies()
        expect("after end an id is new and counting begins anew", replies.first?["seq"]?.integer == 1, replies.first)
        say([("type", .string("end")), ("conversation", .string(conversation))])
    }
}
