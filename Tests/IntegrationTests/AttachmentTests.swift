import Foundation
import Testing

@Suite("Files that go with a mail")
struct AttachmentTests {
    /// The header of a picture of one pixel, and bytes of every value.
    private static let png =
        [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
        + [0, 0, 0, 13] + Array("IHDR".utf8) + [0, 0, 0, 1, 0, 0, 0, 1, 8, 6, 0, 0, 0, 0x1F, 0x15, 0xC4, 0x89]
        + [0, 0, 1, 0] + Array("IDAT".utf8) + [UInt8](0...255) + [UInt8](repeating: 0xFF, count: 223)
    private static let toPreview = ["账号被盗了", "转人工", "好"] + [String](repeating: "跳过", count: 4)

    /// A file of a relay in parts.
    private func parts(_ id: String, _ name: String, _ bytes: [UInt8], of size: Int = 200) -> [String] {
        stride(from: 0, to: bytes.count, by: size).map { start in
            let data = Data(bytes[start..<min(start + size, bytes.count)]).base64EncodedString()
            let head = start == 0 ? "\"name\":\"\(name)\"," : ""
            return "{\"type\":\"attachment\",\"id\":\"\(id)\",\"conversation\":\"u1\",\(head)\"data\":\"\(data)\","
                + "\"more\":\(start + size < bytes.count)}"
        }
    }

    private func message(_ id: String, _ text: String) -> String {
        "{\"id\":\"\(id)\",\"conversation\":\"u1\",\"text\":\"\(text)\"}"
    }

    private var lines: [String] { Self.toPreview.enumerated().map { message("m\($0.offset)", $0.element) } }

    @Test("A picture sent by a relay in parts arrives whole, under a harmless name", .enabled(if: Judge.isAvailable))
    func relay() throws {
        let room = try Room()
        let input =
            lines + parts("f1", "../../截\u{202E}图.txt", Self.png) + parts("f2", "app.log", Array("open\nerror\n".utf8))
            + [message("m8", "发送")]
        let outcome = try room.chat(input, pack: SamplePack.small, options: ["--json"])
        #expect(outcome.objects.last?["state"] == "sent")
        let draft = outcome.objects.last { $0.object("draft") != nil }?.object("draft")
        let files = draft?["files"] as? [[String: Any]] ?? []
        #expect(files.map { $0["name"] as? String } == ["截图.txt.png", "app.log"])
        #expect(files.map { $0["size"] as? Int } == [Self.png.count, 11])
        let mail = try Judge.read(try #require(room.mails.first))
        #expect(mail.defects == [])
        #expect(mail.files.map(\.name) == ["对话记录.txt", "截图.txt.png", "app.log"])
        #expect(mail.files.map(\.type) == ["text/plain", "image/png", "text/plain"])
        #expect(mail.files[1].bytes == Self.png)
        #expect(mail.body.contains("截图.txt.png (520 B); app.log (11 B)"))
        #expect(try draftedFiles(in: room) == "0")
    }

    @Test("Nothing of a file stays that was taken off, cancelled, left behind or refused")
    func nothingStays() throws {
        let room = try Room()
        let mark = "nobody should find this again"
        let file = Array("one line of a log, \(mark)\n".utf8)
        let secret = Array("my password is Tr0ub4dor&Xyzzy99\n\(mark)\n".utf8)
        for last in ["删除附件 1", "取消", "谢谢"] {
            let input = lines + parts("f1", "a.log", file) + [message("m8", last)] + parts("f2", "b.txt", secret)
            let outcome = try room.chat(input, pack: SamplePack.small, options: ["--json"])
            #expect(outcome.text.contains("a.log"))
        }
        let bytes = try EveryByte(of: room)
        #expect(!bytes.contains(mark))
        #expect(!bytes.contains("Tr0ub4dor"))
        #expect(room.mails.isEmpty)
        #expect(try draftedFiles(in: room) == "0")
    }

    @Test("On a terminal a file is attached by its path, and only a regular file", .enabled(if: Judge.isAvailable))
    func terminal() throws {
        let room = try Room()
        let work = room.path("work")
        let manager = FileManager.default
        #expect(manager.createFile(atPath: work + "/my shot.png", contents: Data(Self.png)))
        try manager.createSymbolicLink(atPath: work + "/link.png", withDestinationPath: "/etc/passwd")
        #expect(mkfifo(work + "/pipe.png", 0o600) == 0)
        let shown = try type(
            Self.toPreview + [
                "/attach link.png", "/attach pipe.png", "/attach /dev/zero", "/attach /etc", "/attach gone.png",
                "/附件 'my shot.png'", "发送", "退出",
            ], in: room)
        for name in ["link.png", "pipe.png", "zero", "etc"] {
            #expect(shown.contains("“\(name)”不是普通文件"), "\(name): \(shown)")
        }
        #expect(shown.contains("没有找到“gone.png”"))
        #expect(shown.contains("已附上“my shot.png”（520 B）"))
        let mail = try Judge.read(try #require(room.mails.first))
        #expect(mail.files.map(\.name) == ["对话记录.txt", "my shot.png"])
        #expect(mail.files.last?.bytes == Self.png)
    }

    @Test("A path is read for nobody but the user of the terminal", arguments: ["pipe", "json", "plain", "relay"])
    func paths(way: String) throws {
        let room = try Room()
        let file = room.path("work") + "/shot.png"
        #expect(FileManager.default.createFile(atPath: file, contents: Data(Self.png)))
        let command = "/attach \(file)"
        let text: String
        switch way {
        case "pipe": text = try room.chat(Self.toPreview + [command, "发送"], pack: SamplePack.small).text
        case "json":
            let input = lines + [message("m8", command), message("m9", "发送")]
            text = try room.chat(input, pack: SamplePack.small, options: ["--json"]).text
        default:
            let server = try Serving(in: room)
            let client = try Client(port: server.port)
            let spoken = Self.toPreview + [command, "发送"]
            let lines = way == "plain" ? spoken : spoken.enumerated().map { message("p\($0.offset)", $0.element) }
            for line in lines { try client.send(line) }
            client.endWriting()
            text = try client.read()
            try server.end()
        }
        #expect(text.contains(["json", "relay"].contains(way) ? "直接把图片或文件发过来" : "不会读取任何文件"), "\(text)")
        #expect(room.mails.count == 1)
        #expect(try !Judge.read(try #require(room.mails.first)).files.map(\.name).contains("shot.png"))
    }

    /// Types lines into a chat on a terminal; answers what it shows.
    private func type(_ lines: [String], in room: Room) throws -> String {
        let process = Process()
        let (input, output) = (Pipe(), Pipe())
        let script = RunningProgram.package.appendingPathComponent("Tests/IntegrationTests/Fixtures/terminal.py")
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [
            "python3", script.path, RunningProgram.path, "chat", "--plain", "--intents", SamplePack.small,
            "--state", room.state,
        ]
        process.currentDirectoryURL = URL(fileURLWithPath: room.path("work"))
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        input.fileHandleForWriting.write(Data(lines.map { $0 + "\n" }.joined().utf8))
        try input.fileHandleForWriting.close()
        let data = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        return String(decoding: data, as: UTF8.self)
    }

    /// How many files of drafts the database holds.
    private func draftedFiles(in room: Room) throws -> String {
        let script =
            "import sqlite3,sys; print(sqlite3.connect(sys.argv[1]).execute('select count(*) from files').fetchone()[0])"
        let outcome = try ServerTools.python(["-c", script, room.state + "/helpline.db"])
        return outcome.text.trimmingCharacters(in: .whitespacesAndNewlines)
    }
}
