extension Redaction {
    /// Words of a recovery phrase, to be found again in what is kept; they live for one turn and are never kept.
    public struct Words: Sendable, Hashable {
        /// The language of the list that they are in.
        let language: PhraseLanguage
        /// Their places in it, or for Chinese the characters, in the order in which they were said.
        let places: [UInt16]
    }
}

extension Redaction.Words {
    /// The parts of a run of words that are these words, or a row of them; a single one only where it stands alone.
    func common(with run: [UInt16], isAlone: Bool) -> [Range<Int>] {
        if places == run { return isAlone || run.count > 1 ? [0..<run.count] : [] }
        var parts: [Range<Int>] = []
        var start = 0
        while start < run.count {
            let length = longestRow(from: start, of: run)
            if length >= 2 { parts.append(start..<start + length) }
            start += max(1, length)
        }
        return parts
    }

    private func longestRow(from start: Int, of run: [UInt16]) -> Int {
        places.indices.reduce(0) { longest, first in
            max(longest, zip(places[first...], run[start...]).prefix { $0 == $1 }.count)
        }
    }
}

/// Whoever prints the words sees how many they are.
extension Redaction.Words: CustomStringConvertible, CustomReflectable {
    /// Their number.
    public var description: String { "\(places.count) words" }

    /// Shows their number.
    public var customMirror: Mirror { Mirror(self, children: ["count": places.count]) }
}
