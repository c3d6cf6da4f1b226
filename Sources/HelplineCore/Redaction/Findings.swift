/// What the rules have found in a line, in units of its `FoldedLine`.
struct Findings {
    private var spans: [(kind: SecretKind, range: Range<Int>)] = []
    /// What was found out about earlier lines.
    var reveals: [Redaction.Reveal] = []

    var isEmpty: Bool { spans.isEmpty }

    mutating func add(_ kind: SecretKind, _ range: Range<Int>) {
        if !range.isEmpty { spans.append((kind, range)) }
    }

    func covers(_ index: Int) -> Bool { spans.contains { $0.range.contains(index) } }

    /// The findings in order and in UTF-8 offsets; of two that overlap, one with the kind found first.
    func sorted(in line: FoldedLine) -> [Redaction.Finding] {
        guard !spans.isEmpty else { return [] }
        var merged: [(kind: SecretKind, range: Range<Int>, place: Int)] = []
        let inOrder = spans.enumerated().sorted { $0.element.range.lowerBound < $1.element.range.lowerBound }
        for (place, span) in inOrder {
            guard let last = merged.last, last.range.upperBound > span.range.lowerBound else {
                merged.append((span.kind, span.range, place))
                continue
            }
            let range = last.range.lowerBound..<max(last.range.upperBound, span.range.upperBound)
            merged[merged.count - 1] = (place < last.place ? span.kind : last.kind, range, min(place, last.place))
        }
        return zip(merged, line.sources(of: merged.map(\.range))).map { Redaction.Finding(kind: $0.kind, range: $1) }
    }
}
