/// Passwords and PINs, by the words that introduce them and by what was asked.
///
/// A value is masked where a word for password, a link (`is`, 是, a colon) and something that looks like a secret
/// follow one another in one clause, also the other way round ("X is my password"), or where the line before ended in
/// such an introduction. A plain word counts only where the clause ends with it and it does not describe a password:
/// "my password is wrong" and 密码是什么 lose nothing.
enum PasswordRule {
    /// How far a link may stand behind its cue, in units.
    private static let maxReach = 48
    private static let maxWords = 5
    /// What stands behind the word in a marker.
    private static let removed = Array(" removed]".unicodeScalars.map(\.value))

    static func find(
        in scan: LineScan, except used: Set<Int>, memory: RedactionMemory, question: RedactionContext.Question,
        into found: inout Findings
    ) {
        if memory.awaited != .nothing || question == .password, let range = answer(in: scan, to: memory.awaited) {
            found.add(.password, range)
        }
        for cue in scan.cues.prefix(LineScan.maxCues) {
            guard cue.kind == .password || cue.kind == .passwordLabel, !used.contains(cue.range.lowerBound),
                !scan.line.has(removed, at: cue.range.upperBound)
            else {
                continue
            }
            for range in valuesAfter(cue, in: scan) { found.add(.password, range) }
            if let range = valueOnNextLine(cue, in: scan.line) { found.add(.password, range) }
            if cue.kind == .password, let range = valueBefore(cue, in: scan.line) { found.add(.password, range) }
        }
        TriedPassword.find(in: scan, isTopic: memory.passwordLines > 0 && !scan.has(.password), into: &found)
        LinkSecret.find(in: scan.line, into: &found)
    }

    /// What of a password a line leaves to the next: "my password is:", 密码.
    static func awaited(behind scan: LineScan) -> RedactionMemory.Awaited {
        guard let cue = scan.cues.last(where: { $0.kind == .password }) else { return .nothing }
        let line = scan.line
        guard let last = (cue.range.upperBound..<line.count).last(where: { !line.isSpace($0) }) else {
            return namesOnly(0..<cue.range.lowerBound, in: line) ? .value : .nothing
        }
        let rest = cue.range.upperBound..<last + 1
        let start = rest.first { !line.isSpace($0) } ?? last
        if line.isLetter(last) { return line.word(at: start).text == "is" && last == start + 1 ? .statement : .nothing }
        guard rest.count <= maxLead, isLink(last, in: line), HanPasswordWords.leads.makeUp(line.units[start..<last])
        else { return .nothing }
        return .statement
    }

    private static let maxLead = 12

    /// Whether a colon, an equals sign or a Chinese verb stands at an index.
    private static func isLink(_ index: Int, in line: FoldedLine) -> Bool {
        [0x3A, 0x3D].contains(line.units[index]) || verbs.contains(line.units[index])
    }

    /// Whether nothing but "my", 我的, 登录 and the like stands in a range.
    private static func namesOnly(_ range: Range<Int>, in line: FoldedLine) -> Bool {
        var index = range.lowerBound
        while index < range.upperBound {
            if line.isLetter(index) {
                let word = line.word(at: index)
                guard Linking.before.contains(word.text) else { return false }
                index = word.range.upperBound
            } else {
                guard line.isSpace(index) || PasswordWords.ownersHan.contains(line.units[index]) else { return false }
                index += 1
            }
        }
        return true
    }

    /// The password that a line is which follows a word for one.
    private static func answer(in scan: LineScan, to awaited: RedactionMemory.Awaited) -> Range<Int>? {
        if let token = scan.onlyToken, isAnswer(token, in: scan.line) { return token.range }
        let start = (0..<scan.line.count).first { !scan.line.isSpace($0) } ?? 0
        return words(at: start, after: awaited, in: scan.line)
    }

    /// The password of several words or of Han characters that a line is from an index on.
    private static func words(at start: Int, after awaited: RedactionMemory.Awaited, in line: FoldedLine) -> Range<Int>?
    {
        let isStated = awaited == .statement
        let range =
            HanPassword.range(at: start, form: isStated ? .stated : .beside, in: line)
            ?? (isStated ? PlainPassword.range(at: start, in: line) : nil)
        guard let range, range.count >= 4, endsClause(after: range.upperBound, in: line) else { return nil }
        return range
    }

    private static func isAnswer(_ token: Token, in line: FoldedLine) -> Bool {
        switch token.look(in: line) {
        case .mixed: token.range.count >= 4
        case .digits: (4...16).contains(token.core.count)
        case .word: token.core.count >= 5 && !PasswordWords.describes(line.word(at: token.core.lowerBound).text)
        case .other: false
        }
    }

    // MARK: - Behind the cue

    /// What the next line of a message is whose line ends with the cue, and perhaps a mark or a verb.
    private static func valueOnNextLine(_ cue: Cue, in line: FoldedLine) -> Range<Int>? {
        var index = cue.range.upperBound
        while index < line.count, line.units[index] != 0x0A {
            guard !line.isAlphanumeric(index), !line.isHan(index) || verbs.contains(line.units[index]) else {
                return nil
            }
            index += 1
        }
        let isStated = line.units[cue.range.upperBound..<index].contains { $0 != 0x20 }
        while index < line.count, line.letters[index] <= 0x20 { index += 1 }
        guard index < line.count else { return nil }
        if let range = words(at: index, after: isStated ? .statement : .value, in: line) { return range }
        let token = Token(at: index, in: line)
        var end = token.range.upperBound
        while end < line.count, line.units[end] != 0x0A { end += 1 }
        guard !token.core.isEmpty,
            (token.range.upperBound..<end).allSatisfy({ !line.isAlphanumeric($0) && !line.isHan($0) })
        else { return nil }
        var start = cue.range.lowerBound
        while start > 0, line.units[start - 1] != 0x0A { start -= 1 }
        let isPlain = token.look(in: line) == .word
        if isPlain, !namesOnly(start..<cue.range.lowerBound, in: line) { return nil }
        return isAnswer(token, in: line) ? token.range : nil
    }

    /// 是为係系.
    private static let verbs: Set<UInt32> = [0x662F, 0x4E3A, 0x4FC2, 0x7CFB]

    /// The values that a cue introduces: one, or an old one and a new one.
    private static func valuesAfter(_ cue: Cue, in scan: LineScan) -> [Range<Int>] {
        let line = scan.line
        var values: [Range<Int>] = []
        var index = cue.range.upperBound
        if let range = valueBeside(cue, in: line) {
            values.append(range)
            index = range.upperBound
        }
        let lead = HanPasswordWords.leads.end(ofWordsIn: line.units[index..<min(line.count, index + maxLead)])
        var words = 0
        var limit = min(line.count, index + maxReach)
        while index < limit, words <= maxWords {
            if let link = PasswordLink(at: index, in: line) {
                let form = link.form(of: cue, at: index, in: line)
                index = link.end
                words += 1
                guard let range = value(at: index, link: link.kind, form: form, in: line) else { continue }
                guard isPlausible(range, after: link, of: cue, isFirst: values.isEmpty, in: line) else {
                    return values
                }
                values.append(range)
                (index, words, limit) = (range.upperBound, 0, min(line.count, range.upperBound + maxReach / 2))
            } else if line.isLetter(index), !line.isDigit(index - 1) {
                let word = line.word(at: index)
                guard !PasswordWords.stops.contains(word.text), cue.kind == .password else { return values }
                words += 1
                index = word.range.upperBound
            } else {
                let isComma = line.units[index] == 0x2C
                if index >= lead, stops(at: index, in: scan), values.isEmpty || !isComma { return values }
                index += 1
            }
        }
        return values
    }

    /// The value that stands right behind a cue.
    private static func valueBeside(_ cue: Cue, in line: FoldedLine) -> Range<Int>? {
        guard cue.kind == .passwordLabel else {
            return value(at: cue.range.upperBound, link: .none, form: .beside, in: line)
        }
        guard line.isSpace(cue.range.upperBound), !PasswordWords.passing.contains(wordBefore(cue, in: line)),
            let range = value(at: cue.range.upperBound, link: .none, form: nil, in: line), range.count >= 6,
            line.isLetter(range.lowerBound), endsClause(after: range.upperBound, in: line)
        else { return nil }
        return range
    }

    /// Whether a value may stand after a weaker cue ("pass"), or after another value.
    private static func isPlausible(
        _ range: Range<Int>, after link: PasswordLink, of cue: Cue, isFirst: Bool, in line: FoldedLine
    ) -> Bool {
        if isFirst {
            if cue.kind == .password || link.kind == .mark { return true }
            let before = wordBefore(cue, in: line)
            let isNamed = before.isEmpty || Linking.before.contains(before)
            if link.kind == .verb, link.end - cue.range.upperBound <= 4, isNamed { return true }
        }
        return Token(at: range.lowerBound, in: line).look(in: line) == .mixed
    }

    /// Whether the clause ends at an index or turns to something else.
    private static func stops(at index: Int, in scan: LineScan) -> Bool {
        let line = scan.line
        if line.endsSentence(at: index) || line.units[index] == 0x2C { return true }
        if line.isHan(index), PasswordWords.stopHan.contains(line.units[index]) { return true }
        let kind = scan.cue(at: index)?.kind
        return kind == .number || kind == .plainCode
    }

    /// The value that begins at an index, if something there looks like one.
    private static func value(
        at start: Int, link: PasswordLink.Kind, form: HanPassword.Form?, in line: FoldedLine
    ) -> Range<Int>? {
        var index = start
        while line.isSpace(index) { index += 1 }
        if let range = quoted(at: index, link: link, in: line) { return range }
        if let range = SpokenPassword.digits(at: index, in: line) { return range }
        if link == .mark || link == .verb, let range = PlainPassword.range(at: index, in: line) { return range }
        if let form, let range = HanPassword.range(at: index, form: form, in: line) { return range }
        var fillers = 0
        while index < line.count {
            let token = Token(at: index, in: line)
            if !token.core.isEmpty {
                if isValue(token, link: link, isDirect: fillers == 0, in: line) { return token.range }
                let word = line.word(at: token.core.lowerBound)
                guard link != .none, word.range == token.core, PasswordWords.fillers.contains(word.text) else {
                    return nil
                }
                index = max(token.range.upperBound, index + 1)
            } else {
                guard link != .none, line.isHan(index) || line.isSpace(index) || line.units[index] == 0x3A,
                    !PasswordWords.stopHan.contains(line.units[index])
                else { return nil }
                index += 1
            }
            while line.isSpace(index) { index += 1 }
            fillers += 1
            if fillers > 6 { return nil }
        }
        return nil
    }

    private static func isValue(_ token: Token, link: PasswordLink.Kind, isDirect: Bool, in line: FoldedLine) -> Bool {
        let end = token.range.upperBound
        switch token.look(in: line) {
        case .mixed:
            return token.range.count >= (!isDirect ? 6 : link == .none ? 5 : 4)
        case .digits:
            guard isDirect, !CodeRule.goesOn(at: end, in: line) else { return false }
            return token.core.count >= (link == .weak ? 6 : 4)
        case .word:
            return false
        case .other:
            return link == .mark && isDirect && isNamedLikeProduct(token, in: line)
        }
    }

    /// Whether a token looks like a product or a version and would do as a password: behind "pwd:" `win44` is one.
    private static func isNamedLikeProduct(_ token: Token, in line: FoldedLine) -> Bool {
        let letters = line.letters[token.core]
        return (4...16).contains(letters.count) && letters.allSatisfy(\.isAlphanumeric)
            && OrdinaryShapes.isNamed(String(decoding: letters, as: UTF8.self).lowercased())
    }

    /// Whether nothing but marks and final particles stands between an index and the end of the clause.
    static func endsClause(after index: Int, in line: FoldedLine) -> Bool {
        var index = index
        while index < line.count {
            let unit = line.units[index]
            if line.endsSentence(at: index) || unit == 0x2C { return unit != 0x3F }
            guard line.isSpace(index) || PasswordWords.particles.contains(unit) || [0x22, 0x27, 0x29].contains(unit)
            else {
                return false
            }
            index += 1
        }
        return true
    }

    /// What stands in quotation marks that open at an index.
    private static func quoted(at index: Int, link: PasswordLink.Kind, in line: FoldedLine) -> Range<Int>? {
        guard index < line.count, [0x22, 0x27, 0x60].contains(line.units[index]) else { return nil }
        let mark = line.units[index]
        let limit = min(line.count, index + 66)
        guard let end = (index + 1..<limit).first(where: { line.units[$0] == mark }), end - index > 3 else {
            return nil
        }
        let range = index + 1..<end
        let isHan = range.contains { line.isHan($0) }
        guard isHan || link != .none, line.units[range.lowerBound] != 0x5B else { return nil }
        if isHan { return HanPassword.isQuoted(range, in: line) ? range : nil }
        let word = line.word(at: range.lowerBound)
        return word.range == range && PasswordWords.describes(word.text) ? nil : range
    }

    // MARK: - Before the cue

    /// The value in "X is my password", "use X as password", X是我的密码.
    private static func valueBefore(_ cue: Cue, in line: FoldedLine) -> Range<Int>? {
        guard !PasswordWords.compounds.contains(wordBehind(cue, in: line)) else { return nil }
        var index = cue.range.lowerBound - 1
        var isLinked = false
        while index >= 0, cue.range.lowerBound - index < 24 {
            let unit = line.units[index]
            if isLinked, let range = wordsEnding(at: index, before: cue, in: line) { return range }
            if line.isHan(index) {
                guard PasswordWords.linkingHan.contains(unit) else { return nil }
                isLinked = isLinked || PasswordWords.linkVerbsHan.contains(unit)
            } else if line.isSpace(index) {
                if isLinked, let range = valueEnding(at: index - 1, in: line) { return range }
            } else if isLinked, let range = valueEnding(at: index, in: line), line.isHan(index + 1) {
                return range
            } else if line.isLetter(index) {
                var start = index
                while line.isLetter(start - 1) { start -= 1 }
                let word = line.word(at: start)
                guard Linking.before.contains(word.text) else { return nil }
                isLinked = isLinked || Linking.verbs.contains(word.text)
                index = start
            } else {
                return nil
            }
            index -= 1
        }
        return nil
    }

    /// The words in quotation marks, or the Han characters, that end before "is my password" at the end of a clause.
    private static func wordsEnding(at last: Int, before cue: Cue, in line: FoldedLine) -> Range<Int>? {
        let isQuote = [0x22, 0x60].contains(line.units[last])
        guard isQuote || line.isHan(last) || line.isDigit(last), endsClause(after: cue.range.upperBound, in: line)
        else {
            return nil
        }
        if isQuote {
            let start = (max(0, last - 66)..<last).last { line.units[$0] == line.units[last] }
            guard let start, last - start > 3, let range = quoted(at: start, link: .mark, in: line) else { return nil }
            return range.upperBound == last ? range : nil
        }
        let verb = line.units[last + 1..<cue.range.lowerBound].contains(0x662F)
        return verb && !PasswordWords.linkingHan.contains(line.units[last])
            ? HanPassword.range(endingAt: last, in: line) : nil
    }

    /// The word of letters that stands before a cue and a space.
    private static func wordBefore(_ cue: Cue, in line: FoldedLine) -> String {
        var start = cue.range.lowerBound - 1
        guard line.isSpace(start) else { return "" }
        while line.isLetter(start - 1) { start -= 1 }
        return line.word(at: start).text
    }

    private static func wordBehind(_ cue: Cue, in line: FoldedLine) -> String {
        let start = cue.range.upperBound
        return line.isSpace(start) ? line.word(at: start + 1).text : ""
    }

    private static func valueEnding(at last: Int, in line: FoldedLine) -> Range<Int>? {
        guard last >= 0, !line.isSpace(last), !line.isHan(last) else { return nil }
        var start = last
        while start > 0, line.letters[start - 1] > 0x20, line.letters[start - 1] < 0x7F { start -= 1 }
        let token = Token(at: start, in: line)
        switch token.look(in: line) {
        case .mixed: return token.range.count >= 6 ? token.range : nil
        case .digits: return token.core.count >= 6 ? token.range : nil
        case .word, .other: return nil
        }
    }
}
