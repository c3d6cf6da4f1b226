/// Recovery phrases in Chinese: characters of a list, alone or in groups or with nothing between.
///
/// Twelve characters in a row are weighed: rare ones speak for a phrase, pairs of everyday Chinese against it. How much
/// they must weigh depends on how they stand: a message or a run of exactly as many characters as phrases have, a word
/// such as 助记词 nearby, and a checksum that holds lower the bar.
enum HanPhraseRule {
    /// Weights from which twelve characters are a phrase.
    ///
    /// One made at random weighs 34 on the average, one in ten thousand less than -8. Of 84 lines of everyday questions
    /// none had twelve characters that weighed more than 8, and of those with just as many characters as a phrase has
    /// none weighed more than -30.
    enum Bar {
        static let anywhere = 30
        static let provenAnywhere = 12
        static let exact = 20
        static let provenExact = -12
        static let called = 0
        static let calledExact = -10
        static let calledProvenExact = -26
        /// For six characters where a phrase is spoken of.
        static let calledPart = 14
        /// For a row behind a colon where a phrase is spoken of, as behind 前六个.
        static let behindColon = 0
        /// For a fragment of a phrase that is told in several lines.
        static let fragment = -10
        /// How much more a fragment must weigh that stands among other words.
        static let sentence = 20
        static let provenFragments = 4
        static let supposedFragments = 30
    }

    static func find(
        in scan: LineScan, after earlier: [SafeText], memory: inout RedactionMemory, into found: inout Findings
    ) {
        guard scan.line.hanCount > 0 else { return }
        let isCalled = memory.seedLines > 0 || scan.has(.seed)
        guard isCalled || memory.phraseLines > 0 || isWorthWeighing(scan.line) else { return }
        search(scan, after: earlier, isCalled: isCalled, memory: &memory, into: &found)
    }

    /// Weighs every part of a line.
    static func search(
        _ scan: LineScan, after earlier: [SafeText], isCalled: Bool, memory: inout RedactionMemory,
        into found: inout Findings
    ) {
        let sequences = HanSequence.all(in: scan.line)
        var spans = sequences.flatMap { sequence in
            masked(in: sequence, of: scan.line, isCalled: isCalled, goesOn: memory.phraseLines > 0).map(sequence.span)
        }
        if spans.isEmpty {
            for (fragment, span) in joined(sequences, after: earlier, memory: &memory) {
                if fragment.linesBack == 0 { spans.append(span) } else { found.reveals.append(reveal(fragment)) }
            }
        }
        guard !spans.isEmpty else { return }
        for span in spans { found.add(.seedPhrase, span) }
        memory.expectPhrase(words: 0)
    }

    /// Finds in a kept text the characters that a later line has revealed.
    static func find(_ words: Redaction.Words, in line: FoldedLine, into found: inout Findings) {
        for sequence in HanSequence.all(in: line) {
            let all = 0..<sequence.count
            for part in words.common(with: sequence.places(all), isAlone: sequence.isWhole)
            where part.count == words.places.count || part.count >= 4 {
                found.add(.seedPhrase, sequence.span(part))
            }
        }
    }

    /// Whether a line may hold a phrase, or be a part of one; everyday Chinese ends here.
    private static func isWorthWeighing(_ line: FoldedLine) -> Bool {
        HanScales(line).areHeavy(isBare: !line.hasLetters && !line.hasSyllables)
    }

    // MARK: - In one line

    private static func masked(
        in sequence: HanSequence, of line: FoldedLine, isCalled: Bool, goesOn: Bool
    ) -> [Range<Int>] {
        let all = 0..<sequence.count
        if sequence.isWhole, isExact(all, in: sequence, isCalled: isCalled) { return [all] }
        if goesOn, sequence.isWhole, sequence.weight(all) > 0 { return [all] }
        let stretches = sequence.stretches
        var parts = stretches.filter { isExact($0, in: sequence, isCalled: isCalled) }
        if isCalled || goesOn {
            parts += sequence.runs.filter { run in
                (4...24).contains(run.count) && sequence.weight(run) >= Bar.behindColon
                    && line.has([0x3A], at: sequence.span(run).lowerBound - 1)
            }
        }
        if isCalled {
            parts += sequence.runs.compactMap { introduced(in: $0, of: sequence) }
            parts += windows(PhraseRule.minLength, of: all).filter { sequence.weight($0) >= Bar.called }
            parts += windows(6, of: all).filter { sequence.weight($0) >= Bar.calledPart }
        }
        for stretch in stretches {
            parts += windows(PhraseRule.minLength, of: stretch).filter { window in
                let weight = sequence.weight(window)
                return weight >= Bar.anywhere || weight >= Bar.provenAnywhere && sequence.isProven(window)
            }
        }
        return merged(parts).map { widened($0, in: sequence) }
    }

    /// What stands behind 是 up to the end of a run, where it has just as many characters as a phrase.
    private static func introduced(in run: Range<Int>, of sequence: HanSequence) -> Range<Int>? {
        guard let verb = run.first(where: { HanVerbs.being.contains(sequence.units[$0]) }) else { return nil }
        let rest = verb + 1..<run.upperBound
        return isExact(rest, in: sequence, isCalled: true) ? rest : nil
    }

    private static func isExact(_ range: Range<Int>, in sequence: HanSequence, isCalled: Bool) -> Bool {
        guard Mnemonic.counts.contains(range.count) else { return false }
        // A longer phrase weighs more; the bar is for twelve characters.
        let weight = sequence.weight(range) * PhraseRule.minLength / range.count
        return weight >= (isCalled ? Bar.calledExact : Bar.exact)
            || weight >= (isCalled ? Bar.calledProvenExact : Bar.provenExact) && sequence.isProven(range)
    }

    private static func windows(_ length: Int, of range: Range<Int>) -> some Sequence<Range<Int>> {
        stride(from: range.lowerBound, through: range.upperBound - length, by: 1).lazy.map { $0..<$0 + length }
    }

    private static func merged(_ parts: [Range<Int>]) -> [Range<Int>] {
        var merged: [Range<Int>] = []
        for part in parts.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            if let last = merged.last, last.upperBound >= part.lowerBound {
                merged[merged.count - 1] = last.lowerBound..<max(last.upperBound, part.upperBound)
            } else {
                merged.append(part)
            }
        }
        return merged
    }

    /// A part with the characters beside it, unless everyday Chinese begins there.
    private static func widened(_ part: Range<Int>, in sequence: HanSequence) -> Range<Int> {
        var (start, end) = (part.lowerBound, part.upperBound)
        while start > 0, sequence.weight(at: start - 1) > -12, sequence.weight(at: start) > -12,
            end - start < 24
        {
            start -= 1
        }
        while end < sequence.count, sequence.weight(at: end) > -12, end - start < 24 { end += 1 }
        return start..<end
    }

    // MARK: - Over several lines

    private static func joined(
        _ sequences: [HanSequence], after earlier: [SafeText], memory: inout RedactionMemory
    ) -> [(PhraseFragment, Range<Int>)] {
        let here = fragments(of: sequences, linesBack: 0)
        let strong = here.reduce(0) { $0 + max(1, $1.0.places.count / 2) }
        guard !here.isEmpty, memory.tells(strong) else { return [] }
        let before = PhraseJoiner.numbered(earlier).flatMap { line, linesBack in
            fragments(of: HanSequence.all(in: FoldedLine(line.string)), linesBack: linesBack).map(\.0)
        }
        let joiner = PhraseJoiner(
            before + here.map(\.0), provenWeight: Bar.provenFragments, supposedWeight: Bar.supposedFragments,
            rowWeight: nil
        ) { places in
            HanCharacters.standard.isValid(places.map { UInt32($0) })
        }
        return joiner.phrase().map { fragment in
            (fragment, here.first { $0.0.run == fragment.run }?.1 ?? 0..<0)
        }
    }

    /// The lines of a few characters, and the runs within others, that are not everyday Chinese.
    private static func fragments(of sequences: [HanSequence], linesBack: Int) -> [(PhraseFragment, Range<Int>)] {
        sequences.flatMap { sequence -> [(PhraseFragment, Range<Int>)] in
            let parts = sequence.isWhole ? [0..<sequence.count] : sequence.runs.filter { $0.count >= 3 }
            return parts.compactMap { part in
                let weight = sequence.weight(part) - (sequence.isWhole ? 0 : Bar.sentence)
                guard weight >= Bar.fragment - part.count else { return nil }
                let fragment = PhraseFragment(
                    linesBack: linesBack, places: sequence.places(part), rareCount: max(0, weight) / 4, weight: weight,
                    run: part, isWhole: sequence.isWhole, isNumbered: false)
                return (fragment, sequence.span(part))
            }
        }
    }

    private static func reveal(_ fragment: PhraseFragment) -> Redaction.Reveal {
        let words = Redaction.Words(language: .chinese, places: fragment.places)
        return Redaction.Reveal(linesBack: fragment.linesBack, subject: .words(words), kind: .seedPhrase)
    }
}
