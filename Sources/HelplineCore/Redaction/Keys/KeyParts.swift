/// Private keys told in several lines: halves and quarters, with or without words about them.
///
/// Parts that are put together a key by their checksum, or 64 hexadecimal digits, are masked in every line that has
/// one.
/// Where the first part shows what it is (by its beginning, or by 私钥 before it), it is masked at once and what follows
/// it in the next few lines as well.
enum KeyParts {
    /// For how many lines after a part the next one is looked for.
    static let reach: UInt8 = 24
    /// For how many lines what looks like the rest of a key that was begun is taken for it.
    static let restReach: UInt8 = 5
    private static let minCount = 8
    private static let maxCount = 112
    private static let maxParts = 8

    /// A line that may be a part of a key: the letters and digits in it, and where they stand.
    private struct Part {
        let linesBack: Int
        let range: Range<Int>
        let letters: [UInt8]

        var isHex: Bool { letters.allSatisfy(\.isHexDigit) }
    }

    /// Finds the parts of a key in a line and those before it.
    static func find(
        in scan: LineScan, memory: inout RedactionMemory, context: RedactionContext, into found: inout Findings
    ) {
        guard let part = part(of: scan.line, linesBack: 0), !isPublic(part) else { return }
        defer { memory.partLines = reach }
        if memory.restLines > 0, part.letters.contains(where: \.isLetter), part.isHex || part.letters.count >= 12 {
            found.add(.privateKey, part.range)
            memory.restLines = restReach
            return
        }
        guard memory.partLines > 0 else { return }
        let earlier = PhraseJoiner.numbered(context.earlier).compactMap { line, linesBack in
            Self.part(of: FoldedLine(line.string), linesBack: linesBack)
        }
        guard let parts = joined(earlier, part) else { return }
        let letters = parts.flatMap(\.letters)
        let kind: SecretKind? =
            letters.count == 64 && letters.allSatisfy(\.isHexDigit)
            ? KeyRule.kindOfDigits(called: nil, in: scan, memory: memory, question: context.question) : .privateKey
        guard let kind else { return }
        found.add(kind, part.range)
        if kind == .keyOrHash { memory.hexAskedLines = 3 }
        for part in parts.dropLast() {
            found.reveals.append(Redaction.Reveal(linesBack: part.linesBack, subject: .line, kind: kind))
        }
    }

    /// The parts that are a key together with the last one.
    private static func joined(_ earlier: [Part], _ last: Part) -> [Part]? {
        let rows = (1..<maxParts).lazy.map { Array(earlier.suffix($0)) + [last] }
        let pairs = earlier.reversed().lazy.map { [$0, last] }
        return rows.first(where: isKey) ?? pairs.first(where: isKey)
    }

    private static func isKey(_ parts: [Part]) -> Bool {
        let letters = parts.flatMap(\.letters)
        guard parts.count > 1 else { return false }
        if letters.count == 64, letters.allSatisfy(\.isHexDigit) { return letters.count { !$0.isDigit } >= 6 }
        switch letters.count {
        case 51...52, 58, 107...113: return Base58.checked(letters) != nil && EncodedKey.isPrivate(letters[...])
        default: return false
        }
    }

    /// What in a line may be a part of a key; nil where the line says anything else than which part it is.
    private static func part(of line: FoldedLine, linesBack: Int) -> Part? {
        guard line.count >= minCount, line.count <= 200, line.hanCount <= 16,
            line.digitCount > 0 ? hasGroup(line) : hasOddWord(line)
        else { return nil }
        var groups: [Range<Int>] = []
        for group in KeyRun.groups(in: line) where !isLabel(group, in: line) {
            guard isKeyLike(group, in: line) else { return nil }
            groups.append(group)
        }
        guard let first = groups.first, let last = groups.last,
            !line.units.contains(where: { $0 == 0x40 || $0 == 0x2F }),
            !line.units.contains(where: { Unicode.Scalar.isHan($0) && !labelHan.contains($0) })
        else { return nil }
        let letters = groups.flatMap { digits(of: $0, in: line) }
        guard (minCount...maxCount).contains(letters.count) else { return nil }
        return Part(linesBack: linesBack, range: first.lowerBound..<last.upperBound, letters: letters)
    }

    private static func digits(of group: Range<Int>, in line: FoldedLine) -> ArraySlice<UInt8> {
        line.has([0x30, 0x78], at: group.lowerBound) ? line.letters[group].dropFirst(2) : line.letters[group]
    }

    /// Whether letters are mixed as in a key, or are hexadecimal digits.
    private static func isKeyLike(_ group: Range<Int>, in line: FoldedLine) -> Bool {
        let letters = digits(of: group, in: line)
        if letters.count >= 4, letters.allSatisfy(\.isHexDigit), letters.contains(where: \.isDigit) { return true }
        return letters.count >= minCount && letters.contains(where: \.isLetter)
            && (letters.contains(where: \.isDigit) || letters.count >= 20) && Base58.isWritten(in: Array(letters))
    }

    /// Whether a line has a group of four letters and digits or more with a digit in it: ordinary lines end here.
    private static func hasGroup(_ line: FoldedLine) -> Bool {
        var length = 0
        var hasDigit = false
        for letter in line.letters {
            guard letter.isAlphanumeric else {
                (length, hasDigit) = (0, false)
                continue
            }
            length += 1
            hasDigit = hasDigit || letter.isDigit
            if length >= 4, hasDigit { return true }
        }
        return hasOddWord(line)
    }

    /// Whether a line without digits has a long word with capitals inside.
    private static func hasOddWord(_ line: FoldedLine) -> Bool {
        var length = 0
        var isOdd = false
        for letter in line.letters {
            guard letter.isLetter else {
                (length, isOdd) = (0, false)
                continue
            }
            length += 1
            isOdd = isOdd || length > 1 && letter & 0x20 == 0
            if length >= 20, isOdd { return true }
        }
        return false
    }

    private static func isLabel(_ group: Range<Int>, in line: FoldedLine) -> Bool {
        let letters = line.letters[group]
        if letters.count <= 2, letters.allSatisfy(\.isDigit) { return true }
        return letters.count <= 9 && labels.contains(String(decoding: letters.map { $0 | 0x20 }, as: UTF8.self))
    }

    private static let labels: Set<String> = [
        "part", "half", "first", "second", "third", "fourth", "last", "next", "rest", "other", "and", "then", "is",
        "the", "of", "my", "key", "private", "it", "here", "remaining", "begins", "ends", "starts", "with", "goes",
        "on",
        "one", "two", "three", "four", "1st", "2nd", "3rd", "4th", "to", "in", "piece", "finally", "was",
    ]
    private static let labelHan = Set(
        "前后半段部分第一二三四五六七八剩余下上面是个还有然接着私钥的我为另外开头结尾最中间加节截组块".unicodeScalars.map(\.value))

    /// Whether a part is a whole thing that may be told: an address.
    private static func isPublic(_ part: Part) -> Bool {
        if part.isHex { return part.letters.count == 40 }
        return (25...36).contains(part.letters.count) && Base58.checked(part.letters)?.count == 21
    }

    /// Whether letters and digits behind a word for a key are a part of one: no address and no extended public key.
    static func isPart(_ group: Range<Int>, in line: FoldedLine) -> Bool {
        let letters = Array(line.letters[group])
        guard letters.count >= 12, letters.contains(where: \.isDigit) || letters.count >= 20,
            Base58.isWritten(in: letters)
        else { return false }
        let isMixed =
            letters.contains { $0 & 0x20 == 0 && $0.isLetter } && letters.contains { $0 & 0x20 != 0 && $0.isLetter }
        return isMixed && !isPublic(Part(linesBack: 0, range: group, letters: letters))
    }
}
