import Foundation
import Testing

@Suite("A chat in a terminal")
struct TerminalTests {
    private func chat(_ room: Room) throws -> TerminalProgram {
        let program = try TerminalProgram(
            ["chat", "--trial", "--intents", SamplePack.small, "--state", room.state, "--color", "never"], in: room)
        _ = try program.reply()
        return program
    }

    private func say(_ line: String, _ program: TerminalProgram) throws -> String {
        program.type(line + "\r")
        return try program.reply()
    }

    @Test("What is pasted is one answer with all its lines; on a pipe each line is a message")
    func paste() throws {
        let room = try Room()
        let program = try chat(room)
        _ = try say("human", program)
        #expect(try say("yes", program).contains("describe the problem"))
        let lines = ["My transfer is missing.", "It left on Monday.", "", "Please look for it."]
        program.type("\u{1B}[200~" + lines.joined(separator: "\r") + "\r\u{1B}[201~")
        #expect(try say("", program).contains("What did you do before"))
        for _ in 1...10 {
            let preview = try say("skip", program)
            guard preview.contains("This is the mail") else { continue }
            let kept = preview.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
            let start = try #require(kept.firstIndex { $0.hasSuffix(lines[0]) })
            #expect(kept[start...].dropFirst().prefix(3) == ["│ \(lines[1])", "│", "│ \(lines[3])"])
            program.type("\u{4}")
            #expect(program.end() == 0)
            let piped = try room.chat(["human", "yes"] + lines, pack: SamplePack.small, options: ["--trial"])
            #expect(piped.replies?.count == 6)
            return
        }
        Issue.record("no preview came")
    }

    @Test("A paste is text and no command of the terminal; keys go on to work, Chinese too")
    func keys() throws {
        let room = try Room()
        let program = try chat(room)
        program.type("\u{1B}[200~手续\u{4}费怎么算x\u{1B}[201~\u{7F}")
        #expect(try program.reply(typed: "\r").contains("交易"))
        // The arrow brings the line back.
        #expect(try program.reply(typed: "\u{1B}[A\r").contains("不再重复"))
        program.type("\u{4}")
        #expect(program.end() == 0)
    }

    @Test("Words are not cut at the edge of the terminal")
    func edge() throws {
        let room = try Room()
        let reply = try say("human", try chat(room)).replacingOccurrences(of: "\n ", with: "")
        #expect(reply.contains("Give no recovery phrase, key, password or code"))
    }
}

extension TerminalProgram {
    /// Types, and gives what is shown then.
    fileprivate func reply(typed text: String) throws -> String {
        type(text)
        return try reply()
    }
}
