/// A run of visible characters that are not Han, and what it looks like.
struct Token {
    enum Look {
        /// Letters and digits, or symbols, mixed as in a password.
        case mixed
        case digits
        /// Latin letters alone.
        case word
        case other
    }

    /// The whole run, without the full stop, comma or bracket that follows it.
    let range: Range<Int>
    /// The run without any marks around it.
    let core: Range<Int>

    /// The run that begins at an index, up to another at most.
    init(at start: Int, upTo limit: Int = .max, in line: FoldedLine) {
        var first = start
        var end = start
        let bound = min(line.count, limit, start + Self.maxLength)
        while end < bound, Self.isVisible(line.letters[end]) { end += 1 }
        while first < end, Self.opening.contains(line.letters[first]) { first += 1 }
        var last = end
        while last > first, Self.closing.contains(line.letters[last - 1]) { last -= 1 }
        range = first..<last
        var coreEnd = last
        while coreEnd > first, !line.isAlphanumeric(coreEnd - 1), line.letters[coreEnd - 1] != FoldedLine.Class.letter {
            coreEnd -= 1
        }
        core = first..<coreEnd
    }

    private static let maxLength = 128
    private static let opening = ASCIISet("\"'([{<:=")
    private static let closing = ASCIISet("\"')]}>.,;:")
    private static let symbols = ASCIISet("!@#$%^&*?")

    private static func isVisible(_ letter: UInt8) -> Bool {
        letter > 0x20 && letter < 0x7F || letter == FoldedLine.Class.letter
    }

    /// How the token looks; `other` for what is known to be no password: addresses, links, amounts, versions, times.
    func look(in line: FoldedLine) -> Look {
        let letters = line.letters[core]
        let digitCount = letters.count { $0.isDigit }
        let letterCount = letters.count { $0.isLetter }
        if digitCount == letters.count { return letters.isEmpty ? .other : .digits }
        if letterCount == letters.count { return .word }
        guard letters.count <= 64, digitCount + letterCount > 0, !isOrdinary(letters) else { return .other }
        let hasSymbol = letters.contains { Self.symbols.contains($0) }
        return digitCount > 0 && letterCount > 0 || hasSymbol ? .mixed : .other
    }

    private func isOrdinary(_ letters: ArraySlice<UInt8>) -> Bool {
        let text = String(decoding: letters, as: UTF8.self).lowercased()
        return OrdinaryShapes.isMail(text) || OrdinaryShapes.isLink(text) || OrdinaryShapes.isAmount(text)
            || OrdinaryShapes.isNamed(text) || OrdinaryShapes.isAddress(letters)
    }
}
