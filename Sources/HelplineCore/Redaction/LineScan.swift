/// A line with what more than one rule asks of it.
struct LineScan {
    /// So many words about passwords and codes are looked at in a line; hundreds are no sentence but an attack.
    static let maxCues = 500

    let line: FoldedLine
    let cues: [Cue]
    private let kinds: Set<Cue.Kind>
    /// The runs of ASCII letters and digits that are long enough for a key.
    let longRuns: [Range<Int>]

    init(_ text: String) {
        line = FoldedLine(text)
        cues = CueFinder.standard.cues(in: line)
        kinds = Set(cues.map(\.kind))
        longRuns = KeyRule.longRuns(in: line)
    }

    func has(_ kind: Cue.Kind) -> Bool { kinds.contains(kind) }

    /// The cue that begins at an index.
    func cue(at index: Int) -> Cue? {
        let place = firstCue(from: index)
        return place < cues.count && cues[place].range.lowerBound == index ? cues[place] : nil
    }

    /// Whether a cue of some kinds ends right before a range.
    func names(_ range: Range<Int>, as kinds: Set<Cue.Kind>) -> Bool {
        let before = cues[..<firstCue(from: range.lowerBound)].suffix(3)
        return before.contains { cue in
            kinds.contains(cue.kind) && (0...6).contains(range.lowerBound - cue.range.upperBound)
        }
    }

    /// The place of the first cue that begins at an index or behind it.
    private func firstCue(from index: Int) -> Int {
        var low = 0
        var high = cues.count
        while low < high {
            let middle = (low + high) / 2
            if cues[middle].range.lowerBound < index { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// The one word that the line consists of, without the marks around it; nil where there are more or none.
    var onlyToken: Token? {
        guard let start = (0..<line.count).first(where: { !line.isSpace($0) }), line.count <= 200 else { return nil }
        let token = Token(at: start, in: line)
        guard !token.core.isEmpty,
            (token.range.upperBound..<line.count).allSatisfy({ !line.isAlphanumeric($0) && !line.isHan($0) })
        else { return nil }
        return token
    }
}
