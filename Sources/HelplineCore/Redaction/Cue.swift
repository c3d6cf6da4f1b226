/// A word in a line that says what a secret near it is.
struct Cue {
    enum Kind: UInt8 {
        case password
        /// A word for a password only where a colon or an equals sign follows ("pass", "pw").
        case passwordLabel
        case code
        /// The bare word "code".
        case codeLabel
        /// A code that is no secret: of an error, a country, an invitation.
        case plainCode
        case key
        /// A word for a transaction id.
        case hash
        /// A word that goes with transactions.
        case transaction
        case seed
        /// A word for an identity card or its number.
        case identity
        /// A word for an account or its name.
        case account
        /// What other long numbers are called: order, ticket, phone.
        case number
    }

    let kind: Kind
    let range: Range<Int>
}

/// Finds cues in a line, the longest at each place.
struct CueFinder: Sendable {
    static let standard = CueFinder(CueWords.all)

    private struct Word {
        let kind: Cue.Kind
        let units: [UInt32]
    }

    private var words: [UInt32: [Word]] = [:]
    /// The words that begin with an ASCII letter, by its value.
    private var latin = [[Word]](repeating: [], count: 128)
    /// Whether a word begins with two units of this hash; asked before anything else.
    private var beginnings = [Bool](repeating: false, count: 4_096)

    init(_ table: [(Cue.Kind, String)]) {
        for (kind, list) in table {
            for text in list.split(separator: ",") {
                let units = FoldedLine(String(text.drop { $0 == " " || $0 == "\n" })).units
                guard let first = units.first else { continue }
                words[first, default: []].append(Word(kind: kind, units: units))
                noteBeginning(of: units)
            }
        }
        for first in words.keys {
            words[first]?.sort { $0.units.count > $1.units.count }
            if first < 128 { latin[Int(first)] = words[first] ?? [] }
        }
    }

    /// A space in a word may be a hyphen, an underscore or nothing in the line.
    private mutating func noteBeginning(of units: [UInt32]) {
        guard units.count > 1, units[1] == 0x20 else {
            beginnings[Self.hash(units[0], units.count > 1 ? units[1] : 0)] = true
            return
        }
        for second in [0x20, 0x2D, 0x5F, units[2]] { beginnings[Self.hash(units[0], second)] = true }
    }

    private static func hash(_ first: UInt32, _ second: UInt32) -> Int {
        Int(((first &* 0x9E37_79B1) ^ (second &* 0x85EB_CA6B)) >> 20)
    }

    func cues(in line: FoldedLine) -> [Cue] {
        var found: [Cue] = []
        var index = 0
        while index + 1 < line.count {
            let unit = line.units[index].lowercasedASCII
            guard beginnings[Self.hash(unit, line.units[index + 1].lowercasedASCII)],
                let cue = cue(at: index, beginningWith: unit, in: line)
            else {
                index += 1
                continue
            }
            found.append(cue)
            index = cue.range.upperBound
        }
        return found
    }

    private func cue(at index: Int, beginningWith unit: UInt32, in line: FoldedLine) -> Cue? {
        guard unit < 0x80 else { return longest(words[unit] ?? [], at: index, in: line) }
        let isInside = line.isLetter(index - 1)
        guard let cue = longest(latin[Int(unit)], at: index, in: line) else { return nil }
        guard isInside else { return cue }
        // "mypassword:" is a label, and so is what other short words are glued to.
        return cue.kind == .password && cue.range.count >= 6 ? Cue(kind: .passwordLabel, range: cue.range) : nil
    }

    private static func isGap(_ letter: UInt8) -> Bool { letter == 0x20 || letter == 0x2D || letter == 0x5F }

    private func longest(_ candidates: [Word], at index: Int, in line: FoldedLine) -> Cue? {
        for word in candidates {
            if let end = end(of: word.units, at: index, in: line) { return Cue(kind: word.kind, range: index..<end) }
        }
        return nil
    }

    /// Where a word ends that stands at an index.
    ///
    /// A space of the word may be up to two spaces, hyphens or underscores
    /// or none in the line; a Latin word may have a plural s and ends where its letters end.
    private func end(of word: [UInt32], at start: Int, in line: FoldedLine) -> Int? {
        var index = start
        for unit in word {
            if unit == 0x20 {
                var skipped = 0
                while skipped < 2, index < line.count, Self.isGap(line.letters[index]) {
                    index += 1
                    skipped += 1
                }
            } else {
                guard index < line.count, line.units[index].lowercasedASCII == unit else { return nil }
                index += 1
            }
        }
        guard line.isLetter(index - 1) else { return index }
        if line.isLetter(index), line.letters[index] | 0x20 == UInt8(ascii: "s") { index += 1 }
        return line.isLetter(index) ? nil : index
    }
}
