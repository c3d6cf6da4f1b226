import Foundation
import PCRE2
import PatternSet
import Testing

struct MatchScratchTests {
    /// In a process of its own, where nothing else asks for memory.
    @Test("What a scratch has reserved is free again when the scratch is gone")
    func leavesNoMemoryBehind() async {
        await #expect(processExitsWith: .success) {
            let set = PatternSet([try Pattern("账户.{0,4}被盗"), try Pattern("(lost|gone).{0,9}key")])
            let text = String(repeating: "我的账户昨天丢了 lost my phone ", count: 20)
            for _ in 0..<15_000 {
                var scratch = MatchScratch()
                var budget = MatchBudget()
                set.forEachMatch(in: text.utf8Span, using: &scratch, budget: &budget) { _, _ in }
            }
            // A scratch has some fifty kilobytes for this text, so seven hundred megabytes would be there if they
            // stayed.
            // The address sanitizer keeps the last 256 megabytes that were given back.
            let counts = try String(contentsOfFile: "/proc/self/statm", encoding: .utf8).split(separator: " ")
            let pages = try #require(Int(counts[1]))
            let resident = (pages * Int(getpagesize())) >> 20
            precondition(resident < 400, "\(resident) megabytes are resident")
        }
    }
}
