import Foundation
import Testing

@testable import HelplinePack

@Suite("Schemas for editors")
struct SchemaTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../Intents").standardized

    @Test(
        "The schemas in the tree are those of the reader; “helpline new --schema” writes them anew",
        arguments: PackSchema.allCases)
    func inTree(_ schema: PackSchema) throws {
        let file = Self.folder.appending(path: "\(PackSchema.folder)/\(schema.fileName)")
        #expect(try String(contentsOf: file, encoding: .utf8) == schema.text)
    }

    @Test("Every key of the reader has a shape in the schemas")
    func keys() throws {
        #expect(PackSchema.keysWithoutShape == [])
        let schema = try SchemaValidator(PackSchema.intent.text).schema
        let definitions = try #require(schema["definitions"] as? NSDictionary)
        func keys(_ object: Any?) -> Set<String> {
            Set(((object as? NSDictionary)?["properties"] as? NSDictionary)?.allKeys as? [String] ?? [])
        }
        #expect(keys(schema) == Set(PackReader.keysOfIntent))
        #expect(keys(definitions["question"]) == Set(PackReader.keysOfSlot))
        #expect(keys(definitions["step"]) == Set(TranscriptReader.stepKeys))
    }

    @Test("Every file of the shipped pack is accepted by its schema, and names it where it says so")
    func shipped() throws {
        let intents = try SchemaValidator(PackSchema.intent.text)
        let vocabulary = try SchemaValidator(PackSchema.vocabulary.text)
        let transcripts = try SchemaValidator(PackSchema.transcript.text)
        let bot = try SchemaValidator(PackSchema.bot.text)
        let outOfScope = try SchemaValidator(PackSchema.outOfScope.text)
        let pack = PackFolder(Self.folder.path(percentEncoded: false)).texts
        for file in pack.files {
            var log = DiagnosticLog(files: [file])
            let root = try #require(YAMLReader.read(file, number: 0, log: &log))
            let isTranscript = file.name.hasPrefix("Transcripts/")
            let named = ["vocabulary.yaml": vocabulary, "bot.yaml": bot, "out-of-scope.yaml": outOfScope]
            let schema = isTranscript ? transcripts : named[file.name] ?? intents
            #expect(schema.accepts(root), "\(file.name)")
        }
        #expect(pack.files.count > 20)
    }

    @Test("Schema and reader accept and refuse the same intents", arguments: samples)
    func agreement(_ sample: String) throws {
        let isAccepted = sample.hasPrefix("+")
        let text = "id: sample\n" + sample.dropFirst().replacing("; ", with: "\n") + "\n"
        let file = SourceFile(path: "s.yaml", name: "s.yaml", text: Self.completed(text))
        var log = DiagnosticLog(files: [file])
        let root = try #require(YAMLReader.read(file, number: 0, log: &log))
        #expect(try SchemaValidator(PackSchema.intent.text).accepts(root) == isAccepted)
        var pack = SamplePack()
        pack.files["s.yaml"] = file.text
        let errors = pack.load().diagnostics.filter { $0.severity == .error }
        #expect(errors.isEmpty == isAccepted, "\(errors.map { "\($0.message)" })")
    }

    @Test("Schema and reader accept and refuse the same bots", arguments: bots)
    func agreementOnBots(_ sample: BotSample) throws {
        let pack = SamplePack().replacing(sample.from, with: sample.to, in: "bot.yaml")
        let file = SourceFile(path: "bot.yaml", name: "bot.yaml", text: try #require(pack.files["bot.yaml"]))
        var log = DiagnosticLog(files: [file])
        let root = try #require(YAMLReader.read(file, number: 0, log: &log))
        #expect(try SchemaValidator(PackSchema.bot.text).accepts(root) == sample.isAccepted)
        let errors = pack.load().diagnostics.filter { $0.severity == .error }
        #expect(errors.isEmpty == sample.isAccepted, "\(errors.map { "\($0.message)" })")
    }

    /// A change of the sample pack's bot.yaml, and whether both accept it.
    struct BotSample: Sendable, CustomTestStringConvertible {
        var from: String
        var to: String
        var isAccepted: Bool

        var testDescription: String { "\(isAccepted ? "+" : "-")\(to)" }
    }

    /// Adds what every intent needs and the sample does not speak of.
    private static func completed(_ text: String) -> String {
        let needed = [
            ("title:", "title: {zh: 题, en: T}"), ("patterns:", "patterns: {zh: [样例句], en: [a sample line]}"),
            ("answer:", "answer: {zh: 答, en: A}"),
        ]
        return text
            + needed.filter { key, _ in
                !text.contains("\n" + key) && !(key == "patterns:" && text.contains("\nphrases:"))
            }
            .map { $0.1 + "\n" }.joined()
    }

    static let bots = [
        BotSample(
            from: "own_products: {zh: ['钱包'], en: ['wallet']}", to: "own_products: {zh: 钱包, en: wallet}",
            isAccepted: true),
        BotSample(from: "time_zone: Asia/Shanghai", to: "asking: {zh: ['吗$'], en: ['[?]$']}", isAccepted: true),
        BotSample(from: "time_zone: Asia/Shanghai", to: "timezone: Asia/Shanghai", isAccepted: false),
        BotSample(from: "name: {zh: 助手, en: Helper}", to: "menu: [fees]", isAccepted: false),
        BotSample(from: "name: {zh: 助手, en: Helper}", to: "name: Helper", isAccepted: true),
        BotSample(from: "list: [zh, en],", to: "", isAccepted: false),
        BotSample(from: "verified: true}", to: "verified: maybe}", isAccepted: false),
        BotSample(from: "verified: true}", to: "verified: false, by: me}", isAccepted: false),
        BotSample(from: ", verified: true}", to: "}", isAccepted: false),
        BotSample(from: "  address:", to: "  adress:", isAccepted: false),
        BotSample(from: "  cancel:", to: "  cancle:", isAccepted: false),
        BotSample(
            from: "other_products: {zh: ['微信'], en: ['wechat']}",
            to: "other_products: {patterns: {zh: ['微信'], en: ['wechat']}, unless: {en: ['our']}}", isAccepted: true),
        BotSample(from: "other_products: {zh", to: "other_products: {pattern: {zh: [a]}, zh", isAccepted: false),
        BotSample(from: "maximum_questions: 6", to: "maximum_questions: 21", isAccepted: false),
        BotSample(from: "accept: email}", to: "accept: email, ask: twice}", isAccepted: false),
        BotSample(from: "  greeting:", to: "  greting:", isAccepted: false),
        BotSample(from: "connectives: {zh: [还有], en: [and also]}", to: "connectives: [还有]", isAccepted: false),
    ]

    /// `+` where both accept it, `-` where both refuse it; `; ` is a line end.
    static let samples = [
        "+", "+kind: faq", "-kind: question", "+band: 2", "-band: 3", "-band: high", "+solved: skip", "-solved: maybe",
        "-sovled: skip", "+title: {zh: 题, en: 12}", "-title: [a, b]", "-title: {zh: [a], en: b}", "-title: {}",
        "+answer: {zh: [甲, 乙], en: A}", "-answer: {zh: {a: b}, en: A}", "-answer: text",
        "+examples: {zh: [样例句], en: a sample line}", "-examples: [a, b]", "-examples: {zh: [{a: b}]}",
        "+phrases: {zh: [样例 句], en: [{all: [sample, line], within: 3}]}", "-phrases: {en: [{all: [one]}]}",
        "-phrases: {en: [{all: [a, b, c, d, e]}]}", "-phrases: {en: [{within: 3}]}",
        "-phrases: {en: [{all: [sample, line], withn: 3}]}", "-phrases: {en: [{all: [sample, line], within: 30}]}",
        "+see_also: [fees]", "+see_also: fees", "-see_also: {a: fees}", "+escalate: false",
        "+escalate: {category: security, urgency: high, require: [problem]}", "-escalate: {urgency: high}",
        "-escalate: {category: security, urgency: soon}", "-escalate: {category: security, team: x}",
        "-escalate: [security]",
        "+ask: [{id: a, prompt: {zh: 问, en: Q}, accept: text}]", "-ask: {id: a, prompt: {zh: 问, en: Q}, accept: text}",
        "-ask: [{id: a, accept: text}]", "-ask: [{id: a, prompt: {zh: 问, en: Q}}]",
        "-ask: [{id: a b, prompt: {zh: 问, en: Q}, accept: text}]",
        "+ask: [{id: a, prompt: {zh: 问, en: Q}, accept: {set: coin}}]",
        "+ask: [{id: a, prompt: {zh: 问, en: Q}, accept: {date: past}}]",
        "-ask: [{id: a, prompt: {zh: 问, en: Q}, accept: {date: yesterday}}]",
        "-ask: [{id: a, prompt: {zh: 问, en: Q}, accept: number}]",
        "-ask: [{id: a, prompt: {zh: 问, en: Q}, accept: {set: coin, date: past}}]",
        "+ask: [{id: a, prompt: {zh: 问, en: Q}, accept: {text: {min: 4}}}]",
        "-ask: [{id: a, prompt: {zh: 问, en: Q}, accept: {text: {min: 0}}}]",
        "-ask: [{id: a, prompt: {zh: 问, en: Q}, accept: {text: {max: 4}}}]",
        "+ask: [{id: a, prompt: {zh: 问, en: Q}, accept: {choice: [{id: x, zh: [甲], en: one}]}}]",
        "-ask: [{id: a, prompt: {zh: 问, en: Q}, accept: {choice: []}}]",
        "-ask: [{id: a, prompt: {zh: 问, en: Q}, accept: {choice: [{zh: 甲, en: one}]}}]",
        "+ask: [{id: a, prompt: {zh: 问, en: Q}, accept: {pattern: 'x(?<value>y)'}}]",
        "+ask: [{id: a, prompt: {zh: 问, en: Q}, accept: email, max_tries: 3, on_fail: skip, digress: refuse, optional: true}]",
        "-ask: [{id: a, prompt: {zh: 问, en: Q}, accept: email, max_tries: 11}]",
        "-ask: [{id: a, prompt: {zh: 问, en: Q}, accept: email, on_fail: stop}]",
        "-ask: [{id: a, prompt: {zh: 问, en: Q}, accept: email, optional: maybe}]",
        "-ask: [{id: a, prompt: {zh: 问, en: Q}, accept: email, when: later}]",
        "+ask: [{id: a, prompt: {zh: 问, en: Q}, accept: email, retry: [{zh: 再问, en: Q2}], label: {zh: 名, en: N}}]",
        "+then: {zh: 好, en: Good}", "+then: [{text: {zh: 好, en: Good}}]", "-then: [{when: {}}]", "-then: [good]",
        "+follow_ups: [{id: x, patterns: {zh: [多久]}, answer: {zh: 快, en: Soon}}]",
        "-follow_ups: [{id: x, patterns: {zh: [多久]}}]", "-follow_ups: {id: x}",
        "-follow_ups: [{id: x, patterns: {zh: [多久]}, reply: {zh: 快, en: Soon}, answer: {zh: 快, en: Soon}}]",
    ]
}
