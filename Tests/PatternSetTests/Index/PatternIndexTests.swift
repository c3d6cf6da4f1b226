import PCRE2
import TestSupport
import Testing

@testable import PatternSet

@Suite("Pattern index")
struct PatternIndexTests {
    private func set(_ patterns: [String]) throws -> PatternSet { PatternSet(try patterns.map { try Pattern($0) }) }

    private func candidates(_ set: PatternSet, _ text: String) -> [Int] {
        var scratch = IndexScratch()
        scratch.find(text.utf8Span.span, in: set.index)
        return scratch.lacks.indices.filter { scratch.lacks[$0] == 0 }
    }

    @Test("Only the patterns whose literals all occur are tried, and those that need none")
    func candidates() throws {
        let set = try set(["账号.{0,4}(被盗|不见)", "(?:fee|手续费)s?", "\\d+", "被盗.*账号", "账号密码", "K"])
        #expect(candidates(set, "我的账号被盗了") == [0, 2, 3])
        #expect(candidates(set, "FEES") == [1, 2])
        #expect(candidates(set, "账号") == [2])
        #expect(candidates(set, "\u{212A}") == [2, 5])
        #expect(candidates(set, "") == [2])
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
            scratch.find("x\(number)y".utf8Span.span, in: large.index)
            #expect(scratch.lacks.firstIndex(of: 0) == number)
            scratch.find("b".utf8Span.span, in: small.index)
            #expect(scratch.lacks == [1, 0])
        }
    }

    @Test("An index that was kept finds the same")
    func record() throws {
        let first = try set(["账号.{0,4}(被盗|不见)", "(?:fee|手续费)s?", "\\d+"])
        let index = try #require(PatternIndex(first.index.record))
        let again = PatternSet(first.patterns, index: index)
        for text in ["账号被盗", "Fees", "1", ""] { #expect(candidates(again, text) == candidates(first, text)) }
        #expect(again.shape(at: 0).clauses == first.shape(at: 0).clauses)
    }

    @Test("A record whose numbers do not fit together is refused, and what is taken never traps")
    func damagedRecords() throws {
        let record = try set(["账号.{0,4}(被盗|不见)", "(?:fee|手续费)s?", "\\d+"]).index.record
        var random = SeededGenerator(seed: 5)
        var refused = 0
        for _ in 0..<2_000 {
            var damaged = record
            let list = Int.random(in: 0..<5, using: &random)
            let place = Int.random(in: damaged.numbers[list].indices, using: &random)
            damaged.numbers[list][place] = UInt32.random(in: 0...40, using: &random)
            guard let index = PatternIndex(damaged) else {
                refused += 1
                continue
            }
            var scratch = IndexScratch()
            scratch.find("账号被盗 fee 手续费 1".utf8Span.span, in: index)
        }
        #expect(refused > 500)
        var short = record
        short.numbers.removeLast()
        #expect(PatternIndex(short) == nil)
    }
}
