import Foundation
import Testing

@testable import HelplinePack

@Suite("Diagnostics in words")
struct DiagnosticReportTests {
    private func report(_ text: String, line: Int, column: Int, width: Int = 1, remedy: Sentence? = nil) -> String {
        var log = DiagnosticLog(files: [SourceFile(path: "Pack/a.yaml", name: "a.yaml", text: text)])
        log.error(
            .badValue, at: Place(file: 0, line: line, column: column), width: width, "something is wrong",
            remedy: remedy)
        return DiagnosticReport(log.finished()).text
    }

    @Test("The line is shown with a caret below, and the cure")
    func caret() {
        #expect(
            report("id: a\nsovled: ask\n", line: 2, column: 1, width: 6, remedy: "did you mean “solved”?") == """
                Pack/a.yaml:2:1: error: something is wrong [bad-value]
                    2 | sovled: ask
                      | ^^^^^^
                      = did you mean “solved”?
                """)
    }

    @Test("A caret below Chinese is as wide as a terminal shows the characters")
    func wideCaret() {
        #expect(
            report("zh: 账号被盗", line: 1, column: 7, width: 2) == """
                Pack/a.yaml:1:7: error: something is wrong [bad-value]
                    1 | zh: 账号被盗
                      |         ^^^^
                      = write one of those it takes
                """)
    }

    @Test("A long line is cut around its place, and controls are not sent to the terminal")
    func longLine() {
        let text = report(String(repeating: "a", count: 500) + "\u{9B}31mX", line: 1, column: 501, width: 3)
        #expect(text.contains("    1 | " + String(repeating: "a", count: 60) + "\u{FFFD}31mX\n"))
        #expect(text.contains("\n      | " + String(repeating: " ", count: 60) + "^^^\n"))
    }

    @Test("JSON lines can be read back")
    func json() throws {
        let diagnostics = [
            Diagnostic(
                .error, .badValue, file: "a\"b.yaml", line: 3, column: 4, message: "a\\b\n“c”\u{1}", remedy: "d"),
            Diagnostic(.warning, .unusedSet, file: "b.yaml", message: "e"),
        ]
        let lines = DiagnosticReport(diagnostics).jsonLines(in: .english).split(separator: "\n")
        let objects = try lines.map { try JSONSerialization.jsonObject(with: Data($0.utf8)) as? NSDictionary }
        #expect(
            objects == [
                [
                    "severity": "error", "code": "bad-value", "file": "a\"b.yaml", "line": 3, "column": 4,
                    "message": "a\\b\n“c”\u{1}", "remedy": "d",
                ],
                [
                    "severity": "warning", "code": "unused-set", "file": "b.yaml", "line": 0, "column": 0,
                    "message": "e", "remedy": "take it out, or name it where it is meant",
                ],
            ])
    }

    @Test("Diagnostics are ordered by place and counted")
    func order() {
        let report = DiagnosticReport([
            Diagnostic(.warning, .unusedSet, file: "b.yaml", line: 1, column: 1, message: "3"),
            Diagnostic(.warning, .unusedSet, file: "a.yaml", line: 10, column: 1, message: "2"),
            Diagnostic(.error, .badValue, file: "a.yaml", line: 9, column: 5, message: "1"),
        ])
        #expect(report.diagnostics.map(\.message) == ["1", "2", "3"])
        #expect(report.summary == "1 error, 2 warnings")
        #expect(DiagnosticReport([]).summary == "no faults")
        #expect(DiagnosticReport([]).text == "")
    }

    @Test(
        "The nearest name is the one meant, and none where all are far",
        arguments: [
            ("acount", "account"), ("account-stoln", "account-stolen"), ("ACCOUNT", "account"), ("sovled", "solved"),
            ("xyzzy", nil), ("", nil), ("ab", nil),
        ])
    func nearest(name: String, meant: String?) {
        #expect(NearestName.of(name, among: ["account", "account-stolen", "solved", "fees"]) == meant)
    }
}
