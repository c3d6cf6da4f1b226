import Glibc
import VectorscanLoop

/// Vectorscan as a filter, and PCRE2 in C for what it lets through.
final class VectorscanEngine {
    private let scanner: OpaquePointer
    private let loop: NaiveEngine
    private var candidates = [UInt32](repeating: 0, count: 4_096)

    /// How long compiling took, in seconds.
    let compileSeconds: Double

    /// The compiled database, in bytes.
    let byteCount: Int

    /// Compiles the patterns; nil where the library is not installed.
    ///
    /// It is given them as it likes them best: gaps as `.*` and without `\b`, which lets a little more through and
    /// makes a database that is several times smaller and faster.
    init?(_ sources: [String]) {
        guard let loop = NaiveEngine(sources) else { return nil }
        self.loop = loop
        let copies = sources.map { strdup(VectorscanEngine.relaxed($0)) }
        defer { for copy in copies { free(copy) } }
        let start = threadTime()
        let made = copies.map { UnsafePointer($0) }.withUnsafeBufferPointer { pointers in
            vectorscan_loop_create(pointers.baseAddress, pointers.count)
        }
        guard let made else { return nil }
        compileSeconds = Double(threadTime() - start) / 1_000_000_000
        scanner = made
        byteCount = vectorscan_loop_size(made)
    }

    deinit { vectorscan_loop_free(scanner) }

    private static func relaxed(_ source: String) -> String {
        source.replacing(/\.\{0,\d+\}/, with: ".*").replacing("\\b", with: "")
    }

    /// The patterns that match, in no order, and how many were let through.
    func match(_ message: [UInt8], into found: inout [UInt32]) -> (matches: Int, candidates: Int) {
        let count = candidates.withUnsafeMutableBufferPointer { buffer in
            vectorscan_loop_scan(scanner, message, message.count, buffer.baseAddress, buffer.count)
        }
        var matches = 0
        for index in 0..<count where loop.matches(Int(candidates[index]), message) {
            if matches < found.count { found[matches] = candidates[index] }
            matches += 1
        }
        return (matches, count)
    }
}
