/// Passwords made of plain words: "correct horse battery", `sunshine`, "tiger woods 1975".
///
/// Behind a colon or "is" the words up to the end of the clause are one, unless they speak about the password: a word
/// such as "the", "not" or "working" among them does.
enum PlainPassword {
    private static let maxWords = 8

    /// The value that begins at an index and has at least one plain word.
    static func range(at start: Int, in line: FoldedLine) -> Range<Int>? {
        var start = start
        var end = start
        var index = start
        var words = 0
        var unknown = 0
        while words <= maxWords, let token = next(from: index, in: line) {
            switch token.look(in: line) {
            case .word:
                let word = line.word(at: token.core.lowerBound).text
                if PasswordWords.ends.contains(word), words > 0 { return accepted(start..<end, unknown, of: words) }
                if words == 0, PasswordWords.adverbs.contains(word) {
                    index = token.range.upperBound
                    while line.isSpace(index) { index += 1 }
                    start = index
                    continue
                }
                guard word.count == token.core.count, !PasswordWords.functions.contains(word) else { return nil }
                if !PasswordWords.describes(word) { unknown += 1 }
            case .mixed:
                unknown += 1
            case .digits:
                guard words > 0, !CodeRule.goesOn(at: token.core.upperBound, in: line) else { return nil }
                unknown += 1
            case .other:
                guard isCompound(token, in: line) else { return nil }
                unknown += 1
            }
            words += 1
            end = token.range.upperBound
            index = end
            if PasswordRule.endsClause(after: end, in: line) { return accepted(start..<end, unknown, of: words) }
        }
        return nil
    }

    /// Whether a token is made of words with hyphens between of which none is said of passwords: `blue-monkey`.
    private static func isCompound(_ token: Token, in line: FoldedLine) -> Bool {
        let letters = line.letters[token.core]
        guard letters.allSatisfy({ $0.isLetter || $0 == 0x2D || $0 == 0x5F }) else { return false }
        return letters.split { !$0.isLetter }.allSatisfy { part in
            let word = String(decoding: part.map { $0 | 0x20 }, as: UTF8.self)
            return part.count >= 3 && !PasswordWords.describes(word) && !PasswordWords.functions.contains(word)
        }
    }

    /// A value has more words that are new than words that describe.
    private static func accepted(_ range: Range<Int>, _ unknown: Int, of words: Int) -> Range<Int>? {
        words > 0 && unknown * 2 >= words && unknown > 0 && range.count >= 4 ? range : nil
    }

    private static func next(from start: Int, in line: FoldedLine) -> Token? {
        var index = start
        while line.isSpace(index) { index += 1 }
        guard index < line.count else { return nil }
        let token = Token(at: index, in: line)
        return token.core.isEmpty ? nil : token
    }
}
