/// Rules about how a pattern is written.
struct StructureRules {
    private let source: PatternText
    private let parts: [RepeatPart]

    init(_ source: PatternText, _ parts: [RepeatPart]) {
        self.source = source
        self.parts = parts
    }

    /// What the rules find.
    var risks: [PatternRisk] { emptyTurns + overlaps + edgesBesideHan }

    /// `(a*)*`: a turn may be nothing, and any number of nothings is the same.
    private var emptyTurns: [PatternRisk] {
        parts.filter { $0.least == 0 && !$0.isPossessive }.map { risk(.repeatsNothing, $0.range) }
    }

    /// `\w*\d*`: what the first takes could be taken by the second as well, in as many ways as there are characters.
    private var overlaps: [PatternRisk] {
        let ordered = parts.filter(\.isOneCharacter).sorted { $0.range.lowerBound < $1.range.lowerBound }
        return zip(ordered, ordered.dropFirst()).compactMap { left, right in
            guard left.range.upperBound == right.range.lowerBound, !left.isPossessive, meet(left.mask, right.mask)
            else { return nil }
            return risk(.overlapping, left.range.lowerBound..<right.range.upperBound)
        }
    }

    /// Whether two characters may be the same; what is not known may be anything.
    private func meet(_ left: CharacterMask?, _ right: CharacterMask?) -> Bool {
        guard let left, let right else { return true }
        return left.meets(right)
    }

    /// `\b账户`: nobody writes a Latin letter right before it.
    private var edgesBesideHan: [PatternRisk] {
        (0..<max(source.count - 1, 0)).compactMap { index in
            guard source[index] == "\\", source[index + 1] == "b", !isEscaped(index) else { return nil }
            let (before, behind) = (source[index - 1], source[index + 2])
            if let behind, behind.isHan, before.isEdge { return risk(.edgeBesideHan, index..<(index + 3)) }
            if let before, before.isHan, behind.isEdge { return risk(.edgeBesideHan, (index - 1)..<(index + 2)) }
            return nil
        }
    }

    /// Whether a backslash is itself behind one.
    private func isEscaped(_ index: Int) -> Bool {
        var count = 0
        while source[index - 1 - count] == "\\" { count += 1 }
        return count % 2 == 1
    }

    private func risk(_ kind: PatternRisk.Kind, _ range: Range<Int>) -> PatternRisk {
        PatternRisk(kind: kind, part: source.text(of: range), example: "")
    }
}

extension Unicode.Scalar {
    /// A Han character of the blocks that normalised text has.
    fileprivate var isHan: Bool { (0x3400...0x9FFF).contains(value) || (0x20000...0x3FFFF).contains(value) }
}

extension Unicode.Scalar? {
    /// Whether no Latin letter is meant here: the end of a pattern or branch, a gap, a space, a Han character.
    fileprivate var isEdge: Bool {
        guard let self else { return true }
        return "()| .^$".unicodeScalars.contains(self) || self.isHan
    }
}
