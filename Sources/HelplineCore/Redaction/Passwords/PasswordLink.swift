/// What joins a word for a password with the value behind it.
struct PasswordLink {
    enum Kind {
        /// Nothing but a space.
        case none
        /// A colon, an equals sign, an arrow.
        case mark
        /// A verb that says what the password is.
        case verb
        /// A word after which only what looks like a password is one: to, from, as.
        case weak
        /// A verb of entering, after which digits are one as well: 填的, 输入, 用.
        case entered
    }

    let kind: Kind
    /// Where what follows it begins.
    let end: Int

    /// The link that begins at an index.
    init?(at index: Int, in line: FoldedLine) {
        switch line.units[index] {
        case 0x3A, 0x3D, 0x2192, 0x21D2: self.init(.mark, Self.endOfMarks(from: index + 1, in: line))
        case 0x2013, 0x2014, 0x7E: self.init(.weak, Self.endOfMarks(from: index + 1, in: line))
        case 0x2D where line.isSpace(index - 1) && line.isSpace(index + 1): self.init(.mark, index + 1)
        case 0x2D where line.has([0x2D, 0x3E], at: index) || line.has([0x2D, 0x2D], at: index):
            self.init(.mark, Self.endOfMarks(from: index + 1, in: line))
        case 0x27 where line.isLetter(index - 1) && line.word(at: index + 1).text == "s":
            self.init(.verb, index + 2)
        case 0x4FC2, 0x7CFB:
            let next = index + 1 < line.count ? line.units[index + 1] : 0
            guard !PasswordWords.systemHan.contains(next) else { return nil }
            self.init(.verb, index + 1)
        case 0x505A where index > 0 && Self.changed.contains(line.units[index - 1]): self.init(.verb, index + 1)
        case 0x662F, 0x4E3A, 0x6210, 0x53EB, 0x306F, 0xB294, 0xC740: self.init(.verb, index + 1)
        case 0x4ECE: self.init(.weak, index + 1)
        case let unit where HanVerbs.isEntering(unit):
            var end = index + 1
            while end < line.count, HanVerbs.aspects.contains(line.units[end]),
                !HanVerbs.being.contains(line.units[end])
            {
                end += 1
            }
            self.init(.entered, end)
        default: self.init(wordAt: index, in: line)
        }
    }

    private init(_ kind: Kind, _ end: Int) {
        (self.kind, self.end) = (kind, end)
    }

    private init?(wordAt index: Int, in line: FoldedLine) {
        guard line.isLetter(index), !line.isAlphanumeric(index - 1) else { return nil }
        let word = line.word(at: index)
        guard !line.isDigit(word.range.upperBound) else { return nil }
        switch word.text {
        case "is", "was", "be", "been", "were", "equals", "shi", "ist", "lautet", "es", "est", "je":
            self.init(.verb, word.range.upperBound)
        case "to", "as", "are", "from": self.init(.weak, word.range.upperBound)
        default: return nil
        }
    }

    /// Where the colons, strokes and arrowheads end that a mark goes on with: "==>", "--", ": -".
    private static func endOfMarks(from start: Int, in line: FoldedLine) -> Int {
        var index = start
        while index < line.count, [0x2D, 0x3A, 0x3D, 0x3E, 0x7E, 0x2013, 0x2014].contains(line.units[index]) {
            index += 1
        }
        return index
    }

    /// 设, 改, 换, 咗, after which 做 means "to".
    private static let changed: Set<UInt32> = [0x8BBE, 0x6539, 0x6362, 0x5497]

    /// How a link gives a value with Han characters; nil where it is none or other words stand before it.
    func form(of cue: Cue, at index: Int, in line: FoldedLine) -> HanPassword.Form? {
        let words = line.units[cue.range.upperBound..<index]
        guard kind == .mark || kind == .verb, Self.isLatin(words) || HanPasswordWords.leads.makeUp(words) else {
            return nil
        }
        return Self.isMatter(cue, in: line) ? .beside : .stated
    }

    private static func isLatin(_ words: ArraySlice<UInt32>) -> Bool { words.allSatisfy { $0 < 0x80 && $0 != 0x22 } }

    /// Whether the word for a password is a part of the name of a matter, as in 忘记密码.
    private static func isMatter(_ cue: Cue, in line: FoldedLine) -> Bool {
        HanPasswordWords.matters.occurs(in: line.units[max(0, cue.range.lowerBound - 4)..<cue.range.lowerBound])
    }
}
