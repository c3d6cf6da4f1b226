import AllocationCounter
import Glibc

/// The processor time of this thread, in nanoseconds: what others do on the machine does not count.
func threadTime() -> UInt64 {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
}

/// The memory of this process that is in use, in bytes.
func residentBytes() -> Int {
    guard let file = fopen("/proc/self/statm", "r") else { return 0 }
    defer { fclose(file) }
    var size = 0
    var resident = 0
    guard
        withVaList(
            [withUnsafeMutablePointer(to: &size) { $0 }, withUnsafeMutablePointer(to: &resident) { $0 }],
            {
                vfscanf(file, "%ld %ld", $0)
            }) == 2
    else { return 0 }
    return resident * 4_096
}

/// What answering some messages cost.
struct Measurement {
    /// Nanoseconds a message, over a whole pass.
    var mean = 0.0
    /// Nanoseconds of single messages, ascending.
    var times: [UInt64] = []
    var allocations = 0.0
    var matches = 0.0

    /// The time that a share of the messages stays within.
    func quantile(_ share: Double) -> UInt64 {
        times.isEmpty ? 0 : times[min(Int(share * Double(times.count)), times.count - 1)]
    }

    /// Runs `body` on every message: once to warm up, `passes` times for the mean, of which the median counts, and once
    /// message by message.
    static func of(_ messages: [[UInt8]], passes: Int, _ body: ([UInt8]) -> Int) -> Measurement {
        var measurement = Measurement()
        var matches = 0
        for message in messages { matches += body(message) }
        measurement.matches = Double(matches) / Double(messages.count)
        var means: [Double] = []
        let allocationsBefore = allocation_count()
        for _ in 0..<passes {
            let start = threadTime()
            for message in messages { matches &+= body(message) }
            means.append(Double(threadTime() - start) / Double(messages.count))
        }
        let allocated = allocation_count() - allocationsBefore
        // The array of means may have grown meanwhile.
        measurement.allocations = Double(allocated > 4 ? allocated : 0) / Double(messages.count * passes)
        measurement.mean = means.sorted()[passes / 2]
        measurement.times = singleTimes(messages, body)
        return measurement
    }

    /// Nanoseconds an element over whole passes, of which the median counts, after one to warm up.
    static func mean<Element>(of elements: [Element], passes: Int, _ body: (Element) -> Void) -> Double {
        for element in elements { body(element) }
        var means: [Double] = []
        for _ in 0..<passes {
            let start = threadTime()
            for element in elements { body(element) }
            means.append(Double(threadTime() - start) / Double(elements.count))
        }
        return means.sorted()[passes / 2]
    }

    /// The best of three for each message, less what reading the clock takes.
    private static func singleTimes(_ messages: [[UInt8]], _ body: ([UInt8]) -> Int) -> [UInt64] {
        var clock: UInt64 = .max
        for _ in 0..<1_000 {
            let start = threadTime()
            clock = min(clock, threadTime() - start)
        }
        var best = [UInt64](repeating: .max, count: messages.count)
        for _ in 0..<3 {
            for (number, message) in messages.enumerated() {
                let start = threadTime()
                _ = body(message)
                let time = threadTime() - start
                best[number] = min(best[number], time > clock ? time - clock : 0)
            }
        }
        return best.sorted()
    }
}
