import Glibc
import NaiveLoop

/// The loop over all patterns, in C.
final class NaiveEngine {
    private let loop: OpaquePointer

    /// Compiles all patterns to machine code; nil where one cannot be.
    init?(_ sources: [String]) {
        let copies = sources.map { strdup($0) }
        defer { for copy in copies { free(copy) } }
        let made = copies.map { UnsafePointer($0) }.withUnsafeBufferPointer { pointers in
            naive_loop_create(pointers.baseAddress, pointers.count)
        }
        guard let made else { return nil }
        loop = made
    }

    deinit { naive_loop_free(loop) }

    /// Whether one pattern matches.
    func matches(_ number: Int, _ message: [UInt8]) -> Bool {
        naive_loop_match_one(loop, number, message, message.count) != 0
    }

    /// How many patterns match.
    func match(_ message: [UInt8], into found: inout [UInt32]) -> Int {
        found.withUnsafeMutableBufferPointer { buffer in
            naive_loop_match(loop, message, message.count, buffer.baseAddress, buffer.count)
        }
    }
}
