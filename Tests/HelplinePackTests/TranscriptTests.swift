import Foundation
import Testing

@testable import HelplinePack

@Suite("Transcripts")
struct TranscriptTests {
    private func read(_ text: String) -> (Transcript?, [String]) {
        let (transcript, faults) = Transcript.read(SourceFile(path: "t.yaml", name: "t.yaml", text: text))
        return (transcript, faults.map { "\($0.place): \($0.message)" + ($0.remedy.map { " = \($0)" } ?? "") })
    }

    /// Repeats what it hears, and knows what it was told to know.
    private struct Parrot: TranscriptPartner {
        struct Silence: Error {}

        var details: [String: TranscriptReply.Details] = [:]

        mutating func replies(to line: String, after seconds: Int, zone: String?) throws -> [TranscriptReply] {
            if line == "fail" { throw Silence() }
            if line == "silence" { return [] }
            return [
                TranscriptReply("You said \(line).", details: details[line]),
                TranscriptReply("After \(seconds) s in \(zone ?? "no zone").", details: details[line]),
            ]
        }
    }

    private func play(_ text: String, _ details: [String: TranscriptReply.Details] = [:]) throws -> [String] {
        let (transcript, faults) = read(text)
        #expect(faults == [])
        return TranscriptRunner(try #require(transcript)).run { _ in Parrot(details: details) }
            .map { "\($0.place): \($0.message)" + ($0.remedy.map { " = \($0)" } ?? "") }
    }

    @Test("A conversation that goes as written differs in nothing")
    func same() throws {
        let text = """
            - name: parrot
              zone: Asia/Shanghai
              steps:
                - user: hello
                  bot: [said hello, /after 0 s IN asia/]
                  not_bot: goodbye
                - {user: again, after: 20m, bot: After 1200 s}
                - {user: later, after: 2h, zone: UTC, bot: After 8400 s in UTC}
                - user: ""
            """
        #expect(try play(text) == [])
    }

    @Test("Every difference is told with its place and what was said")
    func differences() throws {
        let text = """
            - name: parrot
              steps:
                - user: hello
                  bot: goodbye
                  not_bot: [hello]
                  intent: fees
                  slot: asset
                  state: form
                  mail: true
            """
        let said = " = user: hello\nbot:  You said hello.\nbot:  After 0 s in no zone."
        let details = TranscriptReply.Details(intent: "greeting", state: "idle")
        #expect(
            try play(text, ["hello": details]) == [
                "t.yaml:4:12: “parrot”, step 1: the reply lacks “goodbye”" + said,
                "t.yaml:5:17: “parrot”, step 1: the reply has “hello”" + said,
                "t.yaml:6:15: “parrot”, step 1: the intent is “greeting”, not “fees”" + said,
                "t.yaml:7:13: “parrot”, step 1: the question is “none”, not “asset”" + said,
                "t.yaml:8:14: “parrot”, step 1: the state is “idle”, not “form”" + said,
                "t.yaml:9:13: “parrot”, step 1: no mail was accepted" + said,
            ])
    }

    @Test("None, and what is in a mail, can be expected")
    func noneAndMail() throws {
        let text = """
            - name: parrot
              steps:
                - {user: idle, intent: none, slot: none, state: idle, mail: false}
                - {user: sent, mail: [lost money, /HL-\\w+/], state: sent}
                - {user: sent, mail: refund}
                - {user: idle, mail: [x]}
            """
        let details = [
            "idle": TranscriptReply.Details(state: "idle"),
            "sent": TranscriptReply.Details(state: "sent", mail: "[HL-1] lost money"),
        ]
        #expect(
            try play(text, details).map { String($0.prefix { $0 != "=" }) } == [
                "t.yaml:5:26: “parrot”, step 3: the mail lacks “refund” ",
                "t.yaml:6:27: “parrot”, step 4: no mail was accepted ",
            ])
    }

    @Test("Over plain lines only the text is compared")
    func plainLines() throws {
        #expect(try play("- {name: p, steps: [{user: hi, intent: fees, mail: true, bot: said hi}]}") == [])
        #expect(
            try play("- {name: p, steps: [{user: silence, state: idle}]}") == [
                "t.yaml:1:44: “p”, step 1: there is no reply = user: silence\nbot:  (nothing)"
            ])
    }

    @Test("A partner that fails ends its conversation and no other")
    func failure() throws {
        let text = """
            - {name: one, steps: [{user: fail}, {user: hi, bot: bye}]}
            - {name: two, steps: [{user: hi, bot: bye}]}
            """
        let differences = try play(text)
        #expect(
            differences.map { $0.prefix { $0 != "=" } } == [
                "t.yaml:1:10: “one” cannot go on: Silence()", "t.yaml:2:39: “two”, step 1: the reply lacks “bye” ",
            ])
    }

    @Test(
        "Faults of a transcript are told like those of a pack",
        arguments: [
            (
                "steps: []",
                "t.yaml:1:1: a transcript is a list of conversations, each beginning with “- name:”, but here stands a map of keys and values"
            ),
            ("- {steps: []}", "t.yaml:1:3: a conversation has no “name”"),
            ("- {name: a, steps: [{bot: x}]}", "t.yaml:1:21: a step has no text for “user”"),
            (
                "- {name: a, steps: [{user: x, bott: y}]}",
                "t.yaml:1:31: “bott” is no key of a step = did you mean “bot”?"
            ),
            (
                "- {name: a, steps: [{user: x, bot: /(/}]}",
                "t.yaml:1:37: PCRE2 refuses the pattern: missing closing parenthesis"
            ),
            (
                "- {name: a, steps: [{user: x, after: 20}]}",
                "t.yaml:1:38: “after” is a number with s, m, h or d = write 20m for twenty minutes"
            ),
            (
                "- {name: a, steps: [{user: x, state: send}]}",
                "t.yaml:1:38: “state” is “idle”, “form”, “confirm” or “sent” = did you mean “sent”?"
            ),
        ])
    func faults(text: String, report: String) {
        let (transcript, faults) = read(text)
        #expect(transcript == nil)
        #expect(faults == [report])
    }

    @Test("The transcripts of a folder are read together; a folder that is not there has none")
    func folder() throws {
        var pack = SamplePack()
        pack.files["Transcripts/a.yaml"] = "- {name: a, steps: [{user: x}]}\n"
        pack.files["Transcripts/b.yaml"] = "- {nam: b, steps: []}\n"
        try pack.withFolder { folder in
            let path = folder.path(percentEncoded: false)
            let (transcripts, diagnostics) = Transcript.load(folder: path + "/Transcripts")
            #expect(transcripts.flatMap(\.cases).map(\.name) == ["a"])
            #expect(diagnostics.map(\.code) == [.missingKey, .unknownKey])
            #expect(Transcript.load(folder: path + "/Missing").diagnostics == [])
        }
    }
}
