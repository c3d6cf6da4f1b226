import HelplineCore
import PCRE2
import Testing

@testable import HelplinePack

@Suite("Loading a pack")
struct PackLoadingTests {
    private let pack = SamplePack()

    private func stolen(_ pack: SamplePack) throws -> Intent {
        let content = try #require(pack.load().content)
        return try #require(content.intents.first { $0.id == "account-stolen" })
    }

    @Test("A pack without faults gives its content and no diagnostics")
    func cleanPack() throws {
        let pack = pack.load()
        #expect(DiagnosticReport(pack.diagnostics).text == "")
        let content = try #require(pack.content)
        #expect(content.intents.map(\.id.name) == ["greeting", "account-stolen", "fees"])
        #expect(content.texts.count == TextKey.allCases.count)
        #expect(content.address == "support@example.org")
        #expect(content.commands.count == Command.allCases.count)
        #expect(content.email.slots.map(\.id.name) == ["consent", "problem", "contact"])
        #expect(content.locales.fallback == ["zh-Hant": "zh"])
        #expect(content.languageWords == ["zh": ["中文"], "en": ["english"]])
        #expect(content.ownProducts.map(\.pattern.text) == ["钱包", "wallet"])
    }

    @Test("An intent has everything its file says")
    func wholeIntent() throws {
        let intent = try stolen(pack)
        #expect(intent.title == LocalizedText(["zh": "账户被盗", "en": "My account was stolen"]))
        #expect(intent.triggers.map(\.locale) == ["zh", "zh", "en", "en"])
        #expect(
            intent.vetoes.map(\.origin) == [
                Origin(text: "how (do|can) i (avoid|prevent)", place: "account-stolen.yaml:12:8")
            ])
        #expect(intent.slots.map(\.id) == ["asset", "leaked"])
        #expect(intent.slots[1].when == Condition(["asset": ["BTC", "USDT"]]))
        #expect(intent.slots[1].optional)
        #expect(intent.consequences.map(\.when) == [Condition(["asset": ["USDT"]]), Condition()])
        #expect(intent.followUps.map(\.id) == ["how-long"])
        #expect(intent.solved == .escalate)
        #expect(
            intent.escalation == Intent.Escalation(category: "security", urgency: .high, require: ["asset", "problem"]))
        #expect(intent.seeAlso == ["fees"])
    }

    @Test("Answers have their facts filled in, no empty line, and repeat where a language has fewer variants")
    func answers() throws {
        let answers = try stolen(pack).answers
        let zh = "请先转走剩下的资产。\n再写信到 support@example.org。"
        #expect(
            answers == [
                LocalizedText(["zh": zh, "en": "Move what is left first."]),
                LocalizedText(["zh": zh, "en": "Move everything first."]),
            ])
    }

    @Test("A fact is quoted in the language of the text")
    func factByLanguage() throws {
        let changed = pack.replacing("Move what is left first.", with: "We answer {{fact.hours}}.")
            .replacing("再写信到 {{fact.address}}。", with: "{{ fact.hours }}回复。")
        let answer = try #require(try stolen(changed).answers.first)
        #expect(answer.texts["en"]?.source == "We answer within 24 hours.")
        #expect(answer.texts["zh"]?.source.hasSuffix("24小时内回复。") == true)
    }

    @Test(
        "Scalars are the text as written, whatever YAML would make of them",
        arguments: ["no", "12:30", "0123", "~", "null", "1e3"])
    func plainScalars(text: String) throws {
        let changed = pack.replacing("  en: My account was stolen", with: "  en: \(text)")
        #expect(try stolen(changed).title.texts["en"]?.source == text)
    }

    @Test("An option is called by its first word in each language and known by all of them")
    func choice() throws {
        guard case .choice(let choices) = try stolen(pack).slots[1].accept else {
            Issue.record("no choice")
            return
        }
        #expect(choices.map(\.id) == ["leak-yes", "leak-no"])
        #expect(
            choices.map(\.title) == [
                LocalizedText(["zh": "是", "en": "yes"]), LocalizedText(["zh": "没有", "en": "no"]),
            ])
        #expect(choices.map(\.words) == [["是", "有", "yes"], ["没有", "no", "never"]])
    }

    @Test(
        "Every form of accept is read",
        arguments: [
            ("amount", "amount"), ("email", "email"), ("hash", "hash"), ("text", "text(minimum: 1)"),
            ("{text: {min: 3}}", "text(minimum: 3)"), ("date", "date(any)"), ("{date: past}", "date(past)"),
            ("{date: future}", "date(future)"), ("{set: coin}", "set(coin)"),
        ])
    func accept(written: String, read: String) throws {
        let changed = pack.replacing("accept: {set: coin}", with: "accept: \(written)")
        let description = "\(try stolen(changed).slots[0].accept)"
        #expect(description.replacing("HelplineCore.Accept.DateRule.", with: "") == read)
    }

    @Test("A pattern of a question is one for all languages, or one for each")
    func patternAccept() throws {
        for (written, texts) in [
            ("'\\d{4}'", ["\\d{4}", "\\d{4}"]), ("{zh: '\\d{4}号', en: 'no \\d{4}'}", ["no \\d{4}", "\\d{4}号"]),
        ] {
            let changed = pack.replacing("accept: {set: coin}", with: "accept: {pattern: \(written)}")
            guard case .pattern(let patterns) = try stolen(changed).slots[0].accept else {
                Issue.record("no pattern")
                continue
            }
            #expect(patterns.sorted { $0.key < $1.key }.map(\.value.text) == texts)
        }
    }

    @Test("Other people's products and what names ours may stand under one key")
    func products() throws {
        let changed = pack.replacing(
            "other_products: {zh: ['微信'], en: ['wechat']}",
            with: "other_products: {patterns: {zh: ['微信']}, unless: {zh: ['比特派']}}", in: "bot.yaml")
        let content = try #require(changed.load().content)
        #expect(content.otherProducts.map(\.pattern.text) == ["微信"])
        #expect(content.ownProducts.map(\.pattern.text) == ["钱包", "wallet", "比特派"])
    }

    @Test("A pack in one language needs no keys for it")
    func oneLanguage() throws {
        let bot = """
            name: Helper
            locales: {list: [en]}
            facts: {address: {text: a@b.example, verified: true}}
            commands: {}
            email:
              categories: {other: Other}
              slots:
                - {id: consent, prompt: Write?, accept: text}
                - {id: contact, prompt: Address?, accept: email}
              phrases: {\(EmailForm.Phrase.allCases.map { "\($0.rawValue): a" }.joined(separator: ", "))}
            texts: {\(TextKey.allCases.map { "\($0.rawValue): [a, b]" }.joined(separator: ", "))}
            """
        var single = SamplePack()
        single.files = [
            "bot.yaml": bot, "fees.yaml": "id: fees\ntitle: Fees\npatterns: [fee, fees]\nexamples: [fee]\nanswer: See.",
        ]
        let content = try #require(single.load().content)
        #expect(content.intents[0].triggers.map(\.pattern.text) == ["fee", "fees"])
        #expect(content.intents[0].answers == [LocalizedText(["en": "See."])])
    }

    @Test("The fingerprint of a pack changes with every file")
    func fingerprint() {
        let changes = [
            pack, pack.replacing("See the app.", with: "See the app!", in: "fees.yaml"),
            pack.adding("# more\n", to: "vocabulary.yaml"), pack.adding("id: new\n", to: "new.yaml"),
        ]
        #expect(Set(changes.map { $0.load().fingerprint }).count == changes.count)
        #expect(pack.load().fingerprint == SamplePack().load().fingerprint)
    }

    @Test("A false escalate asks for none")
    func noEscalation() throws {
        let changed = pack.replacing(
            "escalate: {category: security, urgency: high, require: [asset, problem]}", with: "escalate: false")
        #expect(try stolen(changed).escalation == nil)
    }
}
