/// Letters and digits that may be a key: in one piece, or in groups with a blank, a hyphen or a line break between.
struct KeyRun {
    /// Where it stands in the line.
    let range: Range<Int>
    /// Its letters and digits.
    let letters: [UInt8]

    /// Shorter runs are never keys: a 32-byte key has 43 characters in the densest of the usual alphabets.
    static let minLength = 43
    private static let minGroup = 4
    private static let maxGroups = 40

    private init(_ groups: ArraySlice<Range<Int>>, in line: FoldedLine) {
        range = (groups.first?.lowerBound ?? 0)..<(groups.last?.upperBound ?? 0)
        letters = groups.flatMap { line.letters[$0] }
    }

    init(_ range: Range<Int>, in line: FoldedLine) {
        self.init([range], in: line)
    }

    /// The runs of a line in order; none overlaps another.
    static func all(in line: FoldedLine) -> [KeyRun] {
        guard line.count >= minLength, line.digitCount > 0 else { return [] }
        let groups = groups(in: line)
        var runs: [KeyRun] = []
        var next = 0
        while next < groups.count {
            if groups[next].count >= minLength {
                runs.append(KeyRun(groups[next...next], in: line))
                next += 1
            } else if let last = lastGroup(from: next, of: groups, in: line) {
                runs.append(KeyRun(groups[next...last], in: line))
                next = last + 1
            } else {
                next += 1
            }
        }
        return runs
    }

    /// The maximal runs of letters and digits.
    static func groups(in line: FoldedLine) -> [Range<Int>] {
        var groups: [Range<Int>] = []
        groups.reserveCapacity(line.count / 4)
        var start = 0
        for index in 0...line.count where !line.isAlphanumeric(index) {
            if index > start { groups.append(start..<index) }
            start = index + 1
        }
        return groups
    }

    /// Where a key ends that begins with a group and goes on in those behind it.
    private static func lastGroup(from first: Int, of groups: [Range<Int>], in line: FoldedLine) -> Int? {
        let isHex = groups[first].allSatisfy { line.letters[$0].isHexDigit } || isMarked(groups[first], in: line)
        // Groups of two are the bytes of a dump.
        guard
            groups[first].count >= minGroup || isHex && groups[first].count == 2
                || line.has([0x30, 0x78], at: groups[first].lowerBound)
        else {
            return nil
        }
        let mayBeEncoded =
            EncodedKey.firstLetters.contains(line.letters[groups[first].lowerBound])
            && isOdd(line.letters[groups[first]])
        guard isHex || mayBeEncoded else { return nil }
        var last = first
        while last + 1 < groups.count, last - first < maxGroups, isJoined(groups[last], groups[last + 1], in: line) {
            last += 1
            let run = KeyRun(groups[first...last], in: line)
            guard run.letters.count <= 128 else { return nil }
            let isEnd = last + 1 == groups.count || !isJoined(groups[last], groups[last + 1], in: line)
            if isHex, run.hexCount == 64 || run.hexCount == 128, isEnd || !isHexGroup(groups[last + 1], in: line) {
                return last
            }
            if mayBeEncoded, EncodedKey.isPrivate(run.letters[...]) { return last }
        }
        return nil
    }

    /// Whether letters are mixed as in no word: with digits, or capitals behind small letters.
    private static func isOdd(_ letters: ArraySlice<UInt8>) -> Bool {
        if letters.contains(where: \.isDigit) { return true }
        return letters.contains { $0 & 0x20 != 0 } && letters.dropFirst().contains { $0 & 0x20 == 0 }
    }

    private static func isMarked(_ group: Range<Int>, in line: FoldedLine) -> Bool {
        line.has([0x30, 0x78], at: group.lowerBound) && group.dropFirst(2).allSatisfy { line.letters[$0].isHexDigit }
    }

    private static func isHexGroup(_ group: Range<Int>, in line: FoldedLine) -> Bool {
        group.count >= minGroup && group.allSatisfy { line.letters[$0].isHexDigit }
    }

    private static func isJoined(_ left: Range<Int>, _ right: Range<Int>, in line: FoldedLine) -> Bool {
        let gap = left.upperBound..<right.lowerBound
        return gap.count <= 2 && gap.allSatisfy { [0x20, 0x2D, 0x0A, 0x3A].contains(line.letters[$0]) }
    }

    /// The number of hexadecimal digits behind an optional 0x; nil where there is anything else.
    var hexCount: Int? {
        let digits =
            letters.starts(with: [0x30, 0x78]) || letters.starts(with: [0x30, 0x58])
            ? letters.dropFirst(2) : letters[...]
        return digits.allSatisfy(\.isHexDigit) ? digits.count : nil
    }
}
