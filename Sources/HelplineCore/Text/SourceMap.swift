/// Where each byte of a normalised text comes from in the original, both as UTF-8 offsets.
///
/// Stretches that were only moved cost one entry, so text that needs no change costs one in all.
struct SourceMap: Sendable, Equatable {
    private struct Run: Equatable {
        let output: UInt32
        let source: UInt32
        /// The length of the source of one scalar; zero where source and output run in step.
        let length: UInt32
    }

    private var runs: [Run] = []

    /// Notes that one scalar of the output, from `output` on, comes from `source`.
    ///
    /// Must be called in ascending order of both.
    mutating func append(output: Int, width: Int, source: Range<Int>) {
        let inStep = source.count == width
        if inStep, let last = runs.last, last.length == 0,
            source.lowerBound - Int(last.source) == output - Int(last.output)
        {
            return
        }
        runs.append(
            Run(
                output: UInt32(clamping: output), source: UInt32(clamping: source.lowerBound),
                length: inStep ? 0 : UInt32(clamping: source.count)))
    }

    /// Takes back what was noted for the last scalar, which begins at `output`.
    mutating func removeLast(output: Int) {
        if let last = runs.last, Int(last.output) == output { runs.removeLast() }
    }

    /// The source of the scalar that stands in `output`.
    func source(ofScalar output: Range<Int>) -> Range<Int> {
        var low = 0
        var high = runs.count
        while low < high {
            let middle = (low + high) / 2
            if Int(runs[middle].output) <= output.lowerBound { low = middle + 1 } else { high = middle }
        }
        guard low > 0 else { return output }
        let run = runs[low - 1]
        let start = Int(run.source) + (run.length == 0 ? output.lowerBound - Int(run.output) : 0)
        return start..<start + (run.length == 0 ? output.count : Int(run.length))
    }
}
