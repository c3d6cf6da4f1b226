import Foundation
import Testing

@Suite("Match and explain")
struct MatchTests {
    @Test("Each line gets one line: the intent, the score and the text")
    func plain() throws {
        let outcome = try match("账号被盗了\nqqqqq\n")
        #expect(outcome.code == 0)
        let rows = outcome.text.split(separator: "\n").map { $0.split(separator: "\t") }
        #expect(rows.count == 2)
        #expect(rows.first?.first == "account-stolen")
        #expect(rows.first?.last == "账号被盗了")
        #expect(rows.last?.first == "-")
    }

    @Test("With --json each line is an object with the documented fields in order")
    func json() throws {
        let outcome = try match("手续费怎么算\n{\"id\":\"q\",\"text\":\"my account was hacked\"}\n", "--json")
        let names = ["id", "intent", "score", "runner_up", "choices", "locale"]
        #expect(outcome.objects.count == 2)
        #expect(outcome.objects.allSatisfy { $0.order(of: names) == names })
        #expect(outcome.objects.first?.number("id") == 1)
        #expect(outcome.objects.first?["intent"] == "fees")
        #expect(outcome.objects.last?["id"] == "q")
        #expect(outcome.objects.last?["intent"] == "account-stolen")
        #expect(outcome.objects.last?["locale"] == "en")
    }

    @Test(
        "“lang” is read as “locale”, and fields that nobody knows are ignored",
        arguments: [
            (#"{"text":"USDT","lang":"en"}"#, "en"), (#"{"text":"USDT","locale":"zh"}"#, "zh"),
            (#"{"text":"USDT","locale":"zh","lang":"en"}"#, "zh"),
            (#"{"zzz":[1,{"a":null}],"text":"USDT","lang":"zh"}"#, "zh"),
        ])
    func locale(line: String, locale: String) throws {
        let outcome = try match(line + "\n", "--json")
        #expect(outcome.code == 0)
        #expect(outcome.objects.first?["locale"] == locale)
    }

    @Test(
        "A line that begins like JSON and is none ends with code 65 and a sentence that names the line",
        arguments: ["{bad\n", "{\"id\":1}\n", "{\"text\":7}\n"])
    func badLine(line: String) throws {
        let outcome = try match("手续费\n" + line, "--json")
        #expect(outcome.code == 65)
        #expect(outcome.errorText.contains("line 2"))
        #expect(outcome.objects.count == 2)
        #expect(outcome.objects.last?.number("id") == 2)
        #expect(outcome.objects.last?.isNull("intent") == true)
        #expect(outcome.objects.last?["error"] == "bad_json")
    }

    @Test("An empty line gets its line too, and offers nothing")
    func emptyLines() throws {
        let input = "手续费怎么算\n\n \t\n\u{3000}\n手续费怎么算"
        let outcome = try match(input, "--json")
        #expect(outcome.code == 0)
        #expect(outcome.errors.isEmpty)
        #expect(outcome.objects.compactMap { $0.number("id") } == [1, 2, 3, 4, 5])
        #expect(outcome.objects.map { $0["intent"] } == ["fees", nil, nil, nil, "fees"])
        for object in outcome.objects[1...3] {
            #expect(object.isNull("intent") && object.number("score") == 0 && object.raw.contains("\"choices\":[]"))
        }
        #expect(try match(input).text.split(separator: "\n", omittingEmptySubsequences: false).count == 6)
    }

    @Test("A line that is too long is named with its number, has its line in the output, and ends with code 65")
    func tooLong() throws {
        let input = "手续费怎么算\n" + String(repeating: "a", count: (1 << 20) + 1) + "\n手续费怎么算\n"
        for options in [[], ["--json"]] {
            let outcome = try Room().run(
                ["match", "--intents", SamplePack.small] + options, input: Array(input.utf8))
            #expect(outcome.code == 65)
            #expect(outcome.errorText.contains("line 2 is longer than 1 MB"))
            #expect(outcome.text.split(separator: "\n").count == 3)
        }
        #expect(try match(input, "--json").objects[1]["error"] == "too_long")
    }

    @Test("Explain names the intent, the pattern with its place, and the arithmetic")
    func explain() throws {
        let outcome = try Room().run(["explain", "--intents", SamplePack.small, "账号被盗了"])
        #expect(outcome.code == 0)
        for part in ["account-stolen", "account-stolen.yaml:", "score", "covered", "“账号被盗"] {
            #expect(outcome.text.contains(part))
        }
    }

    @Test("Explain says of a message that nothing answers it")
    func explainNothing() throws {
        let outcome = try Room().run(["explain", "--intents", SamplePack.small, "qqqqq"])
        #expect(outcome.code == 0)
        #expect(!outcome.text.isEmpty)
        #expect(!outcome.text.contains("is answered"))
    }

    private func match(_ input: String, _ options: String...) throws -> Outcome {
        try Room().run(["match", "--intents", SamplePack.small] + options, input: Array(input.utf8))
    }
}
