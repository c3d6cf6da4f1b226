/// Recovery phrases (BIP-39): runs of words from a list, however they are separated, numbered or written.
///
/// Ordinary English has such words too, but never twelve in a row (the longest run in 145,000 words of prose was nine).
/// So a run of twelve is a phrase, whatever stands around it; the whole run is masked, because a neighbour that happens
/// to be in the list cannot be told from a word of the phrase. With a word like 助记词 or "seed" nearby shorter and
/// mistyped runs count too. Runs of several lines are joined, with whatever was said between them.
struct PhraseRule: Sendable {
    /// The shortest phrase.
    static let minLength = 12

    /// The rules of all word lists.
    static let all = [PhraseRule(.english)]

    private let list: WordList
    var language: String { list.language }

    init(_ list: WordList) {
        self.list = list
    }

    /// Finds phrases and parts of them in a line, and what the line reveals in those before it, oldest first.
    func find(in scan: LineScan, after earlier: [SafeText], memory: inout RedactionMemory, into found: inout Findings) {
        let text = PhraseWords(in: scan.line, list: list)
        guard !text.runs.isEmpty else { return }
        let hasSeed = memory.seedLines > 0 || scan.has(.seed)
        var masked = text.runs.filter { isPhrase($0, of: text, hasSeed: hasSeed, goesOn: memory.phraseLines > 0) }
        if let stretch = mistyped(in: text, hasSeed: hasSeed) { masked.append(stretch) }
        for fragment in joined(text, after: earlier) {
            if fragment.linesBack == 0 {
                masked.append(fragment.run)
            } else {
                found.reveals.append(reveal(fragment))
            }
        }
        guard !masked.isEmpty else { return }
        for run in masked { found.add(.seedPhrase, text.span(run)) }
        (memory.seedLines, memory.phraseLines) = (RedactionMemory.phraseReach, RedactionMemory.phraseReach)
    }

    /// Finds in a kept text the words that a later line has revealed.
    func find(_ words: Redaction.Words, in line: FoldedLine, into found: inout Findings) {
        let text = PhraseWords(in: line, list: list)
        for run in text.runs {
            for part in words.common(with: text.places(run), isAlone: isAlone(run, of: text, in: line)) {
                found.add(.seedPhrase, text.span(part.lowerBound + run.lowerBound..<part.upperBound + run.lowerBound))
            }
        }
    }

    private func isPhrase(_ run: Range<Int>, of text: PhraseWords, hasSeed: Bool, goesOn: Bool) -> Bool {
        let rare = text.rareCount(run)
        let isWhole = run.count == text.words.count
        if goesOn, isWhole, rare * 2 >= run.count { return true }
        if run.count >= Self.minLength { return hasSeed || rare * 4 >= run.count || isProven(run, of: text) }
        guard hasSeed else { return false }
        return run.count >= 5 && rare >= 2 || run.count >= 4 && rare >= 3 || run.count >= 3 && isWhole && rare >= 1
    }

    private func isProven(_ run: Range<Int>, of text: PhraseWords) -> Bool {
        let places = text.places(run)
        return Mnemonic.counts.contains { count in
            count <= places.count
                && (0...places.count - count).contains { Mnemonic.isValid(places[$0..<$0 + count]) }
        }
    }

    /// A stretch of listed words with a few others in it, each alone: mistyped words of a phrase.
    private func mistyped(in text: PhraseWords, hasSeed: Bool) -> Range<Int>? {
        guard text.words.count >= 9 else { return nil }
        let runs = text.runs
        var first = 0
        while first < runs.count {
            var last = first
            var listed = runs[first].count
            var rare = text.rareCount(runs[first])
            while last + 1 < runs.count, isOneApart(runs[last], runs[last + 1], in: text),
                isAcceptable(others: last + 1 - first, listed: listed + runs[last + 1].count, hasSeed: hasSeed)
            {
                last += 1
                listed += runs[last].count
                rare += text.rareCount(runs[last])
            }
            let others = last - first
            if others > 0, listed + others >= Self.minLength || hasSeed && listed >= 8 && rare >= 4 {
                return runs[first].lowerBound..<runs[last].upperBound
            }
            first = last + 1
        }
        return nil
    }

    private func isOneApart(_ left: Range<Int>, _ right: Range<Int>, in text: PhraseWords) -> Bool {
        right.lowerBound == left.upperBound + 1 && text.words[left.upperBound].isJoined
            && text.words[right.lowerBound].isJoined
    }

    private func isAcceptable(others: Int, listed: Int, hasSeed: Bool) -> Bool {
        others == 1 || hasSeed && others * 5 <= listed
    }

    // MARK: - Over several lines

    private func joined(_ text: PhraseWords, after earlier: [SafeText]) -> [PhraseFragment] {
        let here = PhraseFragment.all(in: text, linesBack: 0)
        guard !here.isEmpty else { return [] }
        let lines = earlier.suffix(PhraseJoiner.maxLines)
        let before = zip(lines, (1...max(1, lines.count)).reversed()).flatMap { line, linesBack in
            PhraseFragment.all(in: PhraseWords(in: FoldedLine(line.string), list: list), linesBack: linesBack)
        }
        return PhraseJoiner(before + here).phrase()
    }

    private func reveal(_ fragment: PhraseFragment) -> Redaction.Reveal {
        let words = Redaction.Words(language: list.language, places: fragment.places)
        return Redaction.Reveal(linesBack: fragment.linesBack, subject: .words(words), kind: .seedPhrase)
    }

    /// Whether a run is all that is written between two line breaks.
    private func isAlone(_ run: Range<Int>, of text: PhraseWords, in line: FoldedLine) -> Bool {
        let span = text.span(run)
        func isBroken(_ indices: some Sequence<Int>) -> Bool {
            for index in indices {
                if line.units[index] == 0x0A { return true }
                if line.isAlphanumeric(index) || line.isHan(index) { return false }
            }
            return true
        }
        return isBroken((0..<span.lowerBound).reversed()) && isBroken(span.upperBound..<line.count)
    }
}
