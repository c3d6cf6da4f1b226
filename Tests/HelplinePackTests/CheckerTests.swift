import HelplineCore
import Testing

@testable import HelplinePack

@Suite("The check of a pack")
struct CheckerTests {
    private let pack = SamplePack()

    /// What the rules report beyond loading, with a ranking that answers every example by its own intent.
    private func findings(_ pack: SamplePack, _ verdicts: [String: Verdict] = [:]) -> [String] {
        let loaded = pack.load()
        let own = Dictionary(
            loaded.examples.map { ($0.text, $0.wins ? Verdict(winners: [$0.intent]) : Verdict()) },
            uniquingKeysWith: { first, _ in first })
        let titles = Dictionary(
            loaded.evidence.texts.map { ($0.text, Verdict(winners: $0.owner.map { [$0] } ?? [])) },
            uniquingKeysWith: { first, _ in first })
        let examination = Checker(loaded).examine { lines in
            lines.map { verdicts[$0.text] ?? own[$0.text] ?? titles[$0.text] ?? Verdict() }
        }
        return examination.diagnostics.filter { $0.severity != .note }
            .map { "\($0.place): \($0.severity): \($0.message)" + ($0.remedy.map { " = \($0)" } ?? "") }
    }

    @Test("A pack that keeps its promises has no findings")
    func clean() {
        #expect(findings(pack) == [])
    }

    @Test("A pack with an error is not checked further")
    func faulty() {
        let broken = pack.replacing("solved: escalate", with: "sovled: escalate").adding(
            "unused: [x]\n", to: "vocabulary.yaml")
        #expect(findings(broken).count == 1)
    }

    @Test("An example that another intent wins, or none, is an error that says why")
    func lost() {
        let other = Verdict(winners: ["fees"], reasons: ["account-stolen": "its score is 400 against 700"])
        #expect(
            findings(pack, ["my bitcoin was stolen": other]) == [
                "account-stolen.yaml:15:34: error: “my bitcoin was stolen”, an example of “account-stolen”,"
                    + " is answered by “fees”: its score is 400 against 700"
                    + " = ask “helpline explain” about it; it shows both scores"
            ])
        #expect(
            findings(pack, ["my bitcoin was stolen": Verdict()]) == [
                "account-stolen.yaml:15:34: error: “my bitcoin was stolen”, an example of “account-stolen”,"
                    + " is answered by nothing: none of its patterns matches"
                    + " = add a pattern or a phrase that finds it"
            ])
    }

    @Test("An example that wins in one of two sentences is proven")
    func twoSentences() {
        #expect(findings(pack, ["my bitcoin was stolen": Verdict(winners: ["fees", "account-stolen"])]) == [])
    }

    @Test("Without warnings only errors are looked for")
    func errorsOnly() {
        let loaded = pack.adding("spare: [x]\n", to: "vocabulary.yaml").load()
        let examination = Checker(loaded).examine(warnings: false) { lines in
            lines.map { _ in Verdict(winners: ["account-stolen"]) }
        }
        let codes = examination.diagnostics.map(\.code)
        #expect(Set(codes) == [.exampleLost, .counterExample])
    }

    @Test("A tie on an example is an error")
    func tied() {
        #expect(
            findings(pack, ["手续费多少": Verdict(tied: ["fees", "account-stolen"])]) == [
                "fees.yaml:6:17: error: “手续费多少”, an example of “fees”, ties with “account-stolen”"
                    + " = cover more of the example by a pattern, or rule it out there by “unless”"
            ])
    }

    @Test("A counter-example that is answered by its intent is an error, by another one not")
    func counterExample() {
        let line = "how do i avoid being hacked"
        #expect(findings(pack, [line: Verdict(winners: ["fees"])]) == [])
        #expect(
            findings(pack, [line: Verdict(winners: ["account-stolen"])]) == [
                "account-stolen.yaml:17:8: error: “how do i avoid being hacked” is answered by “account-stolen”,"
                    + " and must not be = narrow its patterns, or add a pattern to “unless”"
            ])
    }

    @Test("A question without examples in a language is doubtful, small talk is not")
    func noExamples() {
        let changed = pack.replacing(", en: [what is the fee]", with: "", in: "fees.yaml")
            .replacing(", en: [hello]", with: "", in: "Smalltalk/greeting.yaml")
        #expect(
            findings(changed) == [
                "fees.yaml:1:5: warning: “fees” has no example in “en”, so nothing proves that it is found"
                    + " = add what users type to “examples”"
            ])
    }

    @Test(
        "A pattern without text of its own is doubtful, and told once",
        arguments: [
            ("\\d+", "the pattern is tried on every message"), (".*", "the pattern fits every message"),
            (".+", "the pattern fits every message"), ("\\w{3}", "the pattern is tried on every message"),
        ])
    func slowPattern(text: String, message: String) {
        let messages = findings(pack.replacing("'手续费'", with: "'\(text)'", in: "fees.yaml"))
        #expect(messages.count == 1)
        #expect(messages.first?.hasPrefix("fees.yaml:4:8: warning: \(message)") == true)
    }

    @Test("A set that nothing names is doubtful, one that only a set names is not")
    func unusedSet() {
        #expect(
            findings(pack.adding("spare: [x]\ninner: [y]\nouter: ['{{inner}}']\n", to: "vocabulary.yaml")) == [
                "vocabulary.yaml:7:1: warning: nothing uses the set “spare”"
                    + " = write {{spare}} where it is meant, or take it out",
                "vocabulary.yaml:9:1: warning: nothing uses the set “outer”"
                    + " = write {{outer}} where it is meant, or take it out",
            ])
    }

    @Test("A fact that nobody has confirmed is doubtful")
    func unverified() {
        let changed = pack.replacing("verified: true}\n  hours", with: "verified: false}\n  hours", in: "bot.yaml")
        #expect(
            findings(changed) == [
                "bot.yaml:5:3: warning: nobody has confirmed the fact “address” = ask, then write “verified: true”"
            ])
    }

    @Test("A fact typed by hand is found, in any language")
    func typedFact() {
        let changed = pack.replacing("Move everything first.", with: "Write to support@example.org.")
            .replacing("再写信到 {{fact.address}}。", with: "我们24小时内回复。")
        #expect(
            findings(changed) == [
                "account-stolen.yaml:22:7: warning: the fact “hours” is typed by hand here"
                    + " = write {{fact.hours}}, so that it stays true when the fact changes",
                "account-stolen.yaml:25:16: warning: the fact “address” is typed by hand here"
                    + " = write {{fact.address}}, so that it stays true when the fact changes",
            ])
    }

    @Test(
        "A promise that is forbidden is an error wherever it stands",
        arguments: [
            ("Move everything first.", "We WILL refund you.", "account-stolen.yaml:25:7"),
            ("Noted: {{asset}}.", "Yes, we can refund it.", "account-stolen.yaml:42:38"),
            ("It depends.", "We will refund it soon.", "account-stolen.yaml:47:28"),
        ])
    func promise(old: String, new: String, place: String) {
        let messages = findings(pack.replacing(old, with: new))
        #expect(messages.count { $0.contains(": error: ") } == 1)
        let error = messages.first { $0.contains(": error: ") } ?? ""
        #expect(error.hasPrefix("\(place): error: “"))
        #expect(error.contains("is a promise that no answer may make = it is forbidden at bot.yaml:12:"))
    }

    @Test("A promise counts in its own language only, and after normalising")
    func promiseByLanguage() {
        let errors = findings(pack.replacing("请先转走剩下的资产。", with: "we will refund")).filter { $0.contains(": error: ") }
        #expect(errors == [])
        #expect(findings(pack.replacing("请先转走剩下的资产。", with: "一定 能追回。")).count == 1)
    }

    @Test(
        "A question that sounds like a secret is doubtful unless it only offers options",
        arguments: [
            ("password", "text", 1), ("recovery-phrase", "text", 1), ("sms_code", "{pattern: '\\d{6}'}", 1),
            ("password", "{set: coin}", 0), ("phase", "text", 0), ("coin-pincode", "text", 0), ("pin", "text", 1),
        ])
    func secretSlot(name: String, accept: String, count: Int) {
        let slot = "  - {id: \(name), prompt: {zh: 问, en: Ask}, accept: \(accept)}\nthen:"
        let messages = findings(pack.replacing("then:", with: slot))
        #expect(messages.count == count)
        #expect(messages.allSatisfy { $0.contains("seems to ask for a secret") })
    }

    @Test("A word of two commands is doubtful, unless one of them answers the bot")
    func commandClash() {
        let clash = pack.replacing("  back: {zh: [命令back]", with: "  back: {zh: [取消]", in: "bot.yaml")
            .replacing("  cancel: {zh: [命令cancel]", with: "  cancel: {zh: [取消]", in: "bot.yaml")
            .replacing("  no: {zh: [命令no]", with: "  no: {zh: [取消]", in: "bot.yaml")
        #expect(
            findings(clash) == [
                "bot.yaml:15:15: warning: “取消” means both “cancel” and “back” = keep it in one of them"
            ])
    }

    @Test("The ranking of Core proves the sample pack")
    func withRanking() throws {
        let loaded = pack.replacing("someone stole my account, ", with: "").load()
        let knowledge = KnowledgeBase(try #require(loaded.content))
        #expect(DiagnosticReport(Checker.check(loaded, knowledge).filter { $0.severity != .note }).text == "")
    }
}
