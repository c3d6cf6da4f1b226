import Glibc

/// libFuzzer's own loop; the package manager wants the main function to be ours.
@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
    _ count: UnsafeMutablePointer<CInt>,
    _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>,
    _ testOneInput: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

/// Runs a check under libFuzzer, which chooses the inputs by the branches they take.
public enum LibFuzzer {
    /// What is checked.
    ///
    /// The function that libFuzzer calls is C's and can keep nothing itself; this is written once, before its loop
    /// begins.
    nonisolated(unsafe) private static var check: (UnsafeRawBufferPointer) -> String? = { _ in nil }

    /// Feeds inputs to `check` until the time is over that the command line gives, or until it finds a fault.
    ///
    /// A fault ends the run, and libFuzzer keeps the input.
    public static func run(_ check: @escaping (UnsafeRawBufferPointer) -> String?) -> Never {
        self.check = check
        var count = CommandLine.argc
        var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = CommandLine.unsafeArgv
        let status = runDriver(&count, &arguments) { start, count in
            let input = UnsafeRawBufferPointer(start: start, count: count)
            if let fault = LibFuzzer.check(input) { fatalError(fault) }
            return 0
        }
        exit(status)
    }
}
