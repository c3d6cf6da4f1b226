/// Weighs the Han characters of a line one by one, to say whether any of them may be of a phrase.
///
/// The characters of everyday Chinese are light, and their pairs lighter. What `HanSequence` weighs exactly is bounded
/// here from above, without keeping the characters.
struct HanScales {
    /// Characters that belong together by their number: runs of equal length, the last perhaps shorter.
    private struct Stretch {
        var count = 0
        var weight = 0
        /// How many characters the next run must have to belong to it.
        var length = 0
    }

    private var count = 0
    private var total = 0
    /// What the heaviest row weighs that ends here, and the heaviest of all; a character alone is as heavy as can be.
    private var row = 0
    private var heaviest = 0
    private var runs = 0
    /// How many characters end here with nothing between, and what they weigh.
    private var run = 0
    private var runWeight = 0
    private var stretch = Stretch()
    private var last: UInt32 = 0
    private var hasOrdinal = false
    /// Whether a run could be a fragment of a phrase, or a stretch a phrase.
    private var hasPart = false
    private var hasFragment = false
    /// What the last twelve characters weigh, and each of them.
    private var window = 0
    private var recent: InlineArray<12, Int> = .init(repeating: 0)
    /// How many other units, and how many digits, end here.
    private var (gap, digits) = (0, 0)

    mutating func add(_ unit: UInt32) {
        var weight = HanCharacters.standard.weight(of: unit)
        if run == 0 {
            runs += 1
        } else if HanCharacters.standard.isPair(last, unit) {
            weight += HanCharacters.pairWeight
        }
        row = max(0, row + weight)
        heaviest = max(heaviest, row)
        window += weight - recent[count % PhraseRule.minLength]
        recent[count % PhraseRule.minLength] = weight
        (total, count, run, last) = (total + weight, count + 1, run + 1, unit)
        runWeight += weight
        if count >= PhraseRule.minLength, window >= HanPhraseRule.Bar.provenAnywhere { hasPart = true }
        hasOrdinal = hasOrdinal || unit == HanSequence.ordinalMark
    }

    /// Passes what is no Han character, by its letter or class in a `FoldedLine`.
    mutating func skip(_ letter: UInt8) {
        endRun()
        gap += 1
        digits = letter.isDigit ? digits + 1 : 0
        // Here a sequence ends (`PhraseWords.isGap`).
        if digits > 2 || gap > 30 || letter == FoldedLine.Class.letter {
            endStretch()
            stretch = Stretch()
        }
    }

    private mutating func endRun() {
        guard run > 0 else { return }
        if run == 1 { heaviest = .max }
        if run >= 3, runWeight - HanPhraseRule.Bar.sentence >= HanPhraseRule.Bar.fragment - run { hasFragment = true }
        if run == stretch.length || run < stretch.length && stretch.count > stretch.length {
            if run < stretch.length { stretch.length = 0 }
            (stretch.count, stretch.weight) = (stretch.count + run, stretch.weight + runWeight)
        } else {
            endStretch()
            stretch = Stretch(count: run, weight: runWeight, length: run)
        }
        (run, runWeight, gap, digits) = (0, 0, 0, 0)
    }

    private mutating func endStretch() {
        if Self.mayBePhrase(stretch.count, weight: stretch.weight) { hasPart = true }
    }

    /// Ends the line.
    mutating func end() {
        endRun()
        endStretch()
    }

    private static func mayBePhrase(_ count: Int, weight: Int) -> Bool {
        Mnemonic.counts.contains(count)
            && weight * PhraseRule.minLength / count >= HanPhraseRule.Bar.provenExact
    }

    /// Whether the characters may hold a phrase or be a part of one, once the line has ended; everyday Chinese is light.
    ///
    /// - Parameter isBare: whether the line has no other letters.
    func areHeavy(isBare: Bool) -> Bool {
        guard count > 0, count >= PhraseRule.minLength || isBare else { return false }
        if count <= 3 { return !isEverydayWord }
        if count < PhraseRule.minLength { return heaviest >= 4 && mayHoldPart(isBare: isBare) }
        return heaviest >= (Mnemonic.counts.contains(count) ? 8 : 12) && mayHoldPart(isBare: isBare)
    }

    /// Whether a run, a stretch, a window of twelve or all of the characters may be told, by what they weigh at most.
    private func mayHoldPart(isBare: Bool) -> Bool {
        if heaviest == .max || hasOrdinal || hasPart || Self.mayBePhrase(count, weight: total) { return true }
        return hasFragment || isBare && total >= HanPhraseRule.Bar.fragment - count
    }

    /// Whether two or three characters stand together and weigh too little to be a fragment: 取消, 你好.
    private var isEverydayWord: Bool {
        runs == 1 && !hasOrdinal && total < HanPhraseRule.Bar.fragment - count
    }
}
