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

    /// A run of letters, and whether it is in the list.
    private struct Word {
        let range: Range<Int>
        let isListed: Bool
        /// A listed word that hardly ever occurs in a question to support.
        let isRare: Bool
        /// Only marks, spaces and the number of the word stand between this one and the one before it.
        let isJoined: Bool
    }

    func find(in scan: LineScan, memory: inout RedactionMemory, into found: inout Findings) {
        let words = words(in: scan.line)
        let hasSeed = scan.has(.seed) || memory.seedLines > 0
        var masked: [Range<Int>] = []
        for run in runs(in: words) where isPhrase(run, of: words, hasSeed: hasSeed, isWhole: run.count == words.count) {
            masked.append(run)
        }
        if let stretch = mistyped(in: words, hasSeed: hasSeed) { masked.append(stretch) }
        if masked.isEmpty, let head = continued(words, in: scan.line, memory: memory) {
            masked.append(head)
            found.reveals += reveals(memory)
        }
        for run in masked { found.add(.seedPhrase, span(run, of: words)) }
        note(words, in: scan.line, isMasked: !masked.isEmpty, memory: &memory)
    }

    /// Finds again in a kept text what stood at the end of an earlier line.
    func findWords(_ count: Int, in scan: LineScan, into found: inout Findings) {
        let words = words(in: scan.line)
        let runs = runs(in: words)
        if count >= 3 {
            for run in runs where run.count >= 3 { found.add(.seedPhrase, span(run, of: words)) }
        } else if let last = runs.last {
            found.add(.seedPhrase, span(last.suffix(count), of: words))
        }
    }

    private func span(_ run: Range<Int>, of words: [Word]) -> Range<Int> {
        words[run.lowerBound].range.lowerBound..<words[run.upperBound - 1].range.upperBound
    }

    private func isPhrase(_ run: Range<Int>, of words: [Word], hasSeed: Bool, isWhole: Bool) -> Bool {
        if run.count >= Self.minLength { return true }
        let rare = words[run].count { $0.isRare }
        return hasSeed && (rare >= 4 || isWhole && run.count >= 3 && rare == run.count)
    }

    // MARK: - Words

    private func words(in line: FoldedLine) -> [Word] {
        var words: [Word] = []
        var index = 0
        var end = 0
        while index < line.count {
            guard line.isLetter(index) else {
                index += 1
                continue
            }
            let start = index
            while line.isLetter(index)
                || line.letters.indices.contains(index) && line.letters[index] == 0x27 && line.isLetter(index + 1)
            {
                index += 1
            }
            let place = list.index(of: line.letters[start..<index])
            words.append(
                Word(
                    range: start..<index, isListed: place != nil, isRare: place.map { !list.isCommon[$0] } ?? false,
                    isJoined: isGap(end..<start, in: line)))
            end = index
        }
        return words
    }

    /// Whether what stands between two words separates words of one phrase: marks, spaces, numbers up to 24 and the
    /// Chinese words for counting.
    private func isGap(_ gap: Range<Int>, in line: FoldedLine) -> Bool {
        guard gap.count <= 24 else { return false }
        var digits = 0
        for index in gap {
            digits = line.isDigit(index) ? digits + 1 : 0
            let isCounting = line.isHan(index) && Self.counting.contains(line.units[index])
            if digits > 2 || line.isHan(index) && !isCounting || line.letters[index] == FoldedLine.Class.letter {
                return false
            }
        }
        return true
    }

    private static let counting: Set<UInt32> = Set("第一二三四五六七八九十个词号是和".unicodeScalars.map(\.value))

    /// The maximal runs of listed words, in numbers of words.
    private func runs(in words: [Word]) -> [Range<Int>] {
        var runs: [Range<Int>] = []
        for (index, word) in words.enumerated() where word.isListed {
            if word.isJoined, let last = runs.last, last.upperBound == index {
                runs[runs.count - 1] = last.lowerBound..<index + 1
            } else {
                runs.append(index..<index + 1)
            }
        }
        return runs
    }

    /// A stretch of listed words with a few others in it, each alone: mistyped words of a phrase.
    private func mistyped(in words: [Word], hasSeed: Bool) -> Range<Int>? {
        let runs = runs(in: words)
        var first = 0
        while first < runs.count {
            var last = first
            var listed = runs[first].count
            var rare = words[runs[first]].count { $0.isRare }
            while last + 1 < runs.count, runs[last + 1].lowerBound == runs[last].upperBound + 1,
                words[runs[last].upperBound].isJoined, words[runs[last + 1].lowerBound].isJoined,
                isAcceptable(others: last + 1 - first, listed: listed + runs[last + 1].count, hasSeed: hasSeed)
            {
                last += 1
                listed += runs[last].count
                rare += words[runs[last]].count { $0.isRare }
            }
            let others = last - first
            if others > 0, listed + others >= Self.minLength || hasSeed && listed >= 8 && rare >= 4 {
                return runs[first].lowerBound..<runs[last].upperBound
            }
            first = last + 1
        }
        return nil
    }

    private func isAcceptable(others: Int, listed: Int, hasSeed: Bool) -> Bool {
        others == 1 || hasSeed && others * 5 <= listed
    }

    // MARK: - Over several lines

    /// The words at the beginning of a line that end a run begun in the lines before.
    private func continued(_ words: [Word], in line: FoldedLine, memory: RedactionMemory) -> Range<Int>? {
        let pending = memory.phraseWords.reduce(0) { $0 + Int($1) }
        guard pending > 0, let head = runs(in: words).first, head.lowerBound == 0, words[0].isJoined,
            pending + head.count >= Self.minLength
        else { return nil }
        return head
    }

    private func reveals(_ memory: RedactionMemory) -> [Redaction.Reveal] {
        memory.phraseWords.reversed().enumerated().filter { $0.element > 0 }.map { place, count in
            Redaction.Reveal(linesBack: place + 1, subject: .phraseWords(Int(count)), kind: .seedPhrase)
        }
    }

    private func note(_ words: [Word], in line: FoldedLine, isMasked: Bool, memory: inout RedactionMemory) {
        let isBlank = words.isEmpty && isGap(0..<line.count, in: line)
        let tail = runs(in: words).last.flatMap { run in
            run.upperBound == words.count && isGap(words[run.upperBound - 1].range.upperBound..<line.count, in: line)
                ? run : nil
        }
        guard !isMasked, isBlank || tail.map({ words[$0].count { $0.isRare } * 2 >= $0.count }) ?? false else {
            memory.phraseWords = []
            return
        }
        let isWhole = isBlank || tail?.lowerBound == 0 && words[0].isJoined
        memory.phraseWords = (isWhole ? memory.phraseWords : []) + [UInt8(truncatingIfNeeded: tail?.count ?? 0)]
        if memory.phraseWords.count > RedactionMemory.maxPhraseLines { memory.phraseWords.removeFirst() }
    }
}
