import Foundation
import Testing

@Suite("Output that nobody gets")
struct OutputTests {
    /// What a shell prints that runs the program as `"$0"` with the sample pack `"$1"` and the state folder `"$2"`.
    private func shell(_ command: String, in room: Room) throws -> String {
        let shell = Process()
        let output = Pipe()
        shell.executableURL = URL(fileURLWithPath: "/bin/sh")
        shell.arguments = ["-c", command, RunningProgram.path, SamplePack.small, room.state]
        shell.environment = RunningProgram.environment(home: room.path("home"))
        shell.currentDirectoryURL = room.folder.appendingPathComponent("work")
        shell.standardOutput = output
        try shell.run()
        let said = output.fileHandleForReading.readDataToEndOfFile()
        shell.waitUntilExit()
        return String(decoding: said, as: UTF8.self)
    }

    @Test(
        "Where the output is full, every command ends with code 74 and says so",
        arguments: [
            #""$0" chat --intents "$1" --state "$2""#, #""$0" chat --json --intents "$1" --state "$2""#,
            #""$0" match --intents "$1""#, #""$0" match --json --intents "$1""#, #""$0" explain --intents "$1" 手续费"#,
            #""$0" check "$1""#, #""$0" config"#, #""$0" outbox export "$2-mails" --state "$2""#, #""$0" --help"#,
            #""$0" --version"#, #""$0" outbox list --help"#,
        ])
    func full(command: String) throws {
        let room = try Room()
        let said = try shell("echo 手续费 | \(command) 2>&1 >/dev/full; echo $?", in: room)
        #expect(said.hasPrefix("helpline: The output could not be written"), "\(said)")
        #expect(said.hasSuffix("\n74\n"), "\(said)")
    }

    @Test(
        "Where the reader has left, every command ends in silence, as by the signal that tells of it",
        arguments: [
            #"yes 手续费 | head -n 20000 | "$0" match --intents "$1""#, #""$0" config"#,
            #"yes 手续费 | "$0" chat --intents "$1" --state "$2""#,
        ])
    func readerGone(command: String) throws {
        let said = try shell("{ \(command); echo $? >&2; } 2>\"$2.err\" | true; cat \"$2.err\"", in: try Room())
        #expect(said == "141\n", "\(said)")
    }

    @Test("A mail that is confirmed while the reader leaves is kept and written")
    func mailOfReaderGone() throws {
        let room = try Room()
        let script = """
            import subprocess, sys
            chat = subprocess.Popen(sys.argv[1:], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
            def say(line):
                chat.stdin.write((line + "\\n").encode())
                chat.stdin.flush()
            def reply():
                return b"".join(iter(chat.stdout.readline, b"\\n"))
            for line in ["human", "yes", "My transfer is missing."]:
                say(line)
                last = reply()
            while b"This is the mail" not in last:
                say("skip")
                last = reply()
            chat.stdout.close()
            say("send")
            chat.stdin.close()
            print(chat.wait(), chat.stderr.read().decode())
            """
        let (_, text) = try ServerTools.python([
            "-c", script, RunningProgram.path, "chat", "--intents", SamplePack.small, "--state", room.state,
        ])
        #expect(text == "-13 \n", "\(text)")
        #expect(room.mails.count == 1)
    }

    @Test(
        "Where the input is closed, every command that reads it ends with code 74 and says so",
        arguments: [
            "chat --state \"$2\"", "chat --plain --state \"$2\"", "chat --json --state \"$2\"", "chat --trial",
            "chat --author", "match", "match --json",
        ])
    func closedInput(command: String) throws {
        let said = try shell("\"$0\" \(command) --intents \"$1\" 2>&1 <&-; echo $?", in: try Room())
        #expect(said.contains("There is no standard input to read from, it is closed"), "\(said)")
        #expect(said.hasSuffix("\n74\n"), "\(said)")
    }

    @Test("A command that reads no input does not mind that it is closed", arguments: ["config", "outbox list"])
    func unreadInput(command: String) throws {
        let said = try shell("\"$0\" \(command) --state \"$2\" 2>&1 <&-; echo $?", in: try Room())
        #expect(said.hasSuffix("\n0\n"), "\(said)")
    }

    @Test("An input that cannot be read ends with code 74 and says so")
    func unreadable() throws {
        for command in ["chat --state \"$2\"", "chat --json --state \"$2\"", "match"] {
            let said = try shell("\"$0\" \(command) --intents \"$1\" 2>&1 </; echo $?", in: try Room())
            #expect(said.contains("The input could not be read"), "\(said)")
            #expect(said.hasSuffix("\n74\n"), "\(said)")
        }
    }
}
