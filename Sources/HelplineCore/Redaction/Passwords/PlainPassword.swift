/// Passwords made of plain words: "correct horse battery", `sunshine`, "let me in please", "tiger woods 1975".
///
/// Behind a colon or "is" the words up to the end of the clause are one, unless they speak about the password. They do
/// where a word such as "forgot" or "working" is among them, where they say where it is or whose ("in my notes", "the one
/// I use"), or where most of them describe. A complaint behind them ends them: "fluffy doesn't work".
struct PlainPassword {
    private static let maxWords = 8
    /// As many words as a sentence needs that begins like any other: "the cat sat on my hat".
    private static let sentence = 4

    private let line: FoldedLine
    private let link: PasswordLink.Kind
    private var start: Int
    private var end: Int
    private var words = 0
    /// How many of the words say nothing about a password, describe one, name what one is made of, and join others.
    private var (unknown, described, hints, soft) = (0, 0, 0, 0)
    private var first = ""
    private var isSubordinate = false
    /// Whether it has words that only a line of a song may have.
    private var isVerse = false

    /// The value that begins at an index and has at least one plain word.
    static func range(at start: Int, link: PasswordLink.Kind, in line: FoldedLine) -> Range<Int>? {
        var value = PlainPassword(line: line, link: link, start: start)
        return value.read()
    }

    private init(line: FoldedLine, link: PasswordLink.Kind, start: Int) {
        (self.line, self.link, self.start, end) = (line, link, start, start)
    }

    /// What a word means for the value.
    private enum Step {
        case goesOn
        /// The value ends before it.
        case ends
        /// The sentence speaks about the password.
        case speaks
    }

    private mutating func read() -> Range<Int>? {
        while words <= Self.maxWords {
            let index = line.skippingSpaces(from: end)
            guard let token = Self.token(at: index, in: line) else { return nil }
            if words == 0, skips(token) {
                end = token.range.upperBound
                start = line.skippingSpaces(from: end)
                continue
            }
            switch step(over: token) {
            case .speaks: return nil
            case .ends: return accepted
            case .goesOn: break
            }
            (words, end) = (words + 1, token.range.upperBound)
            if line.endsClause(after: end) || Self.isJoint(end, in: line) { return accepted }
        }
        return nil
    }

    /// Whether a token is no part of a value that follows it: "actually", "it's".
    private func skips(_ token: Token) -> Bool {
        guard token.look(in: line) == .word else { return Self.openings.contains(text(of: token)) }
        return PasswordWords.adverbs.contains(text(of: token))
    }

    private static let openings: Set<String> = ["it's", "that's", "its"]

    private mutating func step(over token: Token) -> Step {
        switch token.look(in: line) {
        case .word:
            return step(over: text(of: token), behind: token)
        case .mixed:
            unknown += 1
        case .digits:
            guard words > 0, !CodeRule.goesOn(at: token.core.upperBound, in: line) else { return .speaks }
            unknown += 1
        case .other:
            let word = text(of: token)
            if word.hasSuffix("'s"), word.count > 4, word.dropLast(2).utf8.allSatisfy(\.isLetter) {
                return step(over: String(word.dropLast(2)), behind: token)
            }
            if words > 0, PasswordWords.turns.contains(word.filter { $0 != "'" }) { return .ends }
            guard Self.isCompound(token, in: line) else { return .speaks }
            unknown += 1
        }
        return .goesOn
    }

    private mutating func step(over word: String, behind token: Token) -> Step {
        if words == 0 { first = word }
        if word == "please", soft > 0, line.endsClause(after: token.range.upperBound) { return .goesOn }
        if words > 0, PasswordWords.ends.contains(word) || word == "and" && !isPair(behind: token) { return .ends }
        if words > 0, soft == 0, PasswordWords.turns.contains(word) {
            return words == 1 && PasswordWords.topics.contains(first) ? .speaks : .ends
        }
        if PasswordWords.soft.contains(word) || words == 0 && PasswordWords.numerals.contains(word) {
            soft += 1
            if words > 0, PasswordWords.subjects.contains(word) { isSubordinate = true }
        } else if words > 0, PasswordWords.being.contains(word), PasswordWords.subjects.contains(first) {
            soft += 1
        } else if PasswordWords.verses.contains(word), link == .mark {
            (soft, isVerse) = (soft + 1, true)
        } else if PasswordWords.functions.contains(word) {
            return .speaks
        } else if PasswordWords.describes(word) {
            described += 1
        } else {
            unknown += 1
            if PasswordWords.hints.contains(word) || PasswordWords.topics.contains(word) { hints += 1 }
        }
        return .goesOn
    }

    /// Whether behind "and" one more word ends the clause: "salt and pepper".
    private func isPair(behind token: Token) -> Bool {
        guard let next = Self.token(at: line.skippingSpaces(from: token.range.upperBound), in: line) else {
            return false
        }
        let word = text(of: next)
        return next.look(in: line) == .word && line.endsClause(after: next.range.upperBound)
            && !PasswordWords.functions.contains(word) && !PasswordWords.describes(word)
            && !PasswordWords.topics.contains(word)
    }

    /// The words so far, where they are more likely a value than a description of one.
    private var accepted: Range<Int>? {
        let range = start..<end
        guard words > 0, unknown > 0, range.count >= 4, hints == 0 || unknown > hints else { return nil }
        if soft == 0 { return unknown >= described ? range : nil }
        guard described == 0, hints == 0, words > (isVerse ? 3 : 2), !PasswordWords.prepositions.contains(first) else {
            return nil
        }
        guard link == .verb, PasswordWords.determiners.contains(first) else { return range }
        return unknown >= 2 && words >= Self.sentence && !isSubordinate ? range : nil
    }

    private func text(of token: Token) -> String {
        String(decoding: line.letters[token.core].map { $0.isLetter ? $0 | 0x20 : $0 }, as: UTF8.self)
    }

    /// Whether a token is made of words with hyphens between of which none is said of passwords: `blue-monkey`.
    static func isCompound(_ token: Token, in line: FoldedLine) -> Bool {
        let letters = line.letters[token.core]
        guard letters.allSatisfy({ $0.isLetter || $0 == 0x2D || $0 == 0x5F }) else { return false }
        let words = letters.split { !$0.isLetter }.map { String(decoding: $0.map { $0 | 0x20 }, as: UTF8.self) }
        return words.contains { !PasswordWords.describes($0) && !PasswordWords.functions.contains($0) }
            && words.allSatisfy { word in
                word.count >= 2 && !PasswordWords.topics.contains(word)
                    && (PasswordWords.soft.contains(word) || !PasswordWords.functions.contains(word))
            }
    }

    /// The token at an index, up to the mark that joins it with the next name: `marigold,user=bob`.
    private static func token(at index: Int, in line: FoldedLine) -> Token? {
        guard index < line.count else { return nil }
        let token = Token(at: index, in: line)
        guard !token.core.isEmpty else { return nil }
        guard let joint = token.range.first(where: { isJoint($0, in: line) }), joint > token.core.lowerBound else {
            return token
        }
        return Token(at: token.core.lowerBound, upTo: joint, in: line)
    }

    /// Whether a comma, a semicolon or an ampersand stands at an index with a name and an equals sign or colon behind it.
    private static func isJoint(_ index: Int, in line: FoldedLine) -> Bool {
        guard index < line.count, [0x2C, 0x3B, 0x26].contains(line.units[index]), line.isLetter(index + 1) else {
            return false
        }
        let end = line.word(at: index + 1).range.upperBound
        return end < line.count && [0x3A, 0x3D].contains(line.units[end])
    }
}
