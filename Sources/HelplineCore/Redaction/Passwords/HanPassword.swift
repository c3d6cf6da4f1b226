/// Passwords with Han characters: 密码是老虎不吃草88, 密码：我家的狗叫旺财.
///
/// What stands behind 密码是 either is the password or speaks of it. It is taken for the password where it says nothing
/// that is said of passwords (`HanPasswordWords`): that it is right or wrong, was forgotten or changed, whose it is, what
/// it is like, a question. So a value needs no look of its own; a row that ends in digits is one even where nothing but
/// a space stands before it.
enum HanPassword {
    /// How a value is given.
    enum Form {
        /// By a verb or a colon.
        case stated
        /// Right behind the word, or behind a verb of trying: only with digits.
        case beside
    }

    private static let maxLength = 24
    /// So many characters are looked at; a longer row is no value.
    private static let maxRow = 64
    /// How many characters a part behind a space has at most that is taken for more of the value.
    private static let maxPart = 6

    /// The value that begins at an index; nil where there is none with a Han character.
    static func range(at start: Int, form: Form, in line: FoldedLine) -> Range<Int>? {
        var start = start
        while form == .stated, start < line.count, aspects.contains(line.units[start]) { start += 1 }
        let row = row(at: start, in: line)
        guard row.contains(where: { line.isHan($0) }) else { return nil }
        guard let value = value(in: row, form: form, in: line) else { return digits(behindTalkIn: row, in: line) }
        return value.upperBound == row.upperBound ? value.lowerBound..<endOfParts(behind: value, in: line) : value
    }

    /// The Han characters right behind the word, with no verb between: 我密码天王盖地虎.
    ///
    /// They are a clause of their own, with nothing in them that a sentence has, and hardly a pair of everyday Chinese.
    static func bareRange(at start: Int, in line: FoldedLine) -> Range<Int>? {
        let first = line.skippingSpaces(from: start)
        guard line.isHan(first), !isTalk(line.units[first]) else { return nil }
        let lead = HanPasswordWords.bareLeads.end(ofWordsIn: line.units[first..<min(line.count, first + bareLength)])
        guard line.isHan(lead), !HanPasswordWords.sentenceHan.contains(line.units[lead]) else { return nil }
        let whole = trimmed(lead..<row(at: lead, in: line).upperBound, in: line)
        guard (minBareLength...maxLength).contains(whole.count) else { return nil }
        // 天天向上四个字
        let count = HanPasswordWords.counted.firstPlace(in: line.units[whole])
        let row = whole.lowerBound..<(count ?? whole.upperBound)
        guard (minBareLength...bareLength).contains(row.count), row.allSatisfy({ line.isHan($0) }),
            !row.contains(where: { HanPasswordWords.sentenceHan.contains(line.units[$0]) }),
            line.endsClause(after: whole.upperBound), !speaks(line.units[row]),
            !HanVerbs.serving.contains(line.units[row.lowerBound]),
            !HanPasswordWords.hints.occurs(in: line.units[row])
        else { return nil }
        let pairs = row.dropFirst().count { HanCharacters.standard.isPair(line.units[$0 - 1], line.units[$0]) }
        return count != nil || pairs * 4 < row.count ? row : nil
    }

    /// Whether a sentence goes on with a character, and no verb that gives a password: 就, 叫, 设.
    private static func isTalk(_ unit: UInt32) -> Bool {
        ![0x5C31, 0x53EB, 0x8BBE].contains(unit) && HanPasswordWords.sentenceHan.contains(unit)
    }

    private static let minBareLength = 4
    private static let bareLength = 10

    /// Whether a value ends in what it is made of, a name or a birthday: it says what the password is and not which.
    private static func endsInHint(_ value: Range<Int>, in line: FoldedLine) -> Bool {
        guard let end = HanPasswordWords.hints.endOfLast(in: line.units[value]) else { return false }
        return value.upperBound - end < 2
    }

    /// The value that ends at an index, behind which 是我的密码 follows; it begins its clause.
    static func range(endingAt last: Int, in line: FoldedLine) -> Range<Int>? {
        var start = last + 1
        while line.isHan(start - 1) || line.isAlphanumeric(start - 1) { start -= 1 }
        let row = start..<last + 1
        guard (4...maxLength / 2).contains(row.count), line.isHan(start), !speaks(line.units[row]),
            !HanPasswordWords.pointers.occurs(in: line.units[row])
        else { return nil }
        return row
    }

    /// Whether what stands between quotation marks is a value.
    static func isQuoted(_ range: Range<Int>, in line: FoldedLine) -> Bool {
        range.count <= maxLength && !HanPasswordWords.talk.occurs(in: line.units[range])
    }

    /// 了, 咗.
    private static let aspects: Set<UInt32> = [0x4E86, 0x5497]
    private static let questions: Set<UInt32> = [0x5417, 0x5462, 0x4E48]

    /// The Han characters, letters and digits up to the next mark or space; a mark may stand among them.
    private static func row(at start: Int, in line: FoldedLine) -> Range<Int> {
        func isPart(_ index: Int) -> Bool { line.isHan(index) || line.isAlphanumeric(index) }
        var end = start
        while end - start < maxRow,
            isPart(end) || end > start && end < line.count && marks.contains(line.letters[end]) && isPart(end + 1)
        {
            end += 1
        }
        return start..<end
    }

    private static let marks = ASCIISet("!@#$%^&*-_+")

    private static func value(in row: Range<Int>, form: Form, in line: FoldedLine) -> Range<Int>? {
        let turn = HanPasswordWords.turns.firstPlace(in: line.units[row.dropFirst()])
        let clause = row.lowerBound..<(turn ?? row.upperBound)
        let value = trimmed(clause, in: line)
        guard (2...maxLength).contains(value.count), !speaks(line.units[value]), !speaks(line.units[clause]) else {
            return nil
        }
        if hasDigits(value, in: line) { return form == .stated || isBeside(value, in: line) ? value : nil }
        let isAsked = turn == nil && line.has([0x3F], at: row.upperBound)
        let han = line.letters[value].count { $0 == FoldedLine.Class.han }
        guard form == .stated, han >= 2, !isAsked, !isAttributive(line.units[row]),
            !endsInHint(value, in: line)
        else { return nil }
        return value
    }

    /// A row without the particles that end it; nor with the word that asks, where digits stand before that.
    private static func trimmed(_ row: Range<Int>, in line: FoldedLine) -> Range<Int> {
        var end = row.upperBound
        while end > row.lowerBound,
            HanPasswordWords.particles.contains(line.units[end - 1])
                || questions.contains(line.units[end - 1]) && line.isDigit(end - 2)
        {
            end -= 1
        }
        return row.lowerBound..<end
    }

    /// Whether a clause says of a password what it is like, or what happens with it.
    static func speaks(_ row: ArraySlice<UInt32>) -> Bool {
        if isAttributive(row) || HanPasswordWords.talk.occurs(in: row) { return true }
        return row.indices.dropFirst().dropLast().contains { index in
            let (before, after) = (row[index - 1], row[index + 1])
            guard HanPasswordWords.negations.contains(row[index]) else { return false }
            return before == after
                || HanPasswordWords.verbs.contains(before) && HanPasswordWords.complements.contains(after)
        }
    }

    /// Whether a clause ends in 的: it says of what kind something is.
    private static func isAttributive(_ row: ArraySlice<UInt32>) -> Bool {
        row.last.map(HanPasswordWords.attributive.contains) ?? false
    }

    /// Whether there are two digits, and none counts something.
    private static func hasDigits(_ row: Range<Int>, in line: FoldedLine) -> Bool {
        row.count { line.isDigit($0) } >= 2
            && row.allSatisfy {
                !line.isDigit($0) || line.isAlphanumeric($0 + 1) || !CodeRule.goesOn(at: $0 + 1, in: line)
            }
    }

    /// Whether a row may stand right behind the word: a few characters, and digits at its end.
    private static func isBeside(_ row: Range<Int>, in line: FoldedLine) -> Bool {
        let lead = HanPasswordWords.leads.end(ofWordsIn: line.units[row])
        let isLinked = line.units[row.lowerBound...max(lead - 1, row.lowerBound)].contains {
            HanPasswordWords.links.contains($0)
        }
        return line.isHan(row.lowerBound) && line.isDigit(row.upperBound - 1) && row.count <= maxLength / 2 && !isLinked
    }

    /// The digits at the end of a row that says no more of them than whose they are: 我以前的19900101.
    private static func digits(behindTalkIn row: Range<Int>, in line: FoldedLine) -> Range<Int>? {
        var start = row.upperBound
        while line.isDigit(start - 1) { start -= 1 }
        guard row.upperBound - start >= 6, start > row.lowerBound,
            HanPasswordWords.attributive.contains(line.units[start - 1])
        else { return nil }
        return start..<row.upperBound
    }

    /// Where a value ends that goes on behind a space: 老虎 不吃草.
    private static func endOfParts(behind value: Range<Int>, in line: FoldedLine) -> Int {
        var end = value.upperBound
        while line.isSpace(end) {
            let part = row(at: end + 1, in: line)
            guard (1...maxPart).contains(part.count), part.upperBound <= value.lowerBound + maxLength,
                !HanPasswordWords.others.occurs(in: line.units[part]), !speaks(line.units[part])
            else { break }
            end = part.upperBound
        }
        return end
    }
}
