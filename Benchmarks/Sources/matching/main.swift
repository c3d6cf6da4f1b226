import Glibc
import PCRE2
import PatternSet

let sizes = CommandLine.arguments.dropFirst().compactMap { Int($0) }
let counts = sizes.isEmpty ? [100, 1_000, 10_000, 100_000] : sizes
if CommandLine.arguments.dropFirst().first == "cold" {
    var cold = Report(ColdStart.columns)
    for count in counts {
        let start = ColdStart(count: count)
        cold.add(start.row(.one))
        cold.add(start.row(.all))
    }
    print(cold.text)
    exit(0)
}
print("\(LibraryVersion()). Times are processor time of one thread, in microseconds a message.\n")
print("Patterns of questions and answers, 20,000 messages, as many compiled as are needed:\n")
var table = Report(Comparison.columns)
for count in counts { table.add(try Comparison(GeneratedPack(count: count).patterns).row(capacity: 2 * count)) }
print(table.text)
if counts.contains(100_000) {
    print("\nThe same, 10,000 of them compiled at most:\n")
    var capped = Report(Comparison.columns)
    capped.add(try Comparison(GeneratedPack(count: 100_000).patterns).row(capacity: 10_000))
    print(capped.text)
}
print("\nBeside Vectorscan as a filter before PCRE2, up to \(VectorscanComparison.patternLimit) patterns:\n")
var beside = Report(VectorscanComparison.columns)
var isInstalled = true
for count in counts where count <= VectorscanComparison.patternLimit && isInstalled {
    if let row = try VectorscanComparison(GeneratedPack(count: count).patterns).row() {
        beside.add(row)
    } else {
        isInstalled = false
    }
}
print(isInstalled ? beside.text : "Vectorscan is not installed here (libvectorscan-dev).")
print("\nPatterns of the trade's own words in every message:\n")
var words = Report(Comparison.columns)
for count in counts where count <= 10_000 {
    words.add(try Comparison(WordPack.make(count: count)).row(capacity: 2 * count))
}
print(words.text)
print("\nPatterns written to take long, on a message of 512 characters:\n")
var evil = Report(EvilMessages.columns)
for row in try EvilMessages.rows() { evil.add(row) }
print(evil.text)
