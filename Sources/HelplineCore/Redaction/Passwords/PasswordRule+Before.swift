/// What stands before a word for a password.
extension PasswordRule {
    /// The value in "X is my password", "use X as password", X是我的密码.
    static func valueBefore(_ cue: Cue, in line: FoldedLine) -> Range<Int>? {
        guard !PasswordWords.compounds.contains(wordBehind(cue, in: line)) else { return nil }
        var index = cue.range.lowerBound - 1
        var isLinked = false
        while index >= 0, cue.range.lowerBound - index < 24 {
            let unit = line.units[index]
            if isLinked, let range = wordsEnding(at: index, before: cue, in: line) { return range }
            if line.isHan(index) {
                guard PasswordWords.linkingHan.contains(unit) else { return nil }
                isLinked = isLinked || HanVerbs.serving.contains(unit) || unit == Self.this || unit == Self.that
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
        guard isQuote || line.isHan(last) || line.isDigit(last), line.endsClause(after: cue.range.upperBound)
        else {
            return nil
        }
        if isQuote {
            let start = (max(0, last - 66)..<last).last { line.units[$0] == line.units[last] }
            guard let start, last - start > 3, let range = PasswordValue.quoted(at: start, link: .mark, in: line) else {
                return nil
            }
            return range.upperBound == last ? range : nil
        }
        let verb = line.units[last + 1..<cue.range.lowerBound].contains(0x662F)
        return verb && !PasswordWords.linkingHan.contains(line.units[last])
            ? HanPassword.range(endingAt: last, in: line) : nil
    }

    /// The word of letters that stands before a cue and a space.
    static func wordBefore(_ cue: Cue, in line: FoldedLine) -> String {
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
        case .digits: return (line.isHan(last + 1) ? 4...10 : 6...10).contains(token.core.count) ? token.range : nil
        case .word: return isEntered(token, in: line) ? token.range : nil
        case .other: return token.core.count >= 6 && PlainPassword.isCompound(token, in: line) ? token.range : nil
        }
    }

    /// Whether a plain word is what was typed: "typed letmein as password".
    private static func isEntered(_ token: Token, in line: FoldedLine) -> Bool {
        let word = line.word(at: token.core.lowerBound)
        return word.range == token.core && word.range.count >= 5 && !PasswordWords.isTalk(word.text)
            && !PasswordWords.hints.contains(word.text)
            && (entering.contains(line.word(before: token.range.lowerBound))
                || line.isHan(token.range.lowerBound - 1) && !PasswordWords.isLoan(word.text)
                    && takingHan.contains(line.units[token.range.lowerBound - 1]))
    }

    private static let entering: Set<String> = [
        "typed", "typing", "type", "entered", "enter", "used", "use", "using", "put", "tried", "chose", "set",
    ]
    /// What stands before a value of which 当密码 follows: 用, 拿, 把, 设了.
    private static let takingHan = HanVerbs.units("了用拿把将以成为")
    /// 这, 那.
    private static let (this, that): (UInt32, UInt32) = (0x8FD9, 0x90A3)
}
