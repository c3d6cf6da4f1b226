/// A word in a line that says what a secret near it is.
struct Cue {
    enum Kind: UInt8 {
        case password
        /// A word for a password only where a colon or an equals sign follows ("pass", "pw").
        case passwordLabel
        case code
        /// The digits on the back of a payment card.
        case cardCode
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
///
/// An object: its tables are handed on without counting each.
final class CueFinder: Sendable {
    static let standard = CueFinder(CueWords.all)
    /// Of the words alone with which a line may hold a secret that has no digit, or after which lines are read otherwise.
    static let telling = CueFinder(
        CueWords.all.filter {
            [.password, .passwordLabel, .code, .cardCode, .codeLabel, .key, .hash, .seed].contains($0.0)
        })

    /// A word as a part of `texts`; one piece of memory for all, so that looking at a word counts no references.
    private struct Word {
        let kind: Cue.Kind
        let text: Range<Int>
    }

    private let texts: [UInt32]
    /// All words, those with the same first unit side by side, the longest first.
    private let words: [Word]
    private let places: [UInt32: Range<Int>]
    /// The places of words that begin with an ASCII letter, by its value.
    private let latin: [Range<Int>]
    /// What begins with two units of this hash: nothing, longer words, or any; asked before anything else.
    private let beginnings: [UInt8]
    /// Whether a longer word begins with three units of this hash.
    private let longer: [Bool]

    private static let hasLonger: UInt8 = 1
    private static let hasAny: UInt8 = 2

    init(_ table: [(Cue.Kind, String)]) {
        // The words of the last list are looked for behind all others: hardly anybody types them.
        var groups: [UInt32: [(Cue.Kind, [UInt32], isRare: Bool)]] = [:]
        var beginnings = [UInt8](repeating: 0, count: 8_192)
        var longer = [Bool](repeating: false, count: 32_768)
        for (place, (kind, list)) in table.enumerated() {
            for text in list.split(separator: ",") {
                let units = FoldedLine(String(text.drop { $0 == " " || $0 == "\n" })).units
                guard let first = units.first else { continue }
                groups[first, default: []].append((kind, units, isRare: place == table.count - 1))
                Self.note(units, in: &beginnings, &longer)
            }
        }
        var texts: [UInt32] = []
        var words: [Word] = []
        var places: [UInt32: Range<Int>] = [:]
        var latin = [Range<Int>](repeating: 0..<0, count: 128)
        for (first, group) in groups {
            let start = words.count
            let inOrder = group.sorted { $0.isRare == $1.isRare ? $0.1.count > $1.1.count : $1.isRare }
            for (kind, units, _) in inOrder {
                words.append(Word(kind: kind, text: texts.count..<texts.count + units.count))
                texts += units
            }
            places[first] = start..<words.count
            if first < 128 { latin[Int(first)] = start..<words.count }
        }
        (self.texts, self.words, self.places, self.latin) = (texts, words, places, latin)
        (self.beginnings, self.longer) = (beginnings, longer)
    }

    /// Notes how a word begins; a space in it may be a hyphen, an underscore or nothing in the line.
    private static func note(_ units: [UInt32], in beginnings: inout [UInt8], _ longer: inout [Bool]) {
        if units.count > 1, units[1] == 0x20 {
            for second in [0x20, 0x2D, 0x5F, units[2]] { beginnings[hash(units[0], second)] |= hasAny }
        } else if units.count > 2, units[2] != 0x20 {
            beginnings[hash(units[0], units[1])] |= hasLonger
            longer[hash(units[0], units[1], units[2])] = true
        } else {
            beginnings[hash(units[0], units.count > 1 ? units[1] : 0)] |= hasAny
        }
    }

    private static func hash(_ first: UInt32, _ second: UInt32) -> Int {
        Int(((first &* 0x9E37_79B1) ^ (second &* 0x85EB_CA6B)) >> 19)
    }

    private static func hash(_ first: UInt32, _ second: UInt32, _ third: UInt32) -> Int {
        Int(((first &* 0x9E37_79B1) ^ (second &* 0x85EB_CA6B) ^ (third &* 0xC2B2_AE35)) >> 17)
    }

    func cues(in line: FoldedLine) -> [Cue] {
        var found: [Cue] = []
        let units = line.units
        var index = 0
        while index + 1 < units.count {
            let unit = units[index].lowercasedASCII
            let second = units[index + 1].lowercasedASCII
            let beginning = beginnings[Self.hash(unit, second)]
            guard beginning != 0,
                beginning & Self.hasAny != 0
                    || index + 2 < units.count && longer[Self.hash(unit, second, units[index + 2].lowercasedASCII)],
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
        guard unit < 0x80 else { return longest(places[unit] ?? 0..<0, at: index, in: line) }
        let isInside = line.isLetter(index - 1)
        guard let cue = longest(latin[Int(unit)], at: index, in: line) else { return nil }
        // An address may hold "7PiN2".
        if line.isDigit(index - 1), line.isDigit(cue.range.upperBound) { return nil }
        guard isInside else { return cue }
        // "mypassword:" is a label, and so is what other short words are glued to.
        return cue.kind == .password && cue.range.count >= 6 ? Cue(kind: .passwordLabel, range: cue.range) : nil
    }

    private static func isGap(_ letter: UInt8) -> Bool { letter == 0x20 || letter == 0x2D || letter == 0x5F }

    private func longest(_ candidates: Range<Int>, at index: Int, in line: FoldedLine) -> Cue? {
        for place in candidates {
            if let end = end(of: words[place].text, at: index, in: line) {
                return Cue(kind: words[place].kind, range: index..<end)
            }
        }
        return nil
    }

    /// Where a word ends that stands at an index.
    ///
    /// A space of the word may be up to two spaces, hyphens or underscores
    /// or none in the line; a Latin word may have a plural s and ends where its letters end.
    private func end(of word: Range<Int>, at start: Int, in line: FoldedLine) -> Int? {
        var index = start
        for place in word {
            let unit = texts[place]
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

/// Cues looked for in bytes, before a line is folded.
extension CueFinder {
    /// The last two units of a line that is being read, and where they begin.
    struct Trail {
        private let finder = CueFinder.telling
        private var last: (unit: UInt32, start: Int) = (0, 0)
        private var before: (unit: UInt32, start: Int) = (0, 0)
        /// What begins with the last two.
        private var beginning: UInt8 = 0

        /// Whether with a unit that comes next, in lower case, a telling cue may begin one or two units before it.
        mutating func mayBegin(before unit: UInt32, at index: Int, in bytes: Span<UInt8>) -> Bool {
            let next = finder.beginnings[CueFinder.hash(last.unit, unit)]
            defer { (before, last, beginning) = (last, (unit, index), next) }
            if next & CueFinder.hasAny != 0, finder.mayStand(at: last.start, in: bytes) { return true }
            return beginning & CueFinder.hasLonger != 0
                && finder.longer[CueFinder.hash(before.unit, last.unit, unit)]
                && finder.mayStand(at: before.start, in: bytes)
        }
    }

    /// Whether a cue may stand at an index: not where none of those in ASCII does.
    private func mayStand(at start: Int, in bytes: Span<UInt8>) -> Bool {
        guard bytes[start] < 0x80 else { return true }
        return latin[Int(UInt32(bytes[start]).lowercasedASCII)].contains {
            mayStand(words[$0].text, at: start, in: bytes)
        }
    }

    /// Whether a word may stand at an index; the same as `end(of:at:in:)` as far as both are ASCII.
    private func mayStand(_ word: Range<Int>, at start: Int, in bytes: Span<UInt8>) -> Bool {
        var index = start
        for place in word {
            if texts[place] == 0x20 {
                var skipped = 0
                while skipped < 2, index < bytes.count, Self.isGap(bytes[index]) || [0x09, 0x0D].contains(bytes[index])
                {
                    (index, skipped) = (index + 1, skipped + 1)
                }
            } else {
                guard index < bytes.count else { return false }
                if bytes[index] >= 0x80, texts[place] >= 0x80 { return true }
                guard UInt32(bytes[index]).lowercasedASCII == texts[place] else { return false }
                index += 1
            }
        }
        guard bytes[index - 1].isLetter else { return true }
        if index < bytes.count, bytes[index] | 0x20 == UInt8(ascii: "s") { index += 1 }
        return index >= bytes.count || !bytes[index].isLetter
    }
}
