/// Reads on from a word for a password, from link to link, and takes the values that they give.
struct PasswordReader {
    /// How far a link may stand behind its cue, in units.
    private static let maxReach = 48
    private static let maxWords = 5

    private let scan: LineScan
    private let cue: Cue
    private var line: FoldedLine { scan.line }
    private var values: [Range<Int>]
    private var index: Int
    /// Up to where the words go that lead to a verb: 我当时设的.
    private let lead: Int
    private var limit: Int
    /// How many words were passed since the cue or the last value.
    private var words = 0

    /// Begins at an index, behind the first value where one stands right beside the cue.
    init(_ scan: LineScan, cue: Cue, start: Int, first: Range<Int>?) {
        let line = scan.line
        (self.scan, self.cue, index, values) = (scan, cue, start, first.map { [$0] } ?? [])
        lead = HanPasswordWords.leads.end(
            ofWordsIn: line.units[start..<min(line.count, start + PasswordRule.maxLead)])
        limit = min(line.count, start + Self.maxReach)
    }

    /// The values, in order.
    mutating func read() -> [Range<Int>] {
        while index < limit, words <= Self.maxWords {
            let goesOn =
                if let link = PasswordLink(at: index, in: line) {
                    follows(link)
                } else if line.isLetter(index), !line.isDigit(index - 1) {
                    passesWord()
                } else {
                    passesMark()
                }
            guard goesOn else { break }
        }
        return values
    }

    /// Takes the value behind a link, if there is one; false where what stands there ends the search.
    private mutating func follows(_ link: PasswordLink) -> Bool {
        let form = link.form(of: cue, at: index, in: line)
        index = link.end
        words += 1
        guard let range = value(behind: link, form: form) else { return true }
        guard isPlausible(range, behind: link) else { return false }
        values.append(range)
        (index, words) = (range.upperBound, 0)
        limit = min(line.count, range.upperBound + Self.maxReach / 2)
        return true
    }

    private func value(behind link: PasswordLink, form: HanPassword.Form?) -> Range<Int>? {
        let mayHold = link.kind != .entered || line.hasLetters || line.digitCount > 0
        if mayHold, let range = PasswordValue.range(at: link.end, link: link.kind, form: form, in: line) {
            return range
        }
        // 密码写的一路向北
        let isGiven = link.kind == .entered && HanVerbs.aspects.contains(line.units[link.end - 1])
        return isGiven && PasswordRule.isNamedAlone(cue, in: line)
            ? HanPassword.bareRange(at: link.end, in: line) : nil
    }

    /// Whether a value may stand after a weaker cue ("pass"), or after another value.
    private func isPlausible(_ range: Range<Int>, behind link: PasswordLink) -> Bool {
        if values.isEmpty {
            if cue.kind == .password || link.kind == .mark { return true }
            let before = PasswordRule.wordBefore(cue, in: line)
            if link.kind == .verb, before.isEmpty || Linking.before.contains(before) { return true }
        }
        return Token(at: range.lowerBound, in: line).look(in: line) == .mixed
    }

    private mutating func passesWord() -> Bool {
        let word = line.word(at: index)
        let isPassing = cue.kind == .password || PasswordRule.betweens.contains(word.text)
        guard !PasswordWords.stops.contains(word.text), isPassing else { return false }
        words += 1
        index = word.range.upperBound
        return true
    }

    private mutating func passesMark() -> Bool {
        let isComma = line.units[index] == 0x2C
        if index >= lead, stops(at: index), values.isEmpty || !isComma { return false }
        index += 1
        return true
    }

    /// Whether the clause ends at an index or turns to something else.
    private func stops(at index: Int) -> Bool {
        if line.endsSentence(at: index) || line.units[index] == 0x2C { return true }
        if line.isHan(index), PasswordWords.stopHan.contains(line.units[index]) { return true }
        let kind = scan.cue(at: index)?.kind
        return kind == .number || kind == .plainCode
    }
}
