/// Recovery phrases (BIP-39): runs of words from a list, however they are separated, numbered or written.
///
/// Ordinary English has such words too, but never twelve in a row (the longest run in 145,000 words of prose was nine).
/// So a run of twelve is a phrase, whatever stands around it; the whole run is masked, because a neighbour that happens
/// to be in the list cannot be told from a word of the phrase. With a word like 助记词 or "seed" nearby shorter and
/// mistyped runs count too. Words at the end of one line and the beginning of the next are one run.
struct PhraseRule: Sendable {
    /// The shortest phrase.
    static let minLength = 12

    private let list: WordList

    init(_ list: WordList) {
        self.list = list
    }

    func find(in scan: LineScan, memory: inout RedactionMemory, into found: inout Findings) {
        let hasSeed = memory.seedLines > 0 || scan.has(.seed)
        let text = PhraseWords(in: scan.line, list: list)
        var masked = text.runs.filter { isPhrase($0, of: text, hasSeed: hasSeed) }
        if let stretch = mistyped(in: text, hasSeed: hasSeed) { masked.append(stretch) }
        if masked.isEmpty, let head = continued(text, memory: memory) {
            masked.append(head)
            found.reveals += reveals(memory)
        }
        for run in masked { found.add(.seedPhrase, text.span(run)) }
        note(text, isMasked: !masked.isEmpty, memory: &memory)
    }

    /// Finds again in a kept text what stood at the end of an earlier line.
    func findWords(_ count: Int, in scan: LineScan, into found: inout Findings) {
        let text = PhraseWords(in: scan.line, list: list)
        if count >= 3 {
            for run in text.runs where run.count >= 3 { found.add(.seedPhrase, text.span(run)) }
        } else if let last = text.runs.last {
            found.add(.seedPhrase, text.span(last.suffix(count)))
        }
    }

    private func isPhrase(_ run: Range<Int>, of text: PhraseWords, hasSeed: Bool) -> Bool {
        if run.count >= Self.minLength { return true }
        guard hasSeed, run.count >= 3 else { return false }
        let rare = text.rareCount(run)
        return rare >= 4 || run.count == text.words.count && rare == run.count
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

    /// The words at the beginning of a line that end a run begun in the lines before.
    private func continued(_ text: PhraseWords, memory: RedactionMemory) -> Range<Int>? {
        let pending = memory.phraseWords.reduce(0) { $0 + Int($1) }
        guard pending > 0, let head = text.head, pending + head.count >= Self.minLength else { return nil }
        return head
    }

    private func reveals(_ memory: RedactionMemory) -> [Redaction.Reveal] {
        memory.phraseWords.reversed().enumerated().filter { $0.element > 0 }.map { place, count in
            Redaction.Reveal(linesBack: place + 1, subject: .phraseWords(Int(count)), kind: .seedPhrase)
        }
    }

    /// Counts the words that the line ends with, if they are more than small talk.
    private func note(_ text: PhraseWords, isMasked: Bool, memory: inout RedactionMemory) {
        let tail = text.tail
        let counts = tail.map { text.rareCount($0) * 2 >= $0.count } ?? text.isBlank
        guard !isMasked, counts else {
            memory.phraseWords = []
            return
        }
        if let tail, text.head != tail { memory.phraseWords = [] }
        memory.phraseWords.append(UInt8(truncatingIfNeeded: tail?.count ?? 0))
        if memory.phraseWords.count > RedactionMemory.maxPhraseLines { memory.phraseWords.removeFirst() }
    }
}
