import TestSupport
import Testing

@testable import HelplineCore

@Suite("Recovery phrases told in small groups")
struct GroupedPhraseTests {
    /// What is said between two groups; no line is of listed words alone, which would be taken for a group.
    private static let chat = [
        "ok", "wait a moment", "got it?", "ok here is more", "hold on a second", "are you there?",
    ]

    /// Words of the chat and of the marker that are in the list too.
    private static let ordinary: Set<String> = [
        "here", "moment", "more", "one", "phrase", "second", "still", "there", "wait",
    ]

    /// How the groups follow one another.
    struct Way: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var size: Int
        var hasChat = false
        /// Whether the words have a checksum, as those of a real phrase have.
        var isProven = true
        /// How many of a hundred phrases may keep two words or more.
        var most: Int

        static let all = [
            Way(testDescription: "pairs", size: 2, most: 0),
            Way(testDescription: "threes", size: 3, most: 0),
            Way(testDescription: "fours", size: 4, most: 0),
            Way(testDescription: "pairs with chat between", size: 2, hasChat: true, most: 2),
            Way(testDescription: "threes with chat between", size: 3, hasChat: true, most: 2),
            Way(testDescription: "fours with chat between", size: 4, hasChat: true, most: 2),
            Way(testDescription: "pairs, one word mistaken", size: 2, isProven: false, most: 2),
            Way(testDescription: "fours, one word mistaken", size: 4, isProven: false, most: 2),
            Way(
                testDescription: "fours with chat between, one word mistaken", size: 4, hasChat: true, isProven: false,
                most: 5),
        ]
    }

    @Test("are masked in every group, with and without chat between them", arguments: Way.all)
    func groups(way: Way) throws {
        let book = try #require(PhraseBook.all.first)
        var generator = SeededGenerator(seed: 77)
        var leaks: [String] = []
        for _ in 0..<100 {
            var phrase = book.phrase(12, from: &generator)
            if !way.isProven { phrase[5] = book.words[Int.random(in: 0..<2048, using: &generator)] }
            var lines: [String] = []
            for start in stride(from: 0, to: 12, by: way.size) {
                if way.hasChat, start > 0 { lines.append(Self.chat[start / way.size % Self.chat.count]) }
                lines.append(phrase[start..<start + way.size].joined(separator: " "))
            }
            let kept = KeptLines(lines).text
            let words = Set(FoldedLine(kept).spelled).subtracting(Self.ordinary)
            let left = phrase.filter { words.contains($0) }
            if left.count >= 2 { leaks.append(kept) }
        }
        #expect(leaks.count <= way.most, "\(leaks.count) of 100: \(leaks.first ?? "")")
    }
}
