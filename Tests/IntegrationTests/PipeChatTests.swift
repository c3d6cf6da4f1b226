import Foundation
import Testing

@Suite("A chat on a pipe")
struct PipeChatTests {
    @Test("Each line has its replies and nothing else: no prompt, no greeting, one empty line after each reply")
    func replies() throws {
        let room = try Room()
        let outcome = try room.chat(["账号被盗了", "手续费怎么算"], pack: SamplePack.small)
        #expect(outcome.code == 0)
        #expect(outcome.errors.isEmpty)
        let replies = try #require(outcome.replies)
        #expect(replies.count == 3)
        #expect(replies[0].contains("助记词"))
        #expect(replies[1].contains("手续费"))
        #expect(!outcome.text.contains("> "))
        #expect(!outcome.text.contains("自动回答"))
    }

    @Test("A command line of two folders means the same in any order, with “chat” or without, and as other options")
    func commandLines() throws {
        let room = try Room()
        let input = Array("账号被盗了\n".utf8)
        let (pack, state) = (["--intents", SamplePack.small], ["--state", room.state])
        let usual = try room.run(["chat"] + pack + state, input: input)
        #expect(usual.code == 0 && !usual.output.isEmpty)
        for line in [
            state + pack, ["chat"] + state + pack, ["chat", "--intents=\(SamplePack.small)"] + state,
            ["chat", "--color", "auto"] + pack + state, ["chat", "--intents", "elsewhere"] + pack + state,
        ] {
            let outcome = try room.run(line, input: input)
            #expect(outcome.output == usual.output && outcome.code == 0, "\(line)")
        }
    }

    @Test(
        "An option without its value is a wrong command line",
        arguments: [["--intents"], ["chat", "--state"], ["chat", "--intents", "--state"], ["--state", "a", "b"]])
    func missingValue(line: [String]) throws {
        let outcome = try Room().run(line)
        #expect(outcome.code == 64)
        #expect(outcome.output.isEmpty)
    }

    @Test("A last line without an end is answered like any other")
    func lastLine() throws {
        let room = try Room()
        let whole = try room.chat(Array("账号被盗了\n".utf8), pack: SamplePack.small)
        let cut = try room.chat(Array("账号被盗了".utf8), pack: SamplePack.small)
        #expect(cut.output == whole.output)
        #expect(cut.code == 0)
    }

    @Test("Without input nothing is said and the end is a good one")
    func nothing() throws {
        let outcome = try Room().chat([UInt8](), pack: SamplePack.small)
        #expect(outcome.code == 0)
        #expect(outcome.output.isEmpty)
        #expect(outcome.errors.isEmpty)
    }

    @Test("A closed input or output is told, and is no file of the bot's own")
    func closedDescriptors() throws {
        let room = try Room()
        #expect(try room.chat(["账号被盗了"], pack: SamplePack.small).code == 0)
        let command = "\"$0\" chat --intents \"$1\" --state \"$2\""
        let shell = Process()
        let output = Pipe()
        shell.executableURL = URL(fileURLWithPath: "/bin/sh")
        shell.arguments = [
            "-c", "exec 2>&1; \(command) <&-; echo 账号被盗了 | \(command) 3>&1 2>&3 3>&- >&-; echo $?",
            RunningProgram.path, SamplePack.small, room.state,
        ]
        shell.standardOutput = output
        try shell.run()
        let said = output.fileHandleForReading.readDataToEndOfFile()
        shell.waitUntilExit()
        let remedy = "it is closed; use a terminal, a pipe or a file, or /dev/null for one that"
        #expect(
            String(decoding: said, as: UTF8.self) == """
                helpline: There is no standard input to read from, \(remedy) is empty.
                helpline: There is no standard output to write to, \(remedy) nobody reads.
                74

                """)
    }

    @Test("A reply comes before the input ends")
    func live() throws {
        let room = try Room()
        let program = try room.start(["chat", "--intents", SamplePack.small, "--state", room.state])
        program.send("账号被盗了")
        let first = try program.output { $0.hasSuffix("\n\n") ? $0 : nil }
        #expect(first.contains("助记词"))
        program.endInput()
        #expect(try program.end(within: 60).code == 0)
    }

    @Test("Taking leave ends the chat, what follows is not answered")
    func leave() throws {
        let outcome = try Room().chat(["quit", "账号被盗了"], pack: SamplePack.small)
        #expect(outcome.code == 0)
        #expect(outcome.replies?.count == 1)
    }

    @Test("Any bytes get a sentence, and no control character comes back", arguments: HostileLine.all)
    func hostile(line: HostileLine) throws {
        let outcome = try Room().chat(line.bytes, pack: SamplePack.small)
        #expect(outcome.code == 0)
        #expect(outcome.errors.isEmpty)
        let replies = try #require(outcome.replies)
        #expect(replies.count == line.replies)
        #expect(!outcome.output.contains { ($0 < 0x20 && $0 != 0x0A) || $0 == 0x7F })
        #expect(String(validating: outcome.output, as: UTF8.self) != nil)
        if let words = line.words { #expect(outcome.text.contains(words)) }
    }
}

/// A line as only machines and mishaps write it.
struct HostileLine: CustomTestStringConvertible {
    var testDescription: String
    var bytes: [UInt8]
    var replies = 1
    var words: String?

    static let all: [HostileLine] = [
        .init(testDescription: "an empty line", bytes: Array("\n".utf8), words: "空的"),
        .init(testDescription: "a blank line", bytes: Array(" \t \u{3000}\n".utf8), words: "空的"),
        .init(testDescription: "zero-width characters alone", bytes: Array("\u{200B}\u{200B}\n".utf8)),
        .init(
            testDescription: "a line of one megabyte", bytes: .init(repeating: 0x61, count: 1 << 20) + [0x0A],
            words: "太长"),
        .init(
            testDescription: "a line after one of a megabyte",
            bytes: .init(repeating: 0x61, count: 1 << 20) + Array("\n账号被盗了\n".utf8), replies: 2, words: "助记词"),
        .init(testDescription: "invalid UTF-8", bytes: [0xFF, 0xFE, 0xC3, 0x28, 0x0A]),
        .init(testDescription: "invalid UTF-8 beside a question", bytes: Array("账号被盗了".utf8) + [0x80, 0x0A]),
        .init(
            testDescription: "GB18030", bytes: [0xD5, 0xCB, 0xBA, 0xC5, 0xB1, 0xBB, 0xB5, 0xC1, 0xC1, 0xCB, 0x0A],
            words: "UTF-8"),
        .init(testDescription: "NUL alone", bytes: [0, 0x0A]),
        .init(testDescription: "NUL in a question", bytes: Array("账号\0被盗了\n".utf8)),
        .init(
            testDescription: "a colour around a question", bytes: Array("\u{1B}[31m账号被盗了\u{1B}[0m\n".utf8),
            words: "助记词"),
        .init(testDescription: "a window title", bytes: Array("\u{1B}]0;title\u{7}\n".utf8)),
        .init(testDescription: "C1 controls", bytes: Array("\u{9B}31m\u{85}\n".utf8)),
        .init(testDescription: "CR LF", bytes: Array("账号被盗了\r\n".utf8), words: "助记词"),
        .init(testDescription: "CR LF alone", bytes: Array("\r\n".utf8), words: "空的"),
        .init(
            testDescription: "a byte order mark", bytes: [0xEF, 0xBB, 0xBF] + Array("账号被盗了\n".utf8),
            words: "助记词"),
        .init(testDescription: "characters that turn the direction", bytes: Array("\u{202E}abc\u{202C}\n".utf8)),
        .init(testDescription: "a JSON object", bytes: Array("{\"text\":\"账号被盗了\"}\n".utf8)),
    ]
}
