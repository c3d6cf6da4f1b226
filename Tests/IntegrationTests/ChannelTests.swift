import Foundation
import HelplinePack
import Testing

@Suite("The same transcripts in every way of talking")
struct ChannelTests {
    /// The moment at which transcripts begin.
    private static let moment = ["HELPLINE_REHEARSAL_MOMENT": "1795341600", "TZ": "Asia/Shanghai"]

    @Test("helpline/1, plain lines over TCP and a pipe give the replies that the transcripts want, and the same ones")
    func everyChannel() throws {
        let room = try Room()
        try SamplePack.makeState(room.state)
        try SamplePack.makeState(room.path("pipe"))
        let server = try room.start(
            [
                "serve", "--intents", SamplePack.shipped, "--state", room.state, "--listen", "127.0.0.1:0",
                "--no-greeting",
            ],
            environment: Self.moment)
        let port = try server.errors { text in
            text.firstMatch(of: /listening on 127\.0\.0\.1:(\d+)/).flatMap { UInt16($0.1) }
        }
        let (transcripts, faults) = Transcript.load(folder: SamplePack.shipped + "/" + Pack.transcripts)
        #expect(faults == [])
        var played = 0
        var mails = 0
        for transcript in transcripts {
            let record = TranscriptRunner(transcript).run { conversation -> Relay? in
                // Time stands still here, and the zone is the server's.
                guard conversation.steps.allSatisfy({ $0.after == 0 && $0.zone == nil }) else { return nil }
                let lines = conversation.steps.map(\.user)
                guard lines.allSatisfy({ !$0.contains("\n") }) else { return nil }
                // Each is said three times to one server, which takes five mails a day for one address.
                if conversation.steps.contains(where: { Self.sends($0.user) }) { mails += 1 }
                guard mails <= 1 || !conversation.steps.contains(where: { Self.sends($0.user) }) else { return nil }
                played += 1
                let relay = try Relay(port: port, name: "case-\(played)")
                let said = try lines.map { try relay.say($0) }
                try compare(said, lines, port: port, room: room, name: conversation.name)
                return try Relay(port: port, name: "again-\(played)")
            }
            #expect(DiagnosticReport(record.differences).text == "")
        }
        #expect(played > 20)
        server.signal(SIGTERM)
        #expect(try server.end(within: 60).code == 0)
    }

    /// Says the same lines over TCP and on a pipe; as many replies must come, with the same words.
    private func compare(_ said: [[TranscriptReply]], _ lines: [String], port: UInt16, room: Room, name: String) throws
    {
        let wanted = said.flatMap { $0.map { Self.bare($0.text) } }
        let client = try Client(port: port)
        var plain: [String] = []
        // A plain connection and a pipe end where the bot takes leave; a relay's conversation begins anew.
        var isOver = false
        for (line, replies) in zip(lines, said) where !isOver {
            for reply in replies.indices where !isOver {
                do {
                    if reply == 0 { try client.send(line) }
                    plain.append(Self.bare(try client.readReply()))
                } catch {
                    isOver = true
                }
            }
        }
        #expect(isOver ? !plain.isEmpty && wanted.starts(with: plain) : plain == wanted, "\(name), over TCP")
        // A mail has a state folder of its own, or the next like it is a duplicate.
        let hasMail = said.joined().contains { $0.details?.state == "sent" }
        let state = hasMail ? "pipe-\(UUID().uuidString)" : "pipe"
        if hasMail { try SamplePack.makeState(room.path(state)) }
        let piped = try room.run(
            ["chat", "--intents", SamplePack.shipped, "--state", room.path(state)],
            input: Array(lines.map { $0 + "\n" }.joined().utf8), environment: Self.moment)
        #expect(piped.replies?.map { Self.bare($0) } == plain, "\(name), on a pipe")
    }

    /// Whether a line may send a mail.
    private static func sends(_ line: String) -> Bool { ["发送", "send", "确认", "yes", "好"].contains(line.lowercased()) }

    /// A reply without what differs by right: references, the word on a zone that was assumed, how files come, and what
    /// a preview quotes of all that.
    private static func bare(_ text: String) -> String {
        text.replacing(/HL-[0-9A-Z]{4}-[0-9A-Z]{4}/, with: "HL-….-….").split(separator: "\n")
            .filter { line in
                !["│ ", "Asia/Shanghai", "attach", "附件", "发不了", "Files cannot"].contains { line.contains($0) }
            }
            .joined(separator: "\n")
    }
}

/// A conversation over helpline/1 with a relay name of its own.
private struct Relay: TranscriptPartner {
    private let client: Client
    private let box = Draft()

    /// The mail as it was last shown, which a receipt does not repeat.
    private final class Draft { var text = "" }

    init(port: UInt16, name: String) throws {
        client = try Client(port: port)
        try client.send(#"{"type":"hello","protocol":["helpline/1"],"relay":"\#(name)"}"#)
        _ = try client.readLine()
    }

    func say(_ line: String) throws -> [TranscriptReply] {
        let message: [String: Any] = [
            "type": "message", "conversation": "u1", "user": ["tz": "Asia/Shanghai"], "text": line,
        ]
        try client.send(String(decoding: try JSONSerialization.data(withJSONObject: message), as: UTF8.self))
        var replies: [TranscriptReply] = []
        while true {
            let reply = JSONLine(try client.readLine())
            if let draft = reply.object("draft") {
                box.text = "\(draft["subject"] ?? "")\n\(draft["body"] ?? "")"
            }
            let isSent = reply["state"] == "sent"
            replies.append(
                TranscriptReply(
                    reply["text"] ?? reply.raw,
                    details: .init(
                        intent: reply["intent"], slot: reply["slot"], state: reply["state"] ?? "",
                        mail: isSent ? box.text : nil)))
            if reply.flag("last") != false { return replies }
        }
    }

    mutating func replies(to line: String, after seconds: Int, zone: String?) throws -> [TranscriptReply] {
        try say(line)
    }
}

extension Client {
    /// Reads one plain reply, without the empty line that ends it.
    fileprivate func readReply() throws -> String {
        try readOne(until: "\n\n")
    }

    /// Reads one line.
    fileprivate func readLine() throws -> String {
        try readOne(until: "\n")
    }
}
