import AllocationCounter
import PCRE2
import PatternSet
import Testing

@Suite("Memory of a search")
struct AllocationTests {
    @Test("A search allocates nothing once everything it meets was compiled", .enabled(if: allocations_are_counted()))
    func steadyState() throws {
        let words = ["账号", "被盗", "手续费", "怎么办", "fee", "high", "reset", "密码", "不到账", "withdraw"]
        let sources = words.flatMap { first in words.map { "(\(first)|x\(first)).{0,6}(?:\($0)|\($0)s)" } } + ["^\\d+$"]
        let set = PatternSet(try sources.map { try Pattern($0) })
        let texts = words.flatMap { first in
            words.map { Array("请问 \(first)的\($0)s \(first) 12 \($0)是什么".utf8) }
        }
        var scratch = MatchScratch()
        var matches = 0
        func pass() {
            // By index: an iterator would ask for memory of its own in a debug build.
            for number in 0..<texts.count {
                let text = texts[number]
                var budget = MatchBudget()
                set.forEachMatch(in: text.span, using: &scratch, budget: &budget) { _, captures in
                    matches += captures[1]?.count ?? 0
                }
            }
        }
        pass()
        let before = allocation_count()
        pass()
        #expect(allocation_count() == before)
        #expect(matches > 1_000)
        #expect(before > 0)
    }
}
