import HelplineCore
import HelplineWire
import Testing

@Suite("A relay on standard input") struct RelayConverseTests {
    /// Says lines to a session whose messages are answered at once, and notes what is sent and forgotten.
    private func converse(_ lines: [String], _ configuration: RelaySession.Configuration = .init()) -> [String] {
        var session = RelaySession(configuration)
        var notes: [String] = []
        for line in lines {
            let goesOn = session.converse(
                .line(Array(line.utf8)[...]), send: { notes += RelayScript.summaries($0) },
                forget: { notes.append("forget \($0?.text ?? "-")") },
                answer: { .replies([.saying("re: \($0.text)")]) })
            if !goesOn { return notes + ["closed"] }
        }
        return notes
    }

    @Test("Each message is answered before the next line is read")
    func answers() {
        let lines = [#"{"text":"a"}"#, #"{"id":"m1","text":"b"}"#, #"{"id":"m1","text":"b"}"#, #"{"type":"end"}"#]
        #expect(
            converse(lines) == ["r1 - - 1 last re: a", "r2 m1 - 2 last re: b", "r2 m1 - 2 last re: b", "forget -"])
    }

    @Test("It ends where the session ends")
    func end() {
        #expect(
            converse(["x", "y", #"{"text":"a"}"#], .init(uselessLines: 2)) == [
                "error - bad_json", "error - bad_json", "closed",
            ])
    }
}
