import PatternSet
import TestSupport
import Testing

@Suite("Windows of a long text")
struct MatchWindowsTests {
    private func windows(of text: String) -> [String] {
        let bytes = Array(text.utf8)
        return MatchWindows(of: text.utf8Span.span).map { String(decoding: bytes[$0], as: UTF8.self) }
    }

    @Test("A text of at most 512 characters is one window", arguments: [0, 1, 511, 512])
    func shortTexts(length: Int) {
        let text = String(repeating: "币", count: length)
        let windows = MatchWindows(of: text.utf8Span.span)
        #expect(Array(windows) == [0..<3 * length])
        #expect(!windows.isCut)
    }

    @Test(
        "A longer text is cut behind the sentence end that leaves the longest last window",
        arguments: ["。", "！", "？", "；", "\n", ". ", "! ", "? ", "; "])
    func sentenceEnds(end: String) {
        let text = String(repeating: String(repeating: "a", count: 97) + "b" + end, count: 8)
        let windows = windows(of: text)
        #expect(windows.count == 2)
        #expect(windows.allSatisfy { $0.unicodeScalars.count <= 512 })
        // A cut behind “. ” falls before the space.
        let mark = String(end.prefix(1))
        #expect(windows[1].hasSuffix("b" + mark))
        #expect(windows[0].unicodeScalars.count > 400)
    }

    @Test("A full stop inside a number or an address ends no sentence")
    func innerFullStops() {
        let text = "start " + String(repeating: "1.5,example.com?x=2;y", count: 40)
        let windows = windows(of: text)
        #expect(windows[0].hasPrefix("example.com") || windows[0].hasPrefix("1.5"))
        #expect(windows[1].hasSuffix(","))
    }

    @Test("Without a sentence end a text is cut at a space or comma", arguments: [" ", ",", "，", "、"])
    func pauses(pause: String) {
        let windows = windows(of: String(repeating: "abcdefg" + pause, count: 100))
        #expect(windows.count == 2)
        #expect(windows[1].hasSuffix(pause))
        #expect(windows[0].hasPrefix("abcdefg"))
    }

    @Test("Without any place to cut a text is cut after 512 characters, never inside one")
    func hardCuts() {
        let windows = windows(of: String(repeating: "币", count: 1_100))
        #expect(windows.map(\.unicodeScalars.count) == [512, 512, 76])
    }

    @Test("Windows follow one another from the end without a hole, eight at most")
    func continuity() {
        var random = SeededGenerator(seed: 5)
        for _ in 0..<50 {
            let count = Int.random(in: 0...8_000, using: &random)
            let text = (0..<count).map { _ in random.pick(["a", "币", "。", " ", "🙂", ". ", "é"]) }.joined()
            let windows = MatchWindows(of: text.utf8Span.span)
            var end = text.utf8.count
            for window in windows {
                #expect(window.upperBound == end)
                end = window.lowerBound
                let bytes = Array(text.utf8)[window]
                #expect(String(validating: bytes, as: UTF8.self).map { $0.unicodeScalars.count <= 512 } == true)
            }
            #expect(windows.isTruncated == (end > 0))
            #expect(windows.count <= 8)
            #expect(!windows.isTruncated || windows.count == 8)
        }
    }
}
