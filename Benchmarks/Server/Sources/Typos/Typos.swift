import Glibc
import HelplineCore
import HelplinePack
import PatternSet

/// What it costs to mend slips of the keyboard: CPU time of a message with slips, beside the same message without them.
///
///     Typos PACK COUNT
///
/// A message with slips is matched twice, as it is and mended, so the ratio says more than the time: what is above two
/// is the price of mending. The last lines are as long as mending looks at, and made of slips alone.
@main struct Typos {
    static func main() throws {
        let words = CommandLine.arguments
        let pack = words.count == 3 ? Pack.load(folder: words[1]) : nil
        guard let pack, let count = Int(words[2]), let content = pack.content else {
            print("Typos PACK COUNT")
            exit(64)
        }
        let bench = Typos(knowledge: KnowledgeBase(content, lessons: pack.lessons), count: count)
        var scratch = MatchScratch()
        print("  us right   us slips   ratio")
        for (right, slips) in samples { bench.measure(right, slips, &scratch) }
    }

    private static let samples = [
        ("my account was stolen", "my accuont was stollen"), ("change my phone", "chagne my phnoe"),
        ("withdrawal not arrived", "withdrawl not arived"), ("帐号被盗了", "帐号被到了"), ("充值没到账", "充直没到帐"),
        (line("tomorrow something"), line("wihtdrawal pasword")), (line("今天天气不错"), line("充直帐号被到")),
    ]

    /// A line of 198 characters, the longest that is mended.
    private static func line(_ words: String) -> String {
        String(String(repeating: words + " ", count: 40).prefix(198))
    }

    let knowledge: KnowledgeBase
    let count: Int

    private func measure(_ right: String, _ slips: String, _ scratch: inout MatchScratch) {
        let (first, second) = (cost(right, &scratch), cost(slips, &scratch))
        let ratio = Int((second / first * 10).rounded())
        print(
            column(Int(first), 10), column(Int(second), 10), column(ratio / 10, 6) + ".\(ratio % 10)", "",
            slips.prefix(40))
    }

    private func column(_ value: Int, _ width: Int) -> String {
        String(repeating: " ", count: max(0, width - "\(value)".count)) + "\(value)"
    }

    /// The mean CPU time in microseconds, the patterns compiled before.
    private func cost(_ text: String, _ scratch: inout MatchScratch) -> Double {
        for _ in 0..<20 { _ = knowledge.classify(text, offers: false, using: &scratch) }
        let start = Self.cpu
        for _ in 0..<count { _ = knowledge.classify(text, offers: false, using: &scratch) }
        return (Self.cpu - start) / Double(count) * 1e6
    }

    private static var cpu: Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
