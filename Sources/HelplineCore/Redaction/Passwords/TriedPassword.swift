/// Passwords that are only mentioned: what was tried, and what follows talk of a password by a line or two.
///
/// "I tried Summer2024! and Winter2025!" gives two away without a word for password; so does "it was something like
/// Fluffy1987!" after "I forgot my password". What mixes capitals, small letters and digits with a symbol is masked
/// behind a verb of trying; without a symbol only where a password was spoken of.
enum TriedPassword {
    private static let verbs: Set<String> = ["tried", "try", "typed", "entered", "enter", "used", "guessed"]
    private static let links: Set<String> = ["was", "is", "like", "maybe", "perhaps", "think", "probably", "either"]
    /// Words between a link and a value, or between two values.
    private static let joins: Set<String> = ["or", "and", "something", "a", "the", "it", ""]
    private static let others: Set<String> = [
        "version", "model", "manager", "app", "device", "phone", "user", "username", "name", "error", "android", "ios",
        "order",
        "address",
    ]
    private static let verbsHan = Set("试输填".unicodeScalars.map(\.value))
    private static let linksHan = Set("是像概许能".unicodeScalars.map(\.value))
    private static let othersHan = Set("版型号址户名错误机统".unicodeScalars.map(\.value))

    static func find(in scan: LineScan, isTopic: Bool, into found: inout Findings) {
        let line = scan.line
        let cue = scan.cues.first { $0.kind == .password }?.range.upperBound
        let topic = cue ?? (isTopic ? 0 : nil)
        guard line.digitCount > 0, topic != nil || line.hasLetters && hasSymbol(line), !scan.has(.account),
            !scan.has(.number), !scan.has(.hash)
        else { return }
        var isTried = false
        var isLinked = false
        var index = topic ?? 0
        while index < line.count {
            if line.isHan(index) {
                let unit = line.units[index]
                if othersHan.contains(unit) { return }
                if isTried || isLinked, topic != nil, let range = rowOfHan(at: index, in: line) {
                    found.add(.password, range)
                    index = range.upperBound
                    continue
                }
                isTried = isTried || verbsHan.contains(unit)
                isLinked = linksHan.contains(unit) || isLinked && aspects.contains(unit)
            } else if line.letters[index] > 0x20, line.letters[index] < 0x7F {
                let token = Token(at: index, in: line)
                let word = token.core.isEmpty ? "" : line.word(at: token.core.lowerBound).text
                if others.contains(word) { return }
                if isTried || topic != nil && isLinked, token.look(in: line) == .mixed,
                    isPassword(token, isTopic: topic != nil, in: line)
                {
                    found.add(.password, token.range)
                } else {
                    isTried = isTried || verbs.contains(word)
                    isLinked = links.contains(word) || isLinked && joins.contains(word)
                }
                index = max(token.range.upperBound, index + 1)
                continue
            }
            index += 1
        }
    }

    /// Han characters with digits at their end, right behind a verb: 试过老虎不吃草88, 好像是老虎2008.
    private static func rowOfHan(at index: Int, in line: FoldedLine) -> Range<Int>? {
        guard line.isHan(index), ends(verb: index - 1, in: line),
            let range = HanPassword.range(at: index, form: .beside, in: line), range.count >= 6
        else { return nil }
        return range
    }

    /// Whether a verb of trying or being ends at an index, perhaps with 过, 了 or 的是 and a space behind it.
    private static func ends(verb last: Int, in line: FoldedLine) -> Bool {
        var index = last
        while line.isSpace(index) || index >= 0 && aspects.contains(line.units[index]) { index -= 1 }
        return index >= 0 && (verbsHan.contains(line.units[index]) || linksHan.contains(line.units[index]))
    }

    private static let aspects = Set("过了的是咗入用我或者和".unicodeScalars.map(\.value))
    private static let symbols = ASCIISet("!@#$%^&*?")

    private static func hasSymbol(_ line: FoldedLine) -> Bool {
        line.letters.contains { $0 < 0x40 + 0x20 && symbols.contains($0) }
    }

    /// Whether a token has capitals, small letters, digits and a symbol, or where a password is the topic most of
    /// these.
    private static func isPassword(_ token: Token, isTopic: Bool, in line: FoldedLine) -> Bool {
        let letters = line.letters[token.range]
        let hasCapital = letters.contains { $0.isLetter && $0 & 0x20 == 0 }
        let hasSmall = letters.contains { $0.isLetter && $0 & 0x20 != 0 }
        let hasSymbol = letters.contains { symbols.contains($0) }
        guard letters.count >= 6, letters.contains(where: \.isDigit) else { return false }
        return isTopic
            ? hasSmall && (hasCapital || hasSymbol || letters.count >= 8)
            : letters.count >= 8 && hasCapital && hasSmall && hasSymbol
    }
}
