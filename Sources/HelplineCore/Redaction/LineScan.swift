/// A line with what more than one rule asks of it.
struct LineScan {
    let line: FoldedLine
    let cues: [Cue]
    /// The runs of ASCII letters and digits that are long enough for a key.
    let longRuns: [Range<Int>]

    init(_ text: String) {
        line = FoldedLine(text)
        cues = CueFinder.standard.cues(in: line)
        longRuns = Self.longRuns(in: line)
    }

    /// Whether a cue of some kinds stands right before a range.
    func names(_ range: Range<Int>, as kinds: Set<Cue.Kind>) -> Bool {
        cues.contains { cue in
            kinds.contains(cue.kind) && cue.range.upperBound <= range.lowerBound
                && range.lowerBound - cue.range.upperBound <= 6
        }
    }

    func has(_ kind: Cue.Kind) -> Bool { cues.contains { $0.kind == kind } }

    private static func longRuns(in line: FoldedLine) -> [Range<Int>] {
        guard line.count >= KeyRule.minLength else { return [] }
        var runs: [Range<Int>] = []
        var start = 0
        for index in 0...line.count where !line.isAlphanumeric(index) {
            if index - start >= KeyRule.minLength { runs.append(start..<index) }
            start = index + 1
        }
        return runs
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

/// What the rules have found in a line, in units of its `FoldedLine`.
struct Findings {
    private var spans: [(kind: SecretKind, range: Range<Int>)] = []
    var reveals: [Redaction.Reveal] = []

    var isEmpty: Bool { spans.isEmpty }

    /// Adds a secret; where it overlaps one found before, the earlier kind stays.
    mutating func add(_ kind: SecretKind, _ range: Range<Int>) {
        guard !range.isEmpty else { return }
        var (kind, range) = (kind, range)
        spans.removeAll { span in
            guard span.range.overlaps(range) else { return false }
            kind = span.kind
            range = min(span.range.lowerBound, range.lowerBound)..<max(span.range.upperBound, range.upperBound)
            return true
        }
        spans.append((kind, range))
    }

    func covers(_ index: Int) -> Bool { spans.contains { $0.range.contains(index) } }

    /// The findings in order, in UTF-8 offsets.
    func sorted(in line: FoldedLine) -> [Redaction.Finding] {
        spans.sorted { $0.range.lowerBound < $1.range.lowerBound }
            .map { Redaction.Finding(kind: $0.kind, range: line.source(of: $0.range)) }
    }
}
