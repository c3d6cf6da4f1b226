import Foundation
import Testing

@Suite("The state folder")
struct StateFolderTests {
    @Test(
        "One that cannot be made ends with code 73 and a sentence that names it",
        arguments: [["chat"], ["chat", "--json"], ["serve", "--listen", "127.0.0.1:0"]])
    func belowFile(command: [String]) throws {
        let room = try Room()
        try Data("text".utf8).write(to: room.folder.appendingPathComponent("a-file"))
        let state = room.path("a-file/state")
        let outcome = try room.run(
            command + ["--intents", SamplePack.small, "--state", state], input: Array("手续费\n".utf8))
        #expect(outcome.code == 73)
        #expect(outcome.output.isEmpty)
        #expect(outcome.errorText.contains(state))
        #expect(outcome.errorText.contains("--state"))
    }

    @Test("The system's own word for the obstacle is told, and no sentence has two ends")
    func systemFolder() throws {
        let outcome = try Room().run(
            ["chat", "--intents", SamplePack.small, "--state", "/proc/no-state"], input: Array("手续费\n".utf8))
        #expect(outcome.code == 73)
        #expect(outcome.errorText.contains("cannot be made or read: No such file or directory. Name"))
    }

    @Test("A database that is none ends with code 73 and a sentence, and stays as it is")
    func noDatabase() throws {
        let room = try Room()
        try FileManager.default.createDirectory(atPath: room.state, withIntermediateDirectories: true)
        let text = String(repeating: "this is no database\n", count: 100)
        try text.write(toFile: room.state + "/helpline.db", atomically: true, encoding: .utf8)
        let outcome = try room.chat(["手续费"], pack: SamplePack.small)
        #expect(outcome.code == 73)
        #expect(outcome.errorText.hasPrefix("helpline: "))
        #expect(try String(contentsOfFile: room.state + "/helpline.db", encoding: .utf8) == text)
    }

    @Test("One that everybody may write is refused with code 73, and stays as it is")
    func writableByAll() throws {
        let room = try Room()
        try FileManager.default.createDirectory(atPath: room.state, withIntermediateDirectories: true)
        try FileManager.default.setAttributes([.posixPermissions: 0o777], ofItemAtPath: room.state)
        let outcome = try room.chat(["手续费"], pack: SamplePack.small)
        #expect(outcome.code == 73)
        #expect(outcome.output.isEmpty)
        #expect(outcome.errorText.contains("chmod 700 \(room.state)"))
        #expect(try FileManager.default.contentsOfDirectory(atPath: room.state) == [])
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: room.state)
        #expect(try room.chat(["手续费"], pack: SamplePack.small).code == 0)
    }

    @Test("It is made for its owner alone, with its files")
    func modes() throws {
        let room = try Room()
        #expect(try room.chat(["手续费"], pack: SamplePack.small).code == 0)
        let files = try FileManager.default.contentsOfDirectory(atPath: room.state)
        #expect(files.contains("helpline.db"))
        for file in files + ["."] {
            let attributes = try FileManager.default.attributesOfItem(atPath: room.state + "/" + file)
            let mode = (attributes[.posixPermissions] as? NSNumber)?.intValue ?? 0
            #expect(mode & 0o077 == 0)
        }
    }
}
