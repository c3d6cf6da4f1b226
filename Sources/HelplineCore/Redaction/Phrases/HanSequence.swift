/// The Han characters of a line that may belong together: only marks, spaces and numbers stand between them.
struct HanSequence {
    /// Where the characters stand in the line.
    private(set) var indices: [Int] = []
    /// The characters.
    private(set) var units: [UInt32] = []
    /// What each character and the pair that it ends weigh, summed up from the beginning; one more entry than
    /// characters.
    private(set) var sums: [Int] = [0]
    /// The maximal runs without anything between, in numbers of characters.
    private(set) var runs: [Range<Int>] = []
    /// Whether the line has nothing else that could be a word.
    private(set) var isWhole = true

    var count: Int { units.count }

    /// The sequences of a line.
    static func all(in line: FoldedLine) -> [HanSequence] {
        var all: [HanSequence] = []
        var current = HanSequence()
        var index = 0
        while index < line.count {
            guard line.letters[index] == FoldedLine.Class.han else {
                index += 1
                continue
            }
            if let last = current.indices.last, last + 1 != index, !PhraseWords.isGap(last + 1..<index, in: line) {
                all.append(current)
                current = HanSequence()
            }
            if let end = ordinal(at: index, in: line) {
                index = end
                continue
            }
            current.append(index, line.units[index])
            index += 1
        }
        if current.count > 0 { all.append(current) }
        let isWhole = all.count == 1 && !line.hasLetters && !line.hasSyllables
        for place in all.indices {
            all[place].isWhole = isWhole
            all[place].weigh()
        }
        return all
    }

    /// Where the number ends that stands at an index: 第三个, 第12个字是.
    private static func ordinal(at start: Int, in line: FoldedLine) -> Int? {
        guard line.units[start] == ordinalMark else { return nil }
        var index = start + 1
        while index < line.count, index < start + 4, line.isDigit(index) || numerals.contains(line.units[index]) {
            index += 1
        }
        guard index > start + 1, index < line.count, counters.contains(line.units[index]) else { return nil }
        index += 1
        while index < line.count, index < start + 8, links.contains(line.units[index]) { index += 1 }
        return index
    }

    /// 第, with which numbers such as 第三个 begin.
    static let ordinalMark: UInt32 = 0x7B2C
    private static let numerals = Set("一二三四五六七八九十".unicodeScalars.map(\.value))
    private static let counters = Set("个字词位".unicodeScalars.map(\.value))
    private static let links = HanVerbs.being.union(HanVerbs.units("字词:"))

    private mutating func append(_ index: Int, _ unit: UInt32) {
        if let last = indices.last, last + 1 == index {
            runs[runs.count - 1] = runs[runs.count - 1].lowerBound..<count + 1
        } else {
            runs.append(count..<count + 1)
        }
        indices.append(index)
        units.append(unit)
    }

    /// What stands behind numbers in dates and amounts.
    private static let units = Set("年月日号点时分秒天个次元块万亿位条笔".unicodeScalars.map(\.value))

    /// A character that stands alone among others is written as no Chinese is.
    private mutating func weigh() {
        let characters = HanCharacters.standard
        sums.reserveCapacity(count + 1)
        for run in runs {
            for place in run {
                var weight = characters.weight(of: units[place])
                if run.count == 1, count > 1, weight > -12, !Self.units.contains(units[place]) { weight = 4 }
                if place > run.lowerBound, characters.isPair(units[place - 1], units[place]) {
                    weight += HanCharacters.pairWeight
                }
                sums.append((sums.last ?? 0) + weight)
            }
        }
    }

    /// The runs, those of equal length taken together: "的一 是在 不了".
    ///
    /// The last of such a row may be shorter.
    var stretches: [Range<Int>] {
        var stretches: [Range<Int>] = []
        var length = 0
        for run in runs {
            if let last = stretches.last, run.count == length || run.count < length && last.count > length {
                stretches[stretches.count - 1] = last.lowerBound..<run.upperBound
                if run.count < length { length = 0 }
            } else {
                stretches.append(run)
                length = run.count
            }
        }
        return stretches
    }

    /// What the characters of a range weigh.
    func weight(_ range: Range<Int>) -> Int { sums[range.upperBound] - sums[range.lowerBound] }

    /// What a single character weighs with the pair that it ends.
    func weight(at place: Int) -> Int { sums[place + 1] - sums[place] }

    /// Whether the checksum of a range holds.
    func isProven(_ range: Range<Int>) -> Bool {
        Mnemonic.counts.contains(range.count) && HanCharacters.standard.isValid(units[range])
    }

    /// Where a range stands in the line.
    func span(_ range: Range<Int>) -> Range<Int> { indices[range.lowerBound]..<indices[range.upperBound - 1] + 1 }

    /// The characters of a range as the parts of a phrase.
    func places(_ range: Range<Int>) -> [UInt16] { units[range].map { UInt16(truncatingIfNeeded: $0) } }
}
