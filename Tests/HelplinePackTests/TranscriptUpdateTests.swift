import HelplineCore
import Testing

@testable import HelplinePack

@Suite("Recording transcripts")
struct TranscriptUpdateTests {
    /// Answers by a table.
    private struct Table: TranscriptPartner {
        var replies: [String: [TranscriptReply]]

        mutating func replies(to line: String, after seconds: Int, zone: String?) throws -> [TranscriptReply] {
            replies[line] ?? []
        }
    }

    private static let replies = [
        "hi": [TranscriptReply("Hello!\nWhat can I do?", details: .init(state: "idle"))],
        "fees": [TranscriptReply("A fee of \"2 %\".", details: .init(intent: "fees", slot: "asset", state: "form"))],
        "send": [TranscriptReply("Sent.", details: .init(state: "sent", mail: "Subject\nlost money"))],
    ]

    private func record(_ text: String) throws -> TranscriptRecord {
        let (transcript, faults) = Transcript.read(SourceFile(path: "t.yaml", name: "t.yaml", text: text))
        #expect(faults == [])
        return TranscriptRunner(try #require(transcript)).run { _ in Table(replies: Self.replies) }
    }

    /// A transcript, and what it is after recording; what is recorded goes as written, and recording again changes
    /// nothing.
    private func expect(_ old: String, becomes new: String, steps: Int) throws {
        let update = TranscriptUpdate(try record(old))
        #expect(update.text == new)
        #expect(update.stepCount == steps)
        let again = try record(update.text)
        #expect(again.differences == update.remaining)
        #expect(TranscriptUpdate(again).stepCount == 0)
    }

    @Test("A line of which nothing is expected gets what the bot said")
    func bare() throws {
        try expect(
            """
            # Kept.
            - name: a
              steps:
                - user: hi   # and this goes
                - user: fees
                  # said twice
                  after: 20m

                - user: send
            - name: b
              steps:
                - user: hi
                  bot: Hello
            """,
            becomes: """
                # Kept.
                - name: a
                  steps:
                    - user: hi
                      bot: ["Hello!"]
                    - user: fees
                      after: 20m
                      intent: fees
                      slot: asset
                      state: form
                      bot: ['A fee of "2 %".']
                      # said twice

                    - user: send
                      state: sent
                      mail: true
                      bot: ["Sent."]
                - name: b
                  steps:
                    - user: hi
                      bot: Hello
                """, steps: 3)
    }

    @Test("What differs is replaced, what holds stays")
    func differing() throws {
        try expect(
            """
            - name: a
              steps:
                - {user: fees, intent: account-stolen, slot: asset, state: idle, bot: [/fee/, nonsense], after: 90s}
                - user: hi
                  intent: fees
                  not_bot: bye
            """,
            becomes: """
                - name: a
                  steps:
                    - user: fees
                      after: 90s
                      intent: fees
                      slot: asset
                      state: form
                      bot: ["/fee/", 'A fee of "2 %".']
                    - user: hi
                      intent: none
                      not_bot: ["bye"]
                """, steps: 2)
    }

    @Test("What must not be said, and what a mail must hold, is never given up")
    func kept() throws {
        let text = """
            - name: a
              steps:
                - user: hi
                  not_bot: Hello
                - user: send
                  mail: refund
            """
        let update = TranscriptUpdate(try record(text))
        #expect(update.text == text)
        #expect(update.stepCount == 0)
        #expect(
            update.remaining.map(\.message) == [
                "“a”, step 1: the reply has “Hello”", "“a”, step 2: the mail lacks “refund”",
            ])
    }

    @Test("Steps on one line with others are told, not recorded")
    func oneLine() throws {
        let update = TranscriptUpdate(try record("- {name: a, steps: [{user: hi}, {user: fees}]}"))
        #expect(update.stepCount == 0)
        #expect(update.remaining.map(\.place) == ["t.yaml:1:21", "t.yaml:1:33"])
        for diagnostic in update.remaining { expectChinese(diagnostic) }
    }

    @Test(
        "Lines with quotes, signs and line ends come back as they were typed",
        arguments: [
            "a: b", "say \"hi\"", "it's #1", "two\nlines", "- dash", "true", "“quotes”", "", "{x}", "20%", "a\\b",
        ])
    func quoting(line: String) throws {
        let text = "- name: a\n  steps:\n    - user: \(line.doubleQuotedForYAML)\n      state: form\n"
        let (transcript, _) = Transcript.read(SourceFile(path: "t.yaml", name: "t.yaml", text: text))
        let record = TranscriptRunner(try #require(transcript)).run { _ in
            Table(replies: [line: [TranscriptReply("ok", details: .init(state: "idle"))]])
        }
        let update = TranscriptUpdate(record)
        let (after, faults) = Transcript.read(SourceFile(path: "t.yaml", name: "t.yaml", text: update.text))
        #expect(faults == [])
        #expect(after?.cases.first?.steps.first?.user == line)
        #expect(update.stepCount == 1)
    }

    @Test("Names in a transcript are compared with those of the pack")
    func names() throws {
        let text = """
            - name: a
              steps:
                - {user: x, intent: fee, slot: aset, state: idle}
                - {user: x, intent: greeting, slot: contact}
                - {user: x, intent: account-stolen, slot: none}
                - {user: x, intent: none, slot: asset}
            """
        let content = try #require(SamplePack().load().content)
        let (transcript, _) = Transcript.read(SourceFile(path: "t.yaml", name: "t.yaml", text: text))
        let faults = try #require(transcript).check(against: content)
        #expect(
            faults.map { "\($0.place): \($0.message) = \($0.remedy?.description ?? "")" } == [
                "t.yaml:3:25: no reply names the intent “fee” = did you mean “fees”?",
                "t.yaml:3:36: no question is called “aset” = did you mean “asset”?",
                "t.yaml:4:25: no reply names the intent “greeting”"
                    + " = it is talk beside the matter, and such replies name no intent; write none",
            ])
        for diagnostic in faults { expectChinese(diagnostic) }
    }

    @Test("Coverage tells what no example and no transcript touches, with its place")
    func coverage() throws {
        let pack = SamplePack()
        let (transcript, _) = Transcript.read(
            SourceFile(path: "t.yaml", name: "t.yaml", text: "- {name: a, steps: [{user: 币不见了}, {user: hi}]}"))
        let record = TranscriptRunner(try #require(transcript)).run { _ in
            Table(replies: [
                "币不见了": [TranscriptReply("请先转走剩下的资产。\n再写信到 support@example.org。\n哪种资产？")],
                "hi": [TranscriptReply("记下了：USDT。")],
            ])
        }
        let coverage = TranscriptCoverage(pack.load(), [record])
        #expect(
            coverage.shares.map { "\($0.what) \($0.touched)/\($0.total)" }.prefix(3) == [
                "intents 3/3", "patterns 8/16", "questions 1/5",
            ])
        let places = coverage.untouched.map { "\($0.place) \($0.message)" }
        #expect(places.contains("account-stolen.yaml:32:9 no transcript comes to the question “leaked”"))
        #expect(!places.contains { $0.contains("“asset”") })
        #expect(places.contains("account-stolen.yaml:24:7 no transcript shows the answer in “en”"))
        #expect(!places.contains { $0.hasPrefix("account-stolen.yaml:20:") })
        for diagnostic in coverage.untouched { expectChinese(diagnostic) }
    }
}
