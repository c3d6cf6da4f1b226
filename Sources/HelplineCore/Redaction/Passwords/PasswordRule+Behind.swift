/// What stands behind a word for a password.
extension PasswordRule {
    /// How far the words go that a complaint follows, in units.
    private static let maxReach = 48

    /// What the next line of a message is whose line ends with the cue, and perhaps a mark or a verb.
    static func valueOnNextLine(_ cue: Cue, in line: FoldedLine) -> Range<Int>? {
        var index = cue.range.upperBound
        while index < line.count, line.units[index] != 0x0A {
            guard !line.isAlphanumeric(index), !line.isHan(index) || HanVerbs.being.contains(line.units[index]) else {
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

    /// The values that a cue introduces: one, or an old one and a new one.
    static func valuesAfter(_ cue: Cue, in scan: LineScan) -> [Range<Int>] {
        let line = scan.line
        let beside = valueBeside(cue, in: line)
        let start = beside?.upperBound ?? cue.range.upperBound
        var reader = PasswordReader(scan, cue: cue, start: start, first: beside)
        return reader.read()
    }

    /// The value that stands right behind a cue.
    private static func valueBeside(_ cue: Cue, in line: FoldedLine) -> Range<Int>? {
        if let range = loneWord(behind: cue, in: line) ?? names(behind: cue, in: line) { return range }
        guard cue.kind == .passwordLabel else {
            if let range = PasswordValue.range(at: cue.range.upperBound, link: .none, form: .beside, in: line) {
                return range
            }
            return isNamedAlone(cue, in: line) ? HanPassword.bareRange(at: cue.range.upperBound, in: line) : nil
        }
        guard line.isSpace(cue.range.upperBound), !PasswordWords.passing.contains(wordBefore(cue, in: line)),
            let range = PasswordValue.range(at: cue.range.upperBound, link: .none, form: nil, in: line),
            range.count >= 6,
            line.isLetter(range.lowerBound), line.endsClause(after: range.upperBound)
        else { return nil }
        return range
    }

    /// The one word behind a cue that ends a message of nothing else: "pw iloveumom", "password woaini", `密码asdfghjkl`.
    ///
    /// Behind an English "password" it may be any word of a question, and must look like none.
    private static func loneWord(behind cue: Cue, in line: FoldedLine) -> Range<Int>? {
        let start = line.skippingSpaces(from: cue.range.upperBound)
        guard line.isLetter(start), start > cue.range.upperBound || line.isHan(start - 1) else { return nil }
        let token = Token(at: start, in: line)
        let word = line.word(at: start)
        guard token.core == word.range, word.range.count >= 6, endsMessage(at: token.range.upperBound, in: line),
            !PasswordWords.isTalk(word.text),
            namesOnly(0..<cue.range.lowerBound, with: Self.givers, in: line)
        else { return nil }
        let isLabel = cue.kind == .passwordLabel && word.range.count >= 8
        let isChosen = words(before: cue, in: line).contains { Self.choosing.contains($0) }
        return isLabel || isChosen || line.isHan(cue.range.upperBound - 1) || OddWord.isOdd(word.text)
            ? token.range : nil
    }

    /// Words with capitals right behind a cue, and a complaint: "my password Golden Gate isn't accepted".
    private static func names(behind cue: Cue, in line: FoldedLine) -> Range<Int>? {
        let start = line.skippingSpaces(from: cue.range.upperBound)
        var end = start
        var index = start
        while index < line.count, line.isLetter(index), line.letters[index] & 0x20 == 0, end - start < maxReach {
            let word = line.word(at: index)
            guard !PasswordWords.isTalk(word.text), !PasswordWords.isLoan(word.text),
                line.isSpace(word.range.upperBound)
            else { return nil }
            (end, index) = (word.range.upperBound, word.range.upperBound + 1)
        }
        let turn = line.isLetter(index) ? line.word(at: index).text : ""
        return end - start >= 4 && cue.kind == .password && PasswordWords.turns.contains(turn) ? start..<end : nil
    }

    /// Whether nothing but "please" stands behind an index.
    private static func endsMessage(at index: Int, in line: FoldedLine) -> Bool {
        let start = line.skippingSpaces(from: index)
        let word = line.word(behind: start)
        return start == line.count || polite.contains(word) && start + word.count == line.count
    }

    private static let polite: Set<String> = ["please", "pls", "plz", "thanks", "thx", "ty"]

    private static func words(before cue: Cue, in line: FoldedLine) -> [String] {
        line.letters[..<cue.range.lowerBound].split { !$0.isLetter }
            .map { String(decoding: $0.map { $0 | 0x20 }, as: UTF8.self) }
    }

    private static let choosing: Set<String> = ["made", "set", "chose", "put", "use", "using"]

    /// What may stand between "pass" and the verb that gives it: "the pass I use is".
    static let betweens: Set<String> = [
        "i", "we", "use", "used", "chose", "set", "have", "had", "made", "for", "this", "the", "wallet", "app",
        "account",
        "login", "my", "always", "has", "might", "should", "on",
    ]

    /// What may stand before the word for a password in a message that gives it away.
    private static let givers: Set<String> = [
        "i", "made", "set", "changed", "it", "have", "heres", "here", "s", "use", "used", "put", "chose", "with", "and",
        "tried", "hi", "hello", "wait", "sorry", "ok", "so", "its",
    ]

    /// Whether a word for a password begins its clause, but for whose it is: 我密码, 登录密码, and not 忘记密码.
    static func isNamedAlone(_ cue: Cue, in line: FoldedLine) -> Bool {
        var index = cue.range.lowerBound - 1
        while line.isHan(index), PasswordWords.ownersHan.contains(line.units[index]) { index -= 1 }
        return !line.isHan(index)
    }
}
