import Foundation
import Testing

@Suite("An author at work")
struct AuthorTests {
    @Test("/why, /state and /reload are answered beside the conversation, which goes on")
    func booth() throws {
        let room = try Room()
        let pack = try SamplePack.copy(to: room)
        let lines = ["/why", "我的账号被盗了", "/why", "/state", "/reload", "手续费怎么算", "/state"]
        let outcome = try room.chat(lines, pack: pack.path, options: ["--author", "--lang", "en"])
        let blocks = outcome.text.components(separatedBy: "\n\n")
        #expect(blocks.first == "Nothing was said yet; type a message first.")
        let why = try #require(blocks.first { $0.hasPrefix("read as “我的账号被盗了”, language zh") })
        #expect(why.contains("  account-stolen  band 1  score "))
        #expect(why.contains("is answered"))
        #expect(
            blocks.contains { $0.contains("1 messages") && $0.contains("pending: account-stolen, question “leaked”") })
        #expect(blocks.contains { $0.contains("The pack was read anew: ") })
        #expect(blocks.contains { $0.contains("2 messages") && $0.contains("talked about: fees, for 6 more messages") })
        #expect(!FileManager.default.fileExists(atPath: room.state))
    }

    @Test("Who rehearses sees the mail, and nobody gets it", arguments: ["--trial", "--author", "--watch"])
    func noMail(flag: String) throws {
        let room = try Room()
        let lines = ["账号被盗了", "转人工", "好", "跳过", "跳过", "跳过", "跳过", "发送"]
        let outcome = try room.chat(lines, pack: SamplePack.small, options: [flag])
        #expect(outcome.code == 0)
        #expect(outcome.text.contains(/HL-[0-9A-Z]{4}-[0-9A-Z]{4}/))
        #expect(room.mails.isEmpty)
        #expect(!FileManager.default.fileExists(atPath: room.state))
    }

    @Test(
        "A pack that is watched is read anew when a file changes; one with an error stays out, the conversation stays")
    func watch() throws {
        let room = try Room()
        let pack = try SamplePack.copy(to: room)
        let file = pack.appendingPathComponent("fees.yaml")
        let text = try String(contentsOf: file, encoding: .utf8)
        let program = try room.start(
            ["chat", "--author", "--watch", "--lang", "en", "--intents", pack.path, "--state", room.state])
        program.send("我的账号被盗了")
        _ = try program.output { $0.contains("助记词") ? true : nil }
        let answer = try #require(text.split(separator: "\n").first { $0.contains("手续费没有") }.map(String.init))
        try text.replacingOccurrences(of: answer, with: "    一个全新的回答。").write(
            to: file, atomically: true, encoding: .utf8)
        _ = try program.errors { $0.contains("The pack was read anew: ") ? true : nil }
        program.send("手续费怎么算")
        _ = try program.output { $0.contains("一个全新的回答。") ? true : nil }
        try (text + "colour: red\n").write(to: file, atomically: true, encoding: .utf8)
        _ = try program.errors {
            $0.contains("“colour” is no key of an intent") && $0.contains("stays in use") ? true : nil
        }
        program.send("手续费怎么算")
        program.send("/state")
        let state = try program.output { output in
            output.components(separatedBy: "\n\n").first { $0.contains("3 messages") }
        }
        #expect(state.contains("pending: account-stolen, question “leaked”"))
        program.endInput()
        #expect(try program.end(within: 60).code == 0)
    }

    @Test("Requests for the author are for nobody else")
    func requestsOfUsers() throws {
        let outcome = try Room().chat(["/why"], pack: SamplePack.small)
        #expect(!outcome.text.contains("Nothing was said yet"))
        #expect(outcome.replies?.count == 1)
    }

    @Test("A skeleton is written once, and its marks are errors until they are filled in")
    func skeleton() throws {
        let room = try Room()
        let pack = try SamplePack.copy(to: room)
        let new = ["new", "lost-phone", "--intents", pack.path]
        let first = try room.run(new)
        #expect(first.code == 0)
        #expect(first.text.contains("/lost-phone.yaml\n"))
        #expect(FileManager.default.fileExists(atPath: pack.path + "/schema/intent.schema.json"))
        let written = try Data(contentsOf: pack.appendingPathComponent("lost-phone.yaml"))
        #expect(try room.run(new).code == 73)
        #expect(try Data(contentsOf: pack.appendingPathComponent("lost-phone.yaml")) == written)
        let checked = try room.run(["check", pack.path, "--quiet"])
        #expect(checked.code == 65)
        #expect(checked.text.contains("this still has to be written: “TODO a short title” [todo]"))
        #expect(
            try room.run(["new", "Lost Phone", "--intents", pack.path]).errorText.contains("Did you mean “lost-phone”?")
        )
        #expect(try room.run(["new", "fees", "--intents", pack.path]).errorText.contains("is taken: see"))
    }

    @Test("The check ends by what is gravest, and speaks the language it is asked for")
    func severities() throws {
        let room = try Room()
        let pack = try SamplePack.copy(to: room)
        #expect(try room.run(["check", pack.path]).code == 0)
        #expect(try room.run(["check", pack.path, "--strict"]).code == 65)
        let chinese = try room.run(["check", pack.path, "--lang", "zh"])
        #expect(chinese.text.contains("警告"))
        #expect(chinese.text.contains("[unverified-fact]"))
        let json = try room.run(["check", pack.path, "--json"])
        #expect(json.objects.allSatisfy { $0["code"] != nil && $0["remedy"] != nil && $0["severity"] != nil })
        #expect(try room.run(["check", "c"]).code == 66)
        #expect(try room.run(["check", "c", "--intents", "d"]).code == 64)
        #expect(try room.run(["check", pack.path, "--matrix"]).code == 0)
        let patterns = try room.run(["check", pack.path, "--patterns", "--lang", "en"])
        #expect(patterns.code == 0 && patterns.text.contains("\non how many of 1000 messages"))
        #expect(try room.run(["check", pack.path, "--patterns", "--json"]).code == 64)
    }

    @Test("Transcripts are recorded, and names that nothing has are told")
    func record() throws {
        let room = try Room()
        let pack = try SamplePack.copy(to: room)
        let file = pack.appendingPathComponent("Transcripts/mine.yaml")
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try "- name: mine\n  steps:\n    - user: 手续费怎么算\n    - {user: 谢谢, intent: fee}\n".write(
            to: file, atomically: true, encoding: .utf8)
        let before = try room.run(["test", "--intents", pack.path])
        #expect(before.code == 65)
        #expect(before.text.contains("no reply names the intent “fee”"))
        let update = try room.run(["test", "--intents", pack.path, "--update"])
        #expect(update.text.contains("2 steps recorded"))
        let text = try String(contentsOf: file, encoding: .utf8)
        #expect(text.contains("    - user: 手续费怎么算\n      intent: fees\n"))
        #expect(try room.run(["test", "--intents", pack.path]).code == 0)
        #expect(try room.run(["test", "nothing.yaml", "--intents", pack.path]).code == 66)
        let coverage = try room.run(["test", "--intents", pack.path, "--coverage"])
        #expect(coverage.text.contains("[uncovered]"))
        #expect(coverage.text.contains("\n  intents     "))
    }
}
