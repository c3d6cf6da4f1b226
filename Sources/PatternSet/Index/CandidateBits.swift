/// The patterns that are worth trying, a bit for each; they come out in ascending order, each once.
///
/// A second row of bits tells which words of the first are not zero, so that emptying it costs as much as there are
/// candidates, and one step for every 4,096 patterns.
struct CandidateBits: ~Copyable {
    private var words = ScratchBuffer<UInt64>(capacity: 64, filler: 0)
    private var summary = ScratchBuffer<UInt64>(capacity: 1, filler: 0)
    /// At which bytes of the text a match of each candidate may start.
    private var starts = ScratchBuffer<MatchStarts>(capacity: 64, filler: .anywhere)
    private var summaryCount = 1
    /// Where the search for the next one goes on.
    private var cursor = 0

    /// Empties it and makes room for so many patterns.
    mutating func reset(count: Int) {
        while popFirst() != nil {}
        cursor = 0
        words.reserve((count + 63) / 64 + 1)
        starts.reserve(count)
        summaryCount = (count + 4_095) / 4_096
        summary.reserve(summaryCount)
    }

    /// A pattern that has to be tried, and where a match may start.
    struct Candidate {
        var pattern: Int
        var starts: MatchStarts
    }

    /// Takes the lowest pattern out, nil when there is none left.
    @inline(__always)
    mutating func popFirst() -> Candidate? {
        while cursor < summaryCount {
            if summary[cursor] == 0 {
                cursor &+= 1
                continue
            }
            let word = cursor &<< 6 &+ summary[cursor].trailingZeroBitCount
            let pattern = word &<< 6 &+ words[word].trailingZeroBitCount
            words[word] &= words[word] &- 1
            if words[word] == 0 { summary[cursor] &= summary[cursor] &- 1 }
            return Candidate(pattern: pattern, starts: starts[pattern])
        }
        return nil
    }

    /// The bits, for adding to until the next change.
    var writer: Writer { Writer(words: words.base, summary: summary.base, starts: starts.base) }

    /// What a walk adds patterns to, in plain addresses.
    struct Writer {
        fileprivate let words: UnsafeMutablePointer<UInt64>
        fileprivate let summary: UnsafeMutablePointer<UInt64>
        fileprivate let starts: UnsafeMutablePointer<MatchStarts>

        /// Adds a pattern.
        @inline(__always)
        func insert(_ pattern: Int, _ starts: MatchStarts) {
            words[pattern &>> 6] |= 1 &<< UInt64(pattern & 63)
            summary[pattern &>> 12] |= 1 &<< UInt64(pattern &>> 6 & 63)
            self.starts[pattern] = starts
        }
    }
}
