/// The words of a line told from a phrase by their number alone.
extension PhraseRule {
    /// Whether the rule may find anything in a line, or remember any of it, where no phrase was spoken of.
    ///
    /// What it finds then has five listed words in a row, or three of which the line has a rare one, or is all that the
    /// line says; whatever stands between them. Most lines that the gate lets through have less, at a third of what it
    /// costs to take them to pieces.
    func mayFind(in line: FoldedLine) -> Bool {
        var (words, listed, row, longest) = (0, 0, 0, 0)
        var hasRare = false
        var index = 0
        while index < line.count {
            guard line.isLetter(index) else {
                index += 1
                continue
            }
            let start = index
            index = PhraseWords.endOfWord(at: start, of: .latin, in: line)
            if PhraseWords.isConnective(line.letters[start..<index], behind: start, in: line) { continue }
            if PhraseLabel.end(of: start..<index, in: line) != nil { return true }
            words += 1
            let units = line.units[start..<index]
            guard let place = list.place(of: units) else {
                row = 0
                continue
            }
            (listed, row) = (listed + 1, row + 1)
            longest = max(longest, row)
            hasRare = hasRare || PhraseWords.isRare(place, units, in: list)
        }
        return longest >= 5 || hasRare && (longest >= 3 || listed == words)
    }

    /// Whether all that matters of a line are its words: no number, and no phrase that was spoken of.
    func looksAtWords(of scan: LineScan, memory: RedactionMemory) -> Bool {
        language.script == .latin && memory.isAtRest && !memory.hasRareWords && !scan.has(.seed)
            && scan.line.digitCount == 0
            && !(scan.line.hanCount > 0 && scan.line.units.contains(HanSequence.ordinalMark))
    }
}
