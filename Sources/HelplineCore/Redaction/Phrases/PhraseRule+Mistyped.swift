/// Phrases with mistyped words.
extension PhraseRule {
    /// The longest stretch that is looked at.
    private static let maxStretch = 36

    /// A stretch of listed words with a few others in it: mistyped words of a phrase.
    func mistyped(in text: PhraseWords, of line: FoldedLine, hasSeed: Bool) -> Range<Int>? {
        guard text.words.count >= Self.tellingLength else { return nil }
        let runs = text.runs
        var first = 0
        while first < runs.count {
            var last = first
            var listed = runs[first].count
            var others = 0
            while last + 1 < runs.count, listed + others < Self.maxStretch,
                let gap = gap(runs[last], runs[last + 1], in: text),
                isAcceptable(others: others + gap, listed: listed + runs[last + 1].count, hasSeed: hasSeed)
            {
                last += 1
                listed += runs[last].count
                others += gap
            }
            let stretch = runs[first].lowerBound..<runs[last].upperBound
            if others > 0, isMistyped(stretch, others: others, of: text, in: line, hasSeed: hasSeed) { return stretch }
            first += 1
        }
        return nil
    }

    /// Whether a stretch of words with others among them is a phrase that was mistyped.
    private func isMistyped(
        _ stretch: Range<Int>, others: Int, of text: PhraseWords, in line: FoldedLine, hasSeed: Bool
    ) -> Bool {
        let listed = stretch.count - others
        let rare = text.rareCount(stretch)
        if hasSeed, others == 1 && stretch.count >= Self.minLength || listed >= 8 && rare >= 4 { return true }
        guard stretch.allSatisfy({ text.words[$0].place != nil || text.mayBeMistyped($0, in: line) }) else {
            return false
        }
        return others == 1 && stretch.count >= Self.minLength
            || stretch.count >= 10 && listed >= 8 && text.distinctRareCount(stretch) * 2 >= listed
    }

    /// How many other words stand between two runs, where they are one or two.
    private func gap(_ left: Range<Int>, _ right: Range<Int>, in text: PhraseWords) -> Int? {
        let others = left.upperBound..<right.lowerBound
        guard (1...2).contains(others.count), text.words[right.lowerBound].isJoined,
            others.allSatisfy({ text.words[$0].isJoined })
        else { return nil }
        return others.count
    }

    private func isAcceptable(others: Int, listed: Int, hasSeed: Bool) -> Bool {
        others == 1 || others * (hasSeed ? 5 : 4) <= listed
    }

    /// A part of a phrase with the words beside it that may be mistyped ones, up to the twelve that a phrase has.
    func widened(_ part: Range<Int>, of text: PhraseWords, in line: FoldedLine) -> Range<Int> {
        var (start, end) = (part.lowerBound, part.upperBound)
        guard part.count >= Self.tellingLength else { return part }
        while end - start < Self.minLength, end < text.words.count, text.words[end].isJoined,
            text.words[end].place != nil || text.mayBeMistyped(end, in: line)
        {
            end += 1
        }
        while end - start < Self.minLength, start > 0, text.words[start].isJoined,
            text.words[start - 1].place != nil || text.mayBeMistyped(start - 1, in: line)
        {
            start -= 1
        }
        return start..<end
    }
}
