/// Recovery phrases (BIP-39): runs of words from a list, however they are separated, numbered or written.
///
/// Ordinary English has such words too, but hardly ever nine in a row of which half are rare. So such a run is a phrase
/// or what somebody remembers of one, whatever stands around it; the whole run is masked, because a neighbour that
/// happens to be in the list cannot be told from a word of the phrase. With a word like 助记词 or "seed" nearby shorter
/// and mistyped runs count too. Runs of several lines are joined, with whatever was said between them; what numbers the
/// words (`PhraseLabel`) is no part of them.
struct PhraseRule: Sendable {
    /// The shortest phrase.
    static let minLength = 12
    /// So many words in a row are a part of a phrase where half of them are rare: what is missing can be guessed.
    static let tellingLength = 9

    let language: PhraseLanguage
    let list: WordList

    /// The rule of a language; nil for Chinese, which has its own.
    init?(_ language: PhraseLanguage) {
        guard let list = language.list else { return nil }
        (self.language, self.list) = (language, list)
    }

    private func words(in line: FoldedLine) -> PhraseWords {
        PhraseWords(in: line, list: list, script: language.script)
    }

    /// Finds phrases and parts of them in a line, and what the line reveals in those before it.
    func find(in scan: LineScan, after earlier: [SafeText], memory: inout RedactionMemory, into found: inout Findings) {
        if looksAtWords(of: scan, memory: memory), !mayFind(in: scan.line) { return }
        search(scan, after: earlier, memory: &memory, into: &found)
    }

    /// Takes a line to pieces.
    func search(_ scan: LineScan, after earlier: [SafeText], memory: inout RedactionMemory, into found: inout Findings)
    {
        let text = words(in: scan.line)
        guard !text.runs.isEmpty else { return }
        let hasSeed = memory.seedLines > 0 || scan.has(.seed)
        let names = scan.cues.filter { $0.kind == .seed }.map(\.range)
        var masked = text.runs.filter { isPhrase($0, of: text, beside: names, hasSeed: hasSeed, memory: memory) }
        var words = masked.reduce(0) { $0 + $1.count }
        if let stretch = mistyped(in: text, of: scan.line, hasSeed: hasSeed) { masked.append(stretch) }
        for fragment in joined(text, after: earlier, isCalled: hasSeed, memory: &memory) {
            words += fragment.places.count
            if fragment.linesBack == 0 {
                masked.append(fragment.run)
            } else {
                found.reveals.append(reveal(fragment))
            }
        }
        if masked.isEmpty, let span = provenWithLabels(text, in: scan.line) {
            found.add(.seedPhrase, span)
            return memory.expectPhrase(words: Self.minLength)
        }
        guard !masked.isEmpty else { return }
        for run in masked { found.add(.seedPhrase, text.span(widened(run, of: text, in: scan.line))) }
        memory.expectPhrase(words: words)
    }

    /// Finds in a kept text the words that a later line has revealed.
    func find(_ words: Redaction.Words, in line: FoldedLine, into found: inout Findings) {
        let text = self.words(in: line)
        for run in text.runs {
            for part in words.common(with: text.places(run), isAlone: isAlone(run, of: text, in: line)) {
                found.add(.seedPhrase, text.span(part.lowerBound + run.lowerBound..<part.upperBound + run.lowerBound))
            }
        }
    }

    /// - Parameter names: where words for a phrase stand, which are listed words as well: "define seed phrase".
    private func isPhrase(
        _ run: Range<Int>, of text: PhraseWords, beside names: [Range<Int>], hasSeed: Bool, memory: RedactionMemory
    ) -> Bool {
        let rare = text.rareCount(run)
        let isWhole = run.count == text.words.count
        if isWhole, memory.phraseLines > 0, goesOn(run, rare: rare, isNumbered: text.isNumbered, memory) { return true }
        if run.count >= Self.minLength { return hasSeed || rare * 4 >= run.count || isProven(run, of: text) }
        if run.count >= Self.tellingLength, text.distinctRareCount(run) * (run.count == 11 ? 3 : 2) >= run.count {
            return true
        }
        guard hasSeed else { return false }
        let told = run.count { word in !names.contains { $0.overlaps(text.words[word].range) } }
        if isWhole, told == run.count, told >= 2 && rare >= 2 || text.isNumbered && rare >= 1 { return true }
        return told >= 5 && rare >= 2 || told >= 4 && rare >= 3 || told >= 3 && isWhole && rare >= 1
    }

    /// Whether a line of nothing but listed words goes on with a phrase that was begun a few lines before.
    private func goesOn(_ run: Range<Int>, rare: Int, isNumbered: Bool, _ memory: RedactionMemory) -> Bool {
        rare * 2 >= run.count || run.count >= 3 && rare >= 1 || run.count >= 5
            || isNumbered || run.count == 1 && memory.lacksWords || run.count >= 2 && memory.isIncomplete
    }

    /// A phrase whose checksum holds where words such as "then" are words of it and number no others.
    private func provenWithLabels(_ text: PhraseWords, in line: FoldedLine) -> Range<Int>? {
        guard text.hasLabels, text.words.count * 2 >= Self.minLength else { return nil }
        let all = PhraseWords(in: line, list: list, script: language.script, takesLabels: false)
        let run = all.runs.first { $0.count >= Self.minLength && isProven($0, of: all) }
        return run.map(all.span)
    }

    private func isProven(_ run: Range<Int>, of text: PhraseWords) -> Bool {
        let places = text.places(run)
        return Mnemonic.counts.contains { count in
            count <= places.count
                && (0...places.count - count).contains { Mnemonic.isValid(places[$0..<$0 + count]) }
        }
    }

    // MARK: - Over several lines

    private func joined(
        _ text: PhraseWords, after earlier: [SafeText], isCalled: Bool, memory: inout RedactionMemory
    ) -> [PhraseFragment] {
        let here = PhraseFragment.all(in: text, linesBack: 0)
        guard !here.isEmpty, memory.tells(here.reduce(0) { $0 + $1.tellingCount }) || isCalled else { return [] }
        let before = PhraseJoiner.numbered(earlier).flatMap { line, linesBack in
            PhraseFragment.all(in: words(in: FoldedLine(line.string)), linesBack: linesBack)
        }
        // Where a phrase was announced, a checksum says enough, however common the words are.
        return PhraseJoiner(before + here, provenWeight: isCalled ? .min : 4, isValid: Mnemonic.isValid).phrase()
    }

    private func reveal(_ fragment: PhraseFragment) -> Redaction.Reveal {
        let words = Redaction.Words(language: language, places: fragment.places)
        return Redaction.Reveal(linesBack: fragment.linesBack, subject: .words(words), kind: .seedPhrase)
    }

    /// Whether a run is all that is written between two line breaks, but for what numbers it.
    private func isAlone(_ run: Range<Int>, of text: PhraseWords, in line: FoldedLine) -> Bool {
        func isBroken(_ left: Int, _ right: Int) -> Bool {
            line.units[text.words[left].range.upperBound..<text.words[right].range.lowerBound].contains(0x0A)
        }
        return (run.lowerBound == 0 || isBroken(run.lowerBound - 1, run.lowerBound))
            && (run.upperBound == text.words.count || isBroken(run.upperBound - 1, run.upperBound))
    }
}
