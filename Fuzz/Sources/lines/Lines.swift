import Glibc
import WireFuzz

/// libFuzzer's own loop; the package manager wants the main function to be ours.
@_silgen_name("LLVMFuzzerRunDriver")
private func runFuzzer(
    _ count: UnsafeMutablePointer<CInt>,
    _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>,
    _ testOneInput: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

@main
enum Lines {
    static func main() {
        var count = CommandLine.argc
        var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = CommandLine.unsafeArgv
        let status = runFuzzer(&count, &arguments) { start, count in
            // A difference ends the run, and libFuzzer keeps the input.
            let bytes = Array(UnsafeBufferPointer(start: start, count: count))
            if let fault = WireFuzz.fault(of: bytes) { fatalError(fault) }
            return 0
        }
        exit(status)
    }
}
