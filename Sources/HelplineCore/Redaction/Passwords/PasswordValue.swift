/// What looks like a password where one may stand.
enum PasswordValue {
    /// The value that begins at an index, if something there looks like one.
    static func range(
        at start: Int, link: PasswordLink.Kind, form: HanPassword.Form?, in line: FoldedLine
    ) -> Range<Int>? {
        var index = start
        while index < line.count, line.isSpace(index) || link == .verb && [0x3A, 0x3D].contains(line.units[index]) {
            index += 1
        }
        if let range = quoted(at: index, link: link, in: line) { return range }
        if let range = SpokenPassword.digits(at: index, in: line) { return range }
        if link == .mark || link == .verb || line.isDigit(index), let range = groups(at: index, in: line) {
            return range
        }
        if link == .mark || link == .verb, let range = PlainPassword.range(at: index, link: link, in: line) {
            return range
        }
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

    /// Four to eight digits in several groups: "55 66 77", "1-2-3-4".
    private static func groups(at index: Int, in line: FoldedLine) -> Range<Int>? {
        guard let range = CodeRule.digits(at: index, in: line), range.contains(where: { !line.isDigit($0) }) else {
            return nil
        }
        return range
    }

    private static func isValue(_ token: Token, link: PasswordLink.Kind, isDirect: Bool, in line: FoldedLine) -> Bool {
        let end = token.range.upperBound
        switch token.look(in: line) {
        case .mixed:
            return token.range.count >= (!isDirect ? 6 : link == .none ? 5 : 4)
        case .digits:
            guard isDirect, !CodeRule.goesOn(at: end, in: line) else { return false }
            return token.core.count >= 4
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

    /// What stands in quotation marks that open at an index.
    static func quoted(at index: Int, link: PasswordLink.Kind, in line: FoldedLine) -> Range<Int>? {
        guard index < line.count, [0x22, 0x27, 0x60].contains(line.units[index]) else { return nil }
        let mark = line.units[index]
        let limit = min(line.count, index + 66)
        guard let end = (index + 1..<limit).first(where: { line.units[$0] == mark }), end - index > 3 else {
            return nil
        }
        let range = index + 1..<end
        let isHan = range.contains { line.isHan($0) }
        guard isHan || link != .none || areOwnWords(range, in: line), line.units[range.lowerBound] != 0x5B else {
            return nil
        }
        if isHan {
            // Behind an odd number of marks this one closes what another has opened.
            let isOpening = link != .none || line.units[..<index].count { $0 == mark }.isMultiple(of: 2)
            return isOpening && HanPassword.isQuoted(range, in: line) ? range : nil
        }
        let word = line.word(at: range.lowerBound)
        return word.range == range && PasswordWords.describes(word.text) ? nil : range
    }

    /// Whether the words in quotation marks right beside the word for a password are none of a button or a message.
    private static func areOwnWords(_ range: Range<Int>, in line: FoldedLine) -> Bool {
        let words = line.letters[range].split { !$0.isAlphanumeric }
            .map { String(decoding: $0.map { $0 | 0x20 }, as: UTF8.self) }
        return range.count >= 5
            && words.allSatisfy { word in
                word == "not" || PasswordWords.soft.contains(word)
                    || !PasswordWords.functions.contains(word) && !PasswordWords.describes(word)
                        && !PasswordWords.topics.contains(word)
            }
    }
}
