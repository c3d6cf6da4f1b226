import Dispatch
import Glibc
import HelplineCore
import HelplinePack

// What it costs to make a knowledge base of a folder, in processor seconds of all threads, and what is resident then:
//
//     folder-cost FOLDER…

/// Seconds of a clock; processor time is that of all threads.
func seconds(_ clock: clockid_t = CLOCK_PROCESS_CPUTIME_ID) -> Double {
    var time = timespec()
    clock_gettime(clock, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

/// The most memory that was resident at once, in megabytes.
func peakMegabytes() -> Int {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return usage.ru_maxrss >> 10
}

/// A number with two decimals.
func written(_ seconds: Double) -> String {
    let hundredths = Int((seconds * 100).rounded())
    return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
}

print("| intents | patterns | lessons | reading s | patterns s | learning s | all s | elapsed s | peak MB |")
print("|--:|--:|--:|--:|--:|--:|--:|--:|--:|")
for folder in CommandLine.arguments.dropFirst() {
    let (start, begun) = (seconds(), seconds(CLOCK_MONOTONIC))
    let pack = Pack.load(folder: folder)
    let read = seconds()
    guard let content = pack.content else {
        print("\(folder) is no pack: \(pack.diagnostics.count) faults.")
        exit(65)
    }
    let silent = KnowledgeBase(content) { count, piece in
        DispatchQueue.concurrentPerform(iterations: count, execute: piece)
    }
    let compiled = seconds()
    let learnt = Resemblance(pack.lessons, sets: content.sets)
    let (end, elapsed) = (seconds(), seconds(CLOCK_MONOTONIC) - begun)
    let times = [read - start, compiled - read, end - compiled, end - start, elapsed].map(written)
    print(
        "| \(content.intents.count) | \(silent.shapes.count) | \(learnt == nil ? 0 : pack.lessons.count) |",
        times.joined(separator: " | "), "| \(peakMegabytes()) |")
}
