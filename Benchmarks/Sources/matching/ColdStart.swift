import Dispatch
import Glibc
import PCRE2
import PatternSet
import Synchronization

/// How long it takes until so many patterns can be searched for, from nothing but their texts.
struct ColdStart {
    private let texts: [String]

    static let columns = ["patterns", "threads", "read s", "index s", "CPU s", "elapsed s", "µs/p"]

    /// All on one thread, or on as many as the machine runs.
    enum Spread: String {
        case one = "1"
        case all
    }

    init(count: Int) { texts = GeneratedPack(count: count).patterns.map(\.source) }

    /// The best of some rounds; each begins with texts only.
    func row(_ spread: Spread, rounds: Int = 5) -> [String] {
        var best = round(spread)
        for _ in 1..<rounds {
            let next = round(spread)
            if next.all < best.all { best = next }
        }
        return [
            "\(texts.count)", spread.rawValue, best.read.written(3), best.index.written(3), best.processor.written(3),
            best.all.written(3), (best.all / Double(texts.count) * 1e6).written(1),
        ]
    }

    /// Seconds of one round.
    private struct Round {
        var read = 0.0
        var index = 0.0
        var processor = 0.0
        var all: Double { read + index }
    }

    private func round(_ spread: Spread) -> Round {
        let perform: PatternSet.Spreading =
            spread == .one
            ? { count, piece in for number in 0..<count { piece(number) } }
            : { DispatchQueue.concurrentPerform(iterations: $0, execute: $1) }
        let processor = seconds(CLOCK_PROCESS_CPUTIME_ID)
        let start = seconds(CLOCK_MONOTONIC)
        let patterns = patterns(perform)
        let read = seconds(CLOCK_MONOTONIC)
        let set = PatternSet(patterns, spread: spread == .one ? nil : perform)
        let end = seconds(CLOCK_MONOTONIC)
        precondition(set.searchedCount == texts.count)
        return Round(read: read - start, index: end - read, processor: seconds(CLOCK_PROCESS_CPUTIME_ID) - processor)
    }

    /// Has PCRE2 accept the texts, a thousand at a time.
    private func patterns(_ perform: PatternSet.Spreading) -> [Pattern] {
        let starts = Array(stride(from: 0, to: texts.count, by: 1_000))
        let parts = Mutex([[Pattern]](repeating: [], count: starts.count))
        perform(starts.count) { number in
            let part = texts[starts[number]..<min(starts[number] + 1_000, texts.count)].compactMap { try? Pattern($0) }
            parts.withLock { $0[number] = part }
        }
        return parts.withLock { Array($0.joined()) }
    }

    private func seconds(_ clock: clockid_t) -> Double {
        var time = timespec()
        clock_gettime(clock, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
