/// An earlier line of the user, as it is kept, of which a later one may say that it holds a secret.
struct RevealedLine {
    private static let maxLength = 200
    private static let maxWords = 24
    /// As many letters and digits may be a key or half of one.
    private static let keyLength = 16

    private let scan: LineScan
    private var line: FoldedLine { scan.line }
    /// Whether something in it was masked before.
    let isMasked: Bool

    init(_ text: SafeText, markers: RedactionMarkers) {
        scan = LineScan(text.string.utf8.count <= Self.maxLength * 4 ? text.string : "")
        let all = [markers, .english, .chinese]
        isMasked =
            text.string.contains("]")
            && SecretKind.allCases.contains { kind in
                all.contains { text.string.contains($0[kind].string) }
            }
    }

    /// What of the line may be a secret of a kind; nil where nothing may.
    ///
    /// - Parameter isGoingOn: whether a line behind it is a part of the secret already: then a line of ordinary words is
    ///   none.
    func subject(of kind: SecretKind, isGoingOn: Bool = false) -> Redaction.Reveal.Subject? {
        guard line.count > 0, line.count <= Self.maxLength else { return nil }
        switch kind {
        case .seedPhrase: return phrase(isGoingOn: isGoingOn)
        case .privateKey: return tokens { $0.core.count >= Self.keyLength && isAlphanumeric($0) } ?? loneToken(from: 8)
        case .code: return tokens { isNumber($0, of: 3...8) }
        default: return isMasked ? nil : tokens(where: isPassword) ?? (areOwnWords ? .line : nil)
        }
    }

    // MARK: - Passwords, codes, keys

    private func isPassword(_ token: Token) -> Bool {
        token.look(in: line) == .mixed && token.range.count >= 5 || isNumber(token, of: 4...8)
    }

    private func isNumber(_ token: Token, of lengths: ClosedRange<Int>) -> Bool {
        token.look(in: line) == .digits && lengths.contains(token.core.count)
            && !CodeRule.goesOn(at: token.core.upperBound, in: line)
            && !scan.names(token.core, as: [.number, .plainCode, .hash])
    }

    private func isAlphanumeric(_ token: Token) -> Bool {
        let letters = line.letters[token.core]
        return letters.allSatisfy(\.isAlphanumeric) && letters.contains(where: \.isDigit)
    }

    /// All of the line where it is one such token, else the tokens.
    private func tokens(where isSecret: (Token) -> Bool) -> Redaction.Reveal.Subject? {
        var texts: [[UInt32]] = []
        var index = 0
        while index < line.count {
            let token = Token(at: index, in: line)
            if !token.core.isEmpty, isSecret(token) { texts.append(line.units[token.range].map(\.lowercasedASCII)) }
            index = max(token.range.upperBound, index + 1)
        }
        guard !texts.isEmpty else { return nil }
        return scan.onlyToken == nil ? .parts(Redaction.Parts(texts)) : .line
    }

    private func loneToken(from length: Int) -> Redaction.Reveal.Subject? {
        guard let token = scan.onlyToken, token.look(in: line) == .mixed, token.core.count >= length else { return nil }
        return .line
    }

    // MARK: - Words

    /// Whether the line is nothing but words that a question, an answer or a command has not.
    private var areOwnWords: Bool {
        guard !line.units.contains(0x3F), line.digitCount <= 8 else { return false }
        let words = line.letters.split { !$0.isLetter }.map { String(decoding: $0.map { $0 | 0x20 }, as: UTF8.self) }
        guard words.count + line.hanCount <= Self.maxWords, words.allSatisfy(Self.isOwn),
            words.contains(where: { $0.count >= 4 }) || line.hanCount >= 2
        else { return false }
        return line.hanCount == 0
            || !HanPassword.speaks(line.units[...]) && !HanPasswordWords.smallTalk.occurs(in: line.units[...])
    }

    private static func isOwn(_ word: String) -> Bool {
        PasswordWords.soft.contains(word) || !PasswordWords.isLoan(word) && !PasswordWords.functions.contains(word)
    }

    /// Three listed words and more in a row, or a line of nothing but words.
    private func phrase(isGoingOn: Bool) -> Redaction.Reveal.Subject? {
        for language in PhraseLanguage.allCases {
            guard let list = language.list else { continue }
            let text = PhraseWords(in: line, list: list, script: language.script)
            if let run = text.runs.max(by: { $0.count < $1.count }), run.count >= 3,
                run.count * 2 >= text.words.count || text.rareCount(run) >= 2
            {
                return .words(Redaction.Words(language: language, places: text.places(run)))
            }
            if isGoingOn, areOwnWords, !text.words.isEmpty, text.words.allSatisfy({ $0.place != nil }) { return .line }
        }
        guard isGoingOn else { return areOwnWords ? .line : nil }
        // A word that is in no list may be one of a list that is not known, or mistyped.
        let words = line.letters.split { !$0.isLetter }.count
        return areOwnWords && line.hanCount == 0 && (1...3).contains(words) && !line.hasSyllables ? .line : nil
    }
}
