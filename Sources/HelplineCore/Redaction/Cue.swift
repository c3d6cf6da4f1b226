/// A word in a line that says what a secret near it is.
struct Cue {
    enum Kind {
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
    /// Whether a first unit has this remainder by 256; asked before the dictionary.
    private var firsts = [Bool](repeating: false, count: 256)

    init(_ table: [(Cue.Kind, String)]) {
        for (kind, list) in table {
            for text in list.split(separator: ",") {
                let units = text.unicodeScalars.drop { $0 == " " || $0 == "\n" }.map(\.value)
                guard let first = units.first else { continue }
                words[first, default: []].append(Word(kind: kind, units: units))
                firsts[Int(first & 0xFF)] = true
            }
        }
        for first in words.keys {
            words[first]?.sort { $0.units.count > $1.units.count }
            if first < 128 { latin[Int(first)] = words[first] ?? [] }
        }
    }

    func cues(in line: FoldedLine) -> [Cue] {
        var found: [Cue] = []
        var index = 0
        while index < line.count {
            let unit = line.units[index].lowercasedASCII
            guard firsts[Int(unit & 0xFF)], let cue = cue(at: index, beginningWith: unit, in: line) else {
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
