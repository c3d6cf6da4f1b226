internal import PCRE2
internal import Synchronization

/// Analyses patterns in runs that do not depend on one another, so that several threads can share the work.
///
/// What is found of a pattern depends on its text alone. The runs are handed out in waves and their shapes passed on in
/// the order of the patterns, so that what is made of them is the same on any number of threads, and the shapes of a
/// large set are never all there at once: so few that they stay in the processor's cache.
struct ShapeRuns {
    private static let patternsOfRun = 256
    private static let runsOfWave = 8

    let patterns: [Pattern]

    /// How many of the patterns, from the first, are analysed.
    let count: Int

    /// A rule that is not obeyed, in a test of that rule.
    let dropped: ShapeRule?

    /// Passes on the shape of every pattern, in their order; without a way to spread the work, one by one.
    func forEach(_ spread: PatternSet.Spreading?, _ body: (Int, PatternShape) -> Void) {
        guard let spread else {
            let memo = ShapeMemo()
            let patterns = patterns.span
            for number in 0..<count { body(number, PatternShape(patterns[number], memo: memo, dropping: dropped)) }
            return
        }
        let wave = Self.patternsOfRun * Self.runsOfWave
        for start in stride(from: 0, to: count, by: wave) {
            let end = min(start + wave, count)
            for (offset, shape) in shapes(start..<end, spread).joined().enumerated() { body(start + offset, shape) }
        }
    }

    /// The shapes of a wave, run by run.
    private func shapes(_ wave: Range<Int>, _ spread: PatternSet.Spreading) -> [[PatternShape]] {
        let starts = Array(stride(from: wave.lowerBound, to: wave.upperBound, by: Self.patternsOfRun))
        let found = Mutex([[PatternShape]](repeating: [], count: starts.count))
        spread(starts.count) { run in
            let memo = ShapeMemo(number: starts[run] / Self.patternsOfRun)
            let end = min(starts[run] + Self.patternsOfRun, wave.upperBound)
            let patterns = patterns.span
            let shapes = (starts[run]..<end).map { PatternShape(patterns[$0], memo: memo, dropping: dropped) }
            found.withLock { $0[run] = shapes }
        }
        return found.withLock { $0 }
    }
}
