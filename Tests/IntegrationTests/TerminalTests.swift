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

    @Test("Ctrl-C says what a second one does, and that a draft would be lost; the second leaves and says it is")
    func interrupt() throws {
        let room = try Room()
        let program = try chat(room)
        program.interrupt()
        #expect(try program.reply().contains("Ctrl-C"))
        _ = try say("human", program)
        _ = try say("yes", program)
        program.interrupt()
        let warned = try program.reply()
        #expect(warned.contains("The mail is not sent yet") && warned.contains("Ctrl-C once more"))
        #expect(try say("My transfer is missing.", program).contains("What did you do before"))
        program.interrupt()
        _ = try program.reply()
        program.interrupt()
        let (code, last) = program.leave()
        #expect(code == 0)
        #expect(last.contains("the draft is gone"))
    }

    @Test(
        "What is typed ahead while the pack is proved is answered, and a Ctrl-D among it leaves",
        arguments: [("\u{4}", false), ("human\r\u{4}", true), ("hum\u{4}an\r\u{4}", true)])
    func typedAhead(keys: String, isAnswered: Bool) throws {
        let room = try Room()
        let program = try TerminalProgram(
            ["chat", "--trial", "--intents", SamplePack.small, "--state", room.state, "--color", "never"], in: room,
            typedAhead: keys)
        let (code, shown) = program.leave()
        #expect(code == 0)
        #expect(shown.contains("Hello"))
        #expect(shown.contains("Give no recovery phrase") == isAnswered)
    }

    @Test("The language to begin with is the one of --lang, whatever the terminal's; the first start says why it takes")
    func language() throws {
        let room = try Room()
        let arguments = [
            "chat", "--intents", SamplePack.small, "--state", room.state, "--lang", "zh", "--color", "never",
        ]
        let first = try TerminalProgram(arguments, in: room)
        let greeting = try first.reply()
        #expect(greeting.contains("您好") && !greeting.contains("Hello"))
        #expect(greeting.contains("the next start is immediate"))
        #expect(try say("???", first).unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) })
        first.type("\u{4}")
        #expect(first.end() == 0)
        let second = try TerminalProgram(arguments, in: room)
        #expect(try !second.reply().contains("the next start is immediate"))
        second.type("\u{4}")
        #expect(second.end() == 0)
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
