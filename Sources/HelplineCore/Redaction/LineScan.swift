/// A line with what more than one rule asks of it; an object like its line.
final class LineScan: Sendable {
    /// So many words about passwords and codes are looked at in a line; hundreds are no sentence but an attack.
    static let maxCues = 500

    let line: FoldedLine
    let cues: [Cue]
    private let kinds: UInt32
    /// What may be a key, by its length.
    let keyRuns: [KeyRun]
    /// Whether the letters of an extended private key ("prv") are in the line.
    let mayHaveExtendedKey: Bool

    init(_ text: String) {
        let line = FoldedLine(text)
        self.line = line
        cues = CueFinder.standard.cues(in: line)
        kinds = cues.reduce(0) { $0 | 1 << UInt32($1.kind.rawValue) }
        keyRuns = KeyRun.all(in: line)
        mayHaveExtendedKey = line.ascii.contains(0x76) && line.digitCount > 0 && Self.hasPrv(line.letters)
    }

    func has(_ kind: Cue.Kind) -> Bool { kinds >> UInt32(kind.rawValue) & 1 == 1 }

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

    /// The last cue that begins before an index; the first that begins there or behind it.
    func cue(before index: Int) -> Cue? { cues[..<firstCue(from: index)].last }
    func cue(from index: Int) -> Cue? { cues[firstCue(from: index)...].first }

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

    private static func hasPrv(_ letters: [UInt8]) -> Bool {
        guard letters.count >= 16 else { return false }
        return letters.indices.dropLast(2).contains {
            letters[$0] | 0x20 == 0x70 && letters[$0 + 1] | 0x20 == 0x72 && letters[$0 + 2] | 0x20 == 0x76
        }
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
