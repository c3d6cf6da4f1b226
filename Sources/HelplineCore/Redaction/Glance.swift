/// A first look at a line, which says of most that no rule can find anything in them.
///
/// It reads the bytes once and keeps none of them, where the rules need the line folded. It answers yes only where
/// neither a find nor anything to remember is possible, whatever the line means: without a word for a secret, three
/// listed words in a row, rare Han characters, a long run or many digits. In doubt the rules look.
struct Glance {
    /// More digits may be a card.
    private static let maxDigits = 12
    /// A group of as many letters and digits with a digit in it may be a part of a key, or a code.
    private static let minGroup = 4
    /// As many letters and digits with strokes between may be a password.
    private static let minJoined = 6
    /// A key in groups that are shorter is longer than this many bytes.
    private static let maxMixed = 60
    /// As many letters in a row may be a part of a key without a digit.
    private static let minWord = 20

    private var sieve = PhraseGate.Sieve()
    private var scales = HanScales()
    private var cues = CueFinder.Trail()
    private var digitCount = 0
    private var hasLetters = false
    private var hasQuote = false
    /// How many letters and digits, letters alone, and letters with the marks of base64 end here.
    private var group = 0
    private var letters = 0
    private var solid = 0
    private var (groupHasDigit, solidHasDigit) = (false, false)
    /// Whether a symbol that passwords have ends here.
    private var isBehindSymbol = false
    /// Whether there is a word, a blank behind it, and another word.
    private var (hasWord, hasGap, hasSeveral) = (false, false, false)
    /// The last four letters and digits, and whether there are those of an extended private key, "prv".
    private var tail: UInt32 = 0
    private var hasPrv = false

    /// Whether no rule can find anything in a line or has anything to remember of it.
    ///
    /// The memory is that of the moment, after earlier lines have faded.
    static func isHarmless(_ line: String, memory: RedactionMemory, question: RedactionContext.Question) -> Bool {
        guard memory.isAtRest, question != .password else { return false }
        var glance = Glance()
        let bytes = line.utf8.span
        guard glance.passes(bytes) else { return false }
        if glance.digitCount == 0 { return true }
        guard question != .code, !memory.expectsDigits else { return false }
        return !glance.hasLetters || glance.passesWithDigits(bytes)
    }

    private mutating func passes(_ bytes: Span<UInt8>) -> Bool {
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            if byte < 0x80 {
                guard takes(byte, at: index, of: bytes) else { return false }
                index += 1
            } else {
                guard byte & 0xF0 == 0xE0, index + 2 < bytes.count else { return false }
                let high = UInt32(byte & 0x0F) << 12 | UInt32(bytes[index + 1] & 0x3F) << 6
                guard takes(high | UInt32(bytes[index + 2] & 0x3F), at: index, of: bytes) else { return false }
                index += 3
            }
        }
        sieve.endWord()
        scales.end()
        return digitCount <= Self.maxDigits && !(hasLetters && (hasQuote || sieve.tells))
            && !scales.areHeavy(isBare: !hasLetters)
    }

    /// Whether a line with both letters and digits holds nothing: it is no single word, too short for a key in groups,
    /// and numbers no words.
    private func passesWithDigits(_ bytes: Span<UInt8>) -> Bool {
        guard hasSeveral, !hasPrv, bytes.count < Self.maxMixed else { return false }
        return !PhraseGate.mayNumberWords(bytes)
    }

    private mutating func takes(_ byte: UInt8, at index: Int, of bytes: Span<UInt8>) -> Bool {
        scales.skip(byte)
        let unit = byte == 0x09 || byte == 0x0D ? 0x20 : UInt32(byte).lowercasedASCII
        if cues.mayBegin(before: unit, at: index, in: bytes) { return false }
        if byte.isLetter {
            sieve.add(byte)
            (hasLetters, letters) = (true, letters + 1)
        } else {
            sieve.endWord()
            letters = 0
            guard byte.isDigit else { return takesMark(byte) }
            (digitCount, groupHasDigit, solidHasDigit) = (digitCount + 1, true, true)
        }
        tail = tail << 8 | unit
        hasPrv = hasPrv || tail & 0xFF_FFFF == 0x70_7276
        hasSeveral = hasSeveral || hasGap
        hasWord = true
        (group, solid) = (group + 1, solid + 1)
        return !isBehindSymbol && !(groupHasDigit && group >= Self.minGroup)
            && !(solidHasDigit && solid >= Self.minJoined) && letters < Self.minWord
            && solid < DisguiseRule.minLength
    }

    /// Links, strokes between names and passwords, the dashes of key files.
    private static let telling = ASCIISet("/|")
    private static let symbols = ASCIISet("!@#$%^&*?")
    private static let joints = ASCIISet("-_+=")

    /// Takes a mark; false where it may belong to a link, a key file, or a word that looks like a password.
    private mutating func takesMark(_ byte: UInt8) -> Bool {
        if byte <= 0x20 {
            hasGap = hasGap || hasWord
            (group, solid, groupHasDigit, solidHasDigit, isBehindSymbol) = (0, 0, false, false, false)
            return true
        }
        let isSymbol = Self.symbols.contains(byte)
        let isJoint = Self.joints.contains(byte)
        if Self.telling.contains(byte) || isBehindSymbol && !isSymbol || isJoint && group == 0 && solid > 0 {
            return false
        }
        hasQuote = hasQuote || byte == 0x22
        (group, groupHasDigit, isBehindSymbol) = (0, false, isSymbol)
        solid = isJoint ? solid + 1 : 0
        solidHasDigit = isJoint && solidHasDigit
        return solid < DisguiseRule.minLength
    }

    /// Takes a scalar of three bytes; false where it is neither a Han character nor a mark.
    private mutating func takes(_ scalar: UInt32, at index: Int, of bytes: Span<UInt8>) -> Bool {
        let cell = ScalarTable.standard[scalar]
        let value = cell.isSpace ? 0x20 : cell.target == 0 ? scalar : cell.target
        if cell.isIgnorable || cues.mayBegin(before: value, at: index, in: bytes) { return false }
        if value &- 0x2018 < 6 || value &- 0x300A < 8 {
            // Read as a quotation mark of ASCII, which goes on with a word.
            guard !isBehindSymbol else { return false }
            hasQuote = true
        }
        if letters > 0 { sieve.endWord() }
        (group, letters, solid, groupHasDigit, isBehindSymbol) = (0, 0, 0, false, false)
        solidHasDigit = false
        if value &- 0x4E00 < 0x5200 {
            scales.add(value)
            hasSeveral = true
            return true
        }
        scales.skip(FoldedLine.Class.other)
        return Self.isMark(value)
    }

    /// The marks of Chinese, and those of ASCII in another width.
    private static func isMark(_ value: UInt32) -> Bool {
        switch value {
        case 0..<0x80: !UInt8(value).isAlphanumeric && !telling.contains(UInt8(value)) && value != 0x22
        case 0x2014, 0x2018, 0x2019, 0x201C, 0x201D, 0x2026, 0x3001...0x3002, 0x300A...0x3011: true
        default: false
        }
    }
}
