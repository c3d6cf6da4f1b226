import Dispatch
import PCRE2
import TestSupport
import Testing

@testable import PatternSet

@Suite("Pattern index")
struct PatternIndexTests {
    private func set(_ patterns: [String]) throws -> PatternSet { PatternSet(try patterns.map { try Pattern($0) }) }

    private func candidates(_ set: PatternSet, _ text: String) -> [Int] {
        var scratch = IndexScratch()
        scratch.find(text.utf8Span.span, in: set.index.tables)
        return drain(&scratch)
    }

    private func drain(_ scratch: inout IndexScratch) -> [Int] {
        var found: [Int] = []
        while let candidate = scratch.popCandidate() { found.append(candidate.pattern) }
        return found
    }

    @Test("Only the patterns whose literals all occur in their order are tried")
    func candidates() throws {
        let set = try set(["账号.{0,4}(被盗|不见)", "(?:fee|手续费)s?", "\\d+", "被盗.*账号", "账号密码", "K"])
        #expect(candidates(set, "我的账号被盗了") == [0])
        #expect(candidates(set, "被盗的账号") == [3])
        #expect(candidates(set, "FEES 1") == [1, 2])
        #expect(candidates(set, "账号") == [])
        #expect(candidates(set, "\u{212A}") == [5])
        #expect(candidates(set, "") == [])
    }

    @Test(
        "A match may start where its first words stand, less what comes before them",
        arguments: [
            ("(账号).{0,4}被盗", "我的账号被盗", [6]), ("(账号).{0,4}被盗", "账号账号被盗", [0, 6]),
            ("(账号).{0,4}被盗", "账号一二三四五账号被盗", [21]), (".账号", "账号a账号", [6]), ("ok|thanks", "ok ok", [0, 3]),
            ("(?:x|wallet)s", String(repeating: "xs", count: 7), [0, 2, 4, 6, 8, 10, 12]),
            ("(被盗)", String(repeating: "一", count: 90) + "被盗了被盗", [270, 279]),
        ])
    func starts(pattern: String, text: String, places: [Int]) throws {
        let starts = try starts(of: pattern, in: text)
        #expect((0..<starts.count).map { starts[$0] } == places)
    }

    @Test(
        "Where a match may start at more than seven places or at unknown ones, it is looked for from the first on",
        arguments: [
            ("xs", " " + String(repeating: "xs", count: 8), 1), (".{0,9}x", "ab cdefghijklmx", 5), (".*被盗", "我被盗", 0),
            ("\\Ga", "ba", 0),
        ])
    func startsAnywhere(pattern: String, text: String, first: Int) throws {
        let starts = try starts(of: pattern, in: text)
        #expect(starts.count == 0)
        #expect(starts.first == first)
    }

    /// The places at which PCRE2 is asked.
    private func starts(of pattern: String, in text: String) throws -> MatchStarts {
        var scratch = IndexScratch()
        scratch.find(text.utf8Span.span, in: try set([pattern]).index.tables)
        let candidate = scratch.popCandidate()
        return try #require(candidate).starts
    }

    @Test("A literal is found where it begins or ends like another one, and at the end of the text")
    func overlaps() throws {
        let set = try set(["a", "ab", "abc", "abcd", "b", "bcd", "cde"])
        #expect(candidates(set, "xabcd") == [0, 1, 2, 3, 4, 5])
        #expect(candidates(set, "abc") == [0, 1, 2, 4])
        #expect(candidates(set, "cd") == [])
    }

    @Test("A pattern with more clauses than are counted is found")
    func manyClauses() throws {
        let words = (0..<300).map { "w\($0)x" }
        let set = try set([words.joined(separator: ".*"), "y"])
        #expect(candidates(set, words.joined(separator: " ")) == [0])
        #expect(candidates(set, words.dropFirst().joined(separator: " ")) == [])
    }

    @Test("One scratch serves texts and sets of any size in turn")
    func reuse() throws {
        let small = try set(["a", "b"])
        let large = try set((0..<50).map { "x\($0)y" })
        var scratch = IndexScratch()
        for number in [3, 49, 0] {
            scratch.find("x\(number)y".utf8Span.span, in: large.index.tables)
            #expect(drain(&scratch) == [number])
            scratch.find("b".utf8Span.span, in: small.index.tables)
            #expect(drain(&scratch) == [1])
        }
    }

    /// Patterns that fill every table: literals, masks, orders, word sets that are large, patterns without literals.
    private static let varied = [
        "账号.{0,4}(被盗|不见)", "(?:fee|手续费)s?", "\\d+", "x[0-9]{2}.*y.*z", "(?=.*丢了).*账号", ".", "b", "be", "[a-z]{3}",
        "(?:" + (0..<20).map { "币\($0)" }.joined(separator: "|") + ").{0,6}(?:到账|没到)",
        "提现.{2,5}(?:" + (0..<20).map { "币\($0)" }.joined(separator: "|") + ")",
    ]

    private static let texts = [
        "账号被盗", "Fees", "1", "", "x12 yz", "我的币7没到账", "提现了好多币19", "be 账号丢了", String(repeating: "账号被盗 币3到账 ", count: 40),
    ]

    @Test("An index that was kept finds the same")
    func kept() throws {
        let first = try set(Self.varied)
        let index = try #require(PatternIndex(bytes: ByteBlock(first.index.bytes)))
        let again = PatternSet(first.patterns, index: index)
        for text in Self.texts { #expect(candidates(again, text) == candidates(first, text)) }
        #expect(candidates(again, "我的币7没到账").contains(9))
        #expect(again.shape(at: 0).clauses == first.shape(at: 0).clauses)
        #expect(index.bytes == first.index.bytes)
    }

    @Test("Bytes that are cut off, or have more behind them, are refused")
    func cutOff() throws {
        let bytes = try set(Self.varied).index.bytes
        for length in 0..<bytes.count { #expect(PatternIndex(bytes: ByteBlock(bytes[..<length])) == nil) }
        #expect(PatternIndex(bytes: ByteBlock(bytes + [0])) == nil)
    }

    @Test("The index is the same to the bit, on whatever threads and in whatever order its patterns are analysed")
    func spread() throws {
        let patterns = try (0..<3_000).map { number in
            try Pattern(Self.varied[number % Self.varied.count] + "(?:词\(number % 700)|w\(number))?.{0,\(number % 9)}z")
        }
        let alone = PatternSet(patterns).index.bytes
        let backwards = PatternSet(patterns) { count, piece in for number in (0..<count).reversed() { piece(number) } }
        let threads = PatternSet(patterns) { DispatchQueue.concurrentPerform(iterations: $0, execute: $1) }
        #expect(backwards.index.bytes == alone)
        #expect(threads.index.bytes == alone)
        #expect(threads.shape(at: 2_999).clauses == PatternShape(patterns[2_999]).clauses)
    }

    @Test("Bytes whose numbers do not fit together are refused, and what is taken never traps", arguments: 0..<4)
    func damaged(seed: Int) throws {
        let bytes = try set(Self.varied).index.bytes
        var random = SeededGenerator(seed: UInt64(seed))
        var refused = 0
        for _ in 0..<4_000 {
            var damaged = bytes
            let place = Int.random(in: 0..<bytes.count / 4, using: &random) * 4
            let number: UInt32 =
                [.random(in: 0...40, using: &random), .random(in: 0 ... .max, using: &random), .max]
                .randomElement(using: &random) ?? 0
            withUnsafeBytes(of: number) { for offset in 0..<4 { damaged[place + offset] = $0[offset] } }
            guard let index = PatternIndex(bytes: ByteBlock(damaged)) else {
                refused += 1
                continue
            }
            var scratch = IndexScratch()
            for text in Self.texts {
                scratch.find(text.utf8Span.span, in: index.tables)
                #expect(drain(&scratch).allSatisfy { $0 < index.count })
            }
        }
        #expect(refused > 500)
    }
}
