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
        if memory.awaitsPassword || question == .password, let token = scan.onlyToken, isAnswer(token, in: scan.line) {
            found.add(.password, token.range)
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

    /// Whether a line ends where a password would have to follow: "my password is:", 密码.
    static func awaitsValue(_ scan: LineScan) -> Bool {
        guard let cue = scan.cues.last(where: { $0.kind == .password }) else { return false }
        let rest = cue.range.upperBound..<scan.line.count
        let text = rest.filter { !scan.line.isSpace($0) }
        if text.isEmpty { return namesOnly(0..<cue.range.lowerBound, in: scan.line) }
        let word = scan.line.word(at: text[0])
        if !word.range.isEmpty { return word.text == "is" && text.count <= 3 }
        return text.count <= 2
            && text.allSatisfy { [0x3A, 0x3D, 0x662F, 0x4E3A, 0x7CFB, 0x4FC2].contains(scan.line.units[$0]) }
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

    private static func isAnswer(_ token: Token, in line: FoldedLine) -> Bool {
        switch token.look(in: line) {
        case .mixed: token.range.count >= 4
        case .digits: (4...16).contains(token.core.count)
        case .word: token.core.count >= 5 && !PasswordWords.describes(line.word(at: token.core.lowerBound).text)
        case .other: false
        }
    }

    // MARK: - Behind the cue

    /// The one word of the next line of a message whose line ends with the cue, and perhaps a mark or a verb.
    private static func valueOnNextLine(_ cue: Cue, in line: FoldedLine) -> Range<Int>? {
        var index = cue.range.upperBound
        while index < line.count, line.units[index] != 0x0A {
            guard !line.isAlphanumeric(index), !line.isHan(index) || verbs.contains(line.units[index]) else {
                return nil
            }
            index += 1
        }
        while index < line.count, line.letters[index] <= 0x20 { index += 1 }
        guard index < line.count else { return nil }
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
        if cue.kind == .password, let range = value(at: index, link: .none, in: line) {
            values.append(range)
            index = range.upperBound
        }
        var words = 0
        var limit = min(line.count, index + maxReach)
        while index < limit, words <= maxWords {
            if let link = link(at: index, in: line) {
                index = link.end
                words += 1
                guard let range = value(at: index, link: link.kind, in: line) else { continue }
                guard isPlausible(range, after: link.kind, of: cue, isFirst: values.isEmpty, in: line) else {
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
                if stops(at: index, in: scan), values.isEmpty || !isComma { return values }
                index += 1
            }
        }
        return values
    }

    /// Whether a value may stand after a weaker cue ("pass"), or after another value.
    private static func isPlausible(
        _ range: Range<Int>, after link: LinkKind, of cue: Cue, isFirst: Bool, in line: FoldedLine
    ) -> Bool {
        if cue.kind == .password && isFirst || cue.kind == .passwordLabel && link == .mark { return true }
        return Token(at: range.lowerBound, in: line).look(in: line) == .mixed
    }

    /// What joins a cue with a value.
    private enum LinkKind {
        /// Nothing but a space.
        case none
        /// A colon, an equals sign, an arrow.
        case mark
        /// A verb that says what the password is.
        case verb
        /// A word after which only what looks like a password is one: to, from, as.
        case weak
    }

    private static func link(at index: Int, in line: FoldedLine) -> (kind: LinkKind, end: Int)? {
        switch line.units[index] {
        case 0x3A, 0x3D: return (.mark, index + 1)
        case 0x2D where line.isSpace(index - 1) && line.isSpace(index + 1): return (.mark, index + 1)
        case 0x2D where line.has([0x2D, 0x3E], at: index): return (.mark, index + 2)
        case 0x4FC2, 0x7CFB:
            let next = index + 1 < line.count ? line.units[index + 1] : 0
            return PasswordWords.systemHan.contains(next) ? nil : (.verb, index + 1)
        case 0x662F, 0x4E3A, 0x6210, 0x53EB, 0x306F, 0xB294, 0xC740: return (.verb, index + 1)
        case 0x4ECE: return (.weak, index + 1)
        default: break
        }
        guard line.isLetter(index), !line.isAlphanumeric(index - 1) else { return nil }
        let word = line.word(at: index)
        guard !line.isDigit(word.range.upperBound) else { return nil }
        switch word.text {
        case "is", "was", "equals", "shi", "ist", "lautet", "es", "est", "je": return (.verb, word.range.upperBound)
        case "to", "as", "are", "be", "from": return (.weak, word.range.upperBound)
        default: return nil
        }
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
    private static func value(at start: Int, link: LinkKind, in line: FoldedLine) -> Range<Int>? {
        var index = start
        while line.isSpace(index) { index += 1 }
        if let range = quoted(at: index, link: link, in: line) { return range }
        if let range = SpokenPassword.digits(at: index, in: line) { return range }
        if link == .mark || link == .verb,
            let range = PlainPassword.range(at: index, in: line) ?? SpokenPassword.range(at: index, in: line)
        {
            return range
        }
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

    private static func isValue(_ token: Token, link: LinkKind, isDirect: Bool, in line: FoldedLine) -> Bool {
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
    private static func quoted(at index: Int, link: LinkKind, in line: FoldedLine) -> Range<Int>? {
        guard link != .none, index < line.count, [0x22, 0x27, 0x60].contains(line.units[index]) else { return nil }
        let mark = line.units[index]
        let limit = min(line.count, index + 66)
        guard let end = (index + 1..<limit).first(where: { line.units[$0] == mark }), end - index > 3 else {
            return nil
        }
        let range = index + 1..<end
        let isHan = range.contains { line.isHan($0) }
        let word = line.word(at: range.lowerBound)
        if isHan || line.units[range.lowerBound] == 0x5B || word.range == range && PasswordWords.describes(word.text) {
            return nil
        }
        return range
    }

    // MARK: - Before the cue

    /// The value in "X is my password", "use X as password", X是我的密码.
    private static func valueBefore(_ cue: Cue, in line: FoldedLine) -> Range<Int>? {
        guard !PasswordWords.compounds.contains(wordBehind(cue, in: line)) else { return nil }
        var index = cue.range.lowerBound - 1
        var isLinked = false
        while index >= 0, cue.range.lowerBound - index < 24 {
            let unit = line.units[index]
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
