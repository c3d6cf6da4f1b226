import Testing

@testable import HelplinePack

@Suite("YAML that would cost too much")
struct YAMLLimitTests {
    private func report(_ text: String) -> [String] {
        var log = DiagnosticLog(files: [])
        _ = YAMLReader.read(SourceFile(path: "x.yaml", name: "x.yaml", text: text), number: 0, log: &log)
        return log.finished().map { "\($0.line):\($0.column): \($0.message)" }
    }

    /// Lists that each hold the one before `width` times.
    private func bomb(levels: Int, width: Int, first: String) -> String {
        let names = (0...levels).map { "n\($0)" }
        var text = "- &\(names[0]) \(first)\n"
        for level in 1...levels {
            let uses = Array(repeating: "*\(names[level - 1])", count: width).joined(separator: ", ")
            text += "- &\(names[level]) [\(uses)]\n"
        }
        return text
    }

    @Test("Lists nested too deep are refused", arguments: [26, 600, 60_000, 500_000])
    func deepBrackets(depth: Int) {
        let messages = report(String(repeating: "[", count: depth) + String(repeating: "]", count: depth))
        #expect(messages.count == 1)
        #expect(messages.first?.hasSuffix("values are nested too deep") == true)
    }

    @Test("Entries nested too deep are refused", arguments: ["- ", "? ", "{a: ", "- {b: [", "!!seq ["])
    func deepEntries(part: String) {
        let messages = report(String(repeating: part, count: 50_000))
        #expect(messages.count == 1)
    }

    @Test("Values nested as deep as a pack may need are read")
    func allowedDepth() {
        #expect(report(String(repeating: "[", count: 25) + String(repeating: "]", count: 25)) == [])
    }

    @Test("Aliases that stand for billions of values are refused before they are followed")
    func aliasBomb() {
        #expect(
            report(bomb(levels: 9, width: 9, first: "[x, x]")) == ["2:1: the file uses more than 8 aliases (*name)"])
        #expect(
            report(bomb(levels: 40, width: 2, first: "[x]") + "- {? *n40 : 1}\n") == [
                "6:1: the file uses more than 8 aliases (*name)"
            ])
    }

    @Test("A few aliases of a large value are read, and bounded")
    func fewAliases() {
        let large = "[" + Array(repeating: "x", count: 30_000).joined(separator: ",") + "]"
        #expect(report(bomb(levels: 1, width: 2, first: large)) == [])
        #expect(report(bomb(levels: 2, width: 3, first: large)).first?.hasSuffix("stands for too many values") == true)
    }

    @Test("Stars in texts count as aliases only where there is an anchor", arguments: ["- 'x *a y'\n", "- \"*a\"\n"])
    func starsInTexts(line: String) {
        #expect(report(String(repeating: line, count: 50)) == [])
    }

    @Test("Many values inside deep brackets are read in good time", .timeLimit(.minutes(10)))
    func manyInDeepBrackets() {
        let inner = String(repeating: "a, ", count: 60_000)
        #expect(report(String(repeating: "[", count: 20) + inner + String(repeating: "]", count: 20)) == [])
        #expect(report(String(repeating: "[", count: 900) + inner).count == 1)
        #expect(report(String(repeating: "{a: {b: ", count: 100) + inner).count == 1)
    }

    @Test("An alias without an anchor, and one that holds itself, are refused", arguments: ["- *a\n", "- &a [*a]\n"])
    func brokenAlias(text: String) {
        #expect(report(text).count == 1)
    }
}
