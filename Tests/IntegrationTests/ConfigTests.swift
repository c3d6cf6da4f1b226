import Foundation
import Testing

@Suite("Configuration")
struct ConfigTests {
    static let keys = [
        "intents", "state", "time_zone", "listen", "mail.recipient", "mail.from", "mail.name", "mail.language",
        "mail.own", "chat.history", "color", "log.level", "serve.connections", "serve.idle_seconds",
    ]

    @Test("Every setting is printed with its value and where it was set", arguments: keys)
    func everyKey(key: String) throws {
        let outcome = try Room().run(["config"])
        #expect(outcome.code == 0)
        let line = try #require(outcome.text.split(separator: "\n").first { $0.hasPrefix(key + " = ") })
        #expect(line.wholeMatch(of: /\S+ = .+  \[.+\]/) != nil)
    }

    @Test("With --explain it is said what each setting is for")
    func meanings() throws {
        let plain = try Room().run(["config"])
        let explained = try Room().run(["config", "--explain"])
        #expect(explained.code == 0)
        #expect(explained.output.count > plain.output.count + 300)
    }

    @Test("The state folder is the default, then the file's, then the variable's, then the flag's")
    func order() throws {
        let room = try Room()
        #expect(try state(room) == "state = \(room.path("home/state"))/helpline  [default]")
        let file = try write("state: /from/file\n", in: room)
        #expect(try state(room) == "state = /from/file  [helpline.yaml:1:1]")
        #expect(try state(room, ["--config", file]) == "state = /from/file  [\(file):1:1]")
        let variable = ["HELPLINE_STATE": "/from/variable"]
        #expect(try state(room, environment: variable) == "state = /from/variable  [HELPLINE_STATE]")
        #expect(
            try state(room, ["--state", "/from/flag"], environment: variable) == "state = /from/flag  [command line]")
        #expect(
            try state(try Room(), environment: ["STATE_DIRECTORY": "/from/unit"]) == "state = /from/unit  [default]")
    }

    @Test(
        "A configuration that cannot be used ends with code 78 and a sentence that names the place",
        arguments: [
            ("colour: always\n", "helpline.yaml:1:1"), ("a: [\n", "helpline.yaml:"), ("color: pink\n", "pink"),
            ("log.level: loud\n", "loud"), ("- a\n", "helpline.yaml"), ("serve.idle_seconds: soon\n", "from 0.1 to"),
            ("serve:\n  window: 0\n", "helpline.yaml:2:3"), ("state: ''\n", "helpline.yaml:1:1: state is empty"),
            ("mail:\n  folder: ''\n", "helpline.yaml:2:3: mail.folder is empty"),
        ])
    func wrong(text: String, words: String) throws {
        let room = try Room()
        _ = try write(text, in: room)
        let outcome = try room.run(["config"])
        #expect(outcome.code == 78)
        #expect(outcome.errorText.contains(words))
    }

    @Test("An unknown setting is answered with the nearest one, and not with all of them")
    func unknown() throws {
        let room = try Room()
        _ = try write("mail.recipent: a@example.com\n", in: room)
        let near = try room.run(["config"])
        #expect(near.code == 78)
        #expect(near.errorText.contains("Did you mean “mail.recipient”?"))
        #expect(near.errorText.utf8.count < 160)
        _ = try write("windows: 3\nqwertyuiop: 1\n", in: room)
        #expect(try room.run(["config"]).errorText.utf8.count < 240)
    }

    @Test("A file that was named and is not there ends with code 78")
    func missing() throws {
        let outcome = try Room().run(["config", "--config", "/nowhere/helpline.yaml"])
        #expect(outcome.code == 78)
        #expect(outcome.errorText.contains("/nowhere/helpline.yaml"))
    }

    private func write(_ text: String, in room: Room) throws -> String {
        let file = room.path("work/helpline.yaml")
        try text.write(toFile: file, atomically: true, encoding: .utf8)
        return file
    }

    private func state(
        _ room: Room, _ options: [String] = [], environment: [String: String] = [:]
    ) throws -> String? {
        let outcome = try room.run(["config"] + options, environment: environment)
        return outcome.text.split(separator: "\n").first { $0.hasPrefix("state = ") }.map(String.init)
    }
}
