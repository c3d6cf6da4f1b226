import Foundation
import Testing

@Suite("Packs with a fault")
struct BrokenPackTests {
    @Test("A fault is named with its file, line and column, and ends with code 65", arguments: Damage.all)
    func fault(damage: Damage) throws {
        let room = try Room()
        let pack = try SamplePack.copy(to: room)
        try damage.apply(to: pack)
        let checked = try room.run(["check", "--intents", pack.path])
        #expect(checked.code == 65)
        #expect(checked.text.contains(/[a-z]+\.yaml:[0-9]+:[0-9]+: error: ./))
        #expect(checked.text.contains(damage.words))
    }

    @Test(
        "A file that is empty or missing is named, with code 65", arguments: [("fees.yaml", true), ("bot.yaml", false)])
    func hole(file: String, isThere: Bool) throws {
        let room = try Room()
        let pack = try SamplePack.copy(to: room)
        try FileManager.default.removeItem(at: pack.appendingPathComponent(file))
        if isThere { try Data().write(to: pack.appendingPathComponent(file)) }
        let outcome = try room.run(["check", "--intents", pack.path])
        #expect(outcome.code == 65)
        #expect(outcome.text.contains(file))
        #expect(outcome.text.contains("error: "))
    }

    @Test("No command opens a pack with a fault", arguments: ["chat", "match", "serve", "test", "explain"])
    func refused(command: String) throws {
        let room = try Room()
        let pack = try SamplePack.copy(to: room)
        try Damage.duplicate.apply(to: pack)
        var arguments = [command, "--intents", pack.path]
        if ["chat", "serve"].contains(command) { arguments += ["--state", room.state] }
        if command == "serve" { arguments += ["--listen", "127.0.0.1:0"] }
        if command == "explain" { arguments.append("手续费") }
        let outcome = try room.run(arguments, input: Array("手续费\n".utf8))
        #expect(outcome.code == 65)
        #expect(outcome.output.isEmpty)
        #expect(outcome.errorText.contains(/[a-z]+\.yaml:[0-9]+:[0-9]+: error: ./))
    }

    @Test(
        "A folder that is not there or is no folder ends with code 66 and its name", arguments: ["missing", "a-file"])
    func noFolder(name: String) throws {
        let room = try Room()
        try Data("text".utf8).write(to: room.folder.appendingPathComponent("a-file"))
        for command in ["check", "match"] {
            let outcome = try room.run([command, "--intents", room.path(name)])
            #expect(outcome.code == 66)
            #expect((outcome.text + outcome.errorText).contains(name))
        }
    }

    @Test("A folder that may not be read ends with code 66, but for root, who may read all")
    func unreadable() throws {
        let room = try Room()
        let pack = try SamplePack.copy(to: room)
        try FileManager.default.setAttributes([.posixPermissions: 0o000], ofItemAtPath: pack.path)
        defer { try? FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: pack.path) }
        #expect(try room.run(["check", "--intents", pack.path]).code == (geteuid() == 0 ? 0 : 66))
    }

    @Test("An empty folder ends with code 65 and says what belongs there")
    func empty() throws {
        let outcome = try Room().run(["check", "--intents", "."])
        #expect(outcome.code == 65)
        #expect(outcome.text.contains("bot.yaml"))
    }

    @Test(
        "What an editor leaves beside a file is not read",
        arguments: ["fees.yaml~", ".fees.yaml.swp", "#fees.yaml#", ".#fees.yaml", "fees.yaml.bak", ".fees.yaml"])
    func backups(name: String) throws {
        let room = try Room()
        let pack = try SamplePack.copy(to: room)
        try Data("id: [".utf8).write(to: pack.appendingPathComponent(name))
        let outcome = try room.run(["check", "--quiet", "--intents", pack.path])
        #expect(outcome.code == 0)
        #expect(!outcome.text.contains(name))
    }

    @Test("As JSON each fault is an object of its own with file, line and column")
    func json() throws {
        let room = try Room()
        let pack = try SamplePack.copy(to: room)
        try Damage.duplicate.apply(to: pack)
        let outcome = try room.run(["check", "--json", "--quiet", "--intents", pack.path])
        #expect(outcome.code == 65)
        #expect(!outcome.objects.isEmpty)
        #expect(
            outcome.objects.allSatisfy { $0["file"] != nil && $0.number("line") != nil && $0.number("column") != nil })
    }
}

/// A way to damage one file of a pack.
struct Damage: CustomTestStringConvertible {
    var testDescription: String
    var file = "fees.yaml"
    var words: String
    var change: @Sendable (Data) -> Data

    func apply(to pack: URL) throws {
        let file = pack.appendingPathComponent(file)
        try change((try? Data(contentsOf: file)) ?? Data()).write(to: file)
    }

    static let duplicate = Damage(
        testDescription: "two intents of one id", file: "other.yaml", words: "fees.yaml",
        change: { _ in
            Data("id: fees\ntitle: {zh: 费用, en: Fees}\npatterns: {zh: [费用]}\nanswer: {zh: 无, en: none}\n".utf8)
        })

    static let all = [
        duplicate,
        appending("an open quote", "then: \"x\n", words: "fees.yaml"),
        appending("a tab for spaces", "then:\n\t- a\n", words: "fees.yaml"),
        appending("an unknown key", "anwser: {zh: a}\n", words: "answer"),
        appending("a key twice", "id: fees\n", words: "id"),
        Damage(testDescription: "a bad pattern", words: "PCRE2") {
            replacing($0, "patterns:\n  zh:\n", "    - '(open'\n")
        },
        Damage(testDescription: "an unknown word set", words: "no_such") {
            replacing($0, "patterns:\n  zh:\n", "    - '{{no_such}}'\n")
        },
        Damage(testDescription: "bytes that are no UTF-8", words: "UTF-8") {
            $0 + Data("# ".utf8) + Data([0xFF, 0x0A])
        },
        Damage(testDescription: "aliases of aliases", file: "bomb.yaml", words: "bomb.yaml") { _ in bomb },
        Damage(testDescription: "an unknown fact", words: "no_such") {
            replacing($0, "answer:\n  zh: |\n", "    {{fact.no_such}}\n")
        },
        Damage(testDescription: "a bot without its texts", file: "bot.yaml", words: "bot.yaml") { _ in
            Data("name: {zh: 无, en: none}\n".utf8)
        },
    ]

    private static func appending(_ name: String, _ text: String, words: String) -> Damage {
        Damage(testDescription: name, words: words) { $0 + Data(text.utf8) }
    }

    private static func replacing(_ data: Data, _ place: String, _ addition: String) -> Data {
        Data(String(decoding: data, as: UTF8.self).replacing(place, with: place + addition, maxReplacements: 1).utf8)
    }

    /// Ten to the ninth values in as many lines.
    private static let bomb: Data = {
        var text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
        for level in 1...9 {
            let aliases = [String](repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
            text += "a\(level): &a\(level) [\(aliases)]\n"
        }
        return Data(text.utf8)
    }()
}
