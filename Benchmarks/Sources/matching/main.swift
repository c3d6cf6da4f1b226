import Glibc
import NaiveLoop
import PCRE2
import PatternSet

let count = Int(CommandLine.arguments[1])!
let mode = CommandLine.arguments[2]
let pack = GeneratedPack(count: count)
let messages = GeneratedMessages.make(20_000, for: pack.patterns)
let patterns = try pack.patterns.map { try Pattern($0.source) }
let set = PatternSet(patterns)
var scratch = MatchScratch(codes: CodeStore(capacity: 100_000))
let t0 = threadTime()
var n = 0
for _ in 0..<(Int(getenv("PASSES").map { String(cString: $0) } ?? "100")!) {
    for message in messages {
        if mode == "c" { set.forEachCandidate(in: try! UTF8Span(validating: message.span), using: &scratch) { _ in n += 1 } }
        else {
            var budget = MatchBudget()
            set.forEachMatch(in: message.span, using: &scratch, budget: &budget) { _, _ in n += 1 }
        }
    }
}
print(Double(threadTime() - t0) / 2_000_000)
if CommandLine.arguments.count > 3 {
    let cs = pack.patterns.map { strdup($0.source) }
    let loop = cs.map { UnsafePointer($0) }.withUnsafeBufferPointer { b in naive_loop_create(b.baseAddress!, b.count)! }
    let few = Array(messages.prefix(count > 1000 ? 300 : 2000))
    var ids = [UInt32](repeating: 0, count: 64)
    let naive = Measurement.of(few, passes: 3) { m in naive_loop_match(loop, m, m.count, &ids, 64) }
    print("  naive mean \(naive.mean) p99 \(naive.quantile(0.99))")
}
