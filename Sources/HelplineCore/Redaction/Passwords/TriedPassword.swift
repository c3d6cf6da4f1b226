/// Passwords that are only mentioned: what was tried, and what follows talk of a password by a line or two.
///
/// "I tried Summer2024! and Winter2025!" gives two away without a word for password; so does "it was something like
/// Fluffy1987!" after "I forgot my password". What mixes capitals, small letters and digits with a symbol is masked
/// behind a verb of trying; without a symbol only where a password was spoken of.
enum TriedPassword {
    private static let verbs: Set<String> = ["tried", "try", "typed", "entered", "enter", "used", "guessed"]
    private static let links: Set<String> = ["was", "is", "like", "maybe", "perhaps", "think", "probably", "either"]
    private static let others: Set<String> = [
        "version", "model", "device", "phone", "user", "username", "name", "error", "android", "ios", "order",
        "address",
    ]
    private static let verbsHan = Set("试输填".unicodeScalars.map(\.value))
    private static let linksHan = Set("是像概许能".unicodeScalars.map(\.value))
    private static let othersHan = Set("版型号址户名错误机统".unicodeScalars.map(\.value))

    static func find(in scan: LineScan, isTopic: Bool, into found: inout Findings) {
        let line = scan.line
        guard line.digitCount > 0, line.hasLetters, isTopic || hasSymbol(line), !scan.has(.account), !scan.has(.number),
            !scan.has(.hash)
        else { return }
        var isTried = false
        var isLinked = false
        var index = 0
        while index < line.count {
            if line.isHan(index) {
                if othersHan.contains(line.units[index]) { return }
                isTried = isTried || verbsHan.contains(line.units[index])
                isLinked = isLinked || linksHan.contains(line.units[index])
            } else if line.letters[index] > 0x20, line.letters[index] < 0x7F {
                let token = Token(at: index, in: line)
                let word = token.core.isEmpty ? "" : line.word(at: token.core.lowerBound).text
                if others.contains(word) { return }
                isTried = isTried || verbs.contains(word)
                isLinked = isLinked || links.contains(word)
                if isTried || isTopic && isLinked, token.look(in: line) == .mixed,
                    isPassword(token, isTopic: isTopic, in: line)
                {
                    found.add(.password, token.range)
                }
                index = max(token.range.upperBound, index + 1)
                continue
            }
            index += 1
        }
    }

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
