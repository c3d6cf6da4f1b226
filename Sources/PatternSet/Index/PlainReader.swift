/// A text on which plain patterns can be decided: of one line and less than 128 characters, and folded byte for byte.
///
/// Its places are one number, its folded letters are letters where its own are, and a gap may reach over all of it.
struct PlainText {
    /// How many words the places of a literal may take.
    static let wordLimit = 2

    private let bytes: UnsafePointer<UInt8>
    /// Where each character starts, and the end.
    private let starts: UnsafePointer<UInt32>
    let characterCount: Int

    /// Takes a short text as it was scanned; nil where it has several lines.
    @inline(__always)
    init?(_ text: borrowing FoldedText, starts: UnsafePointer<UInt32>, _ seen: CharacterMask) {
        let lineFeed: UInt64 = 1 << 10
        guard seen.low & lineFeed == 0 else { return nil }
        bytes = text.base
        characterCount = text.characterCount
        self.starts = starts
    }

    /// Whether `\b` holds before a character: one of its neighbours is a letter, digit or underscore of ASCII.
    ///
    /// Behind the end, where only an index that was tampered with leads, it does not hold.
    @inline(__always)
    func isBoundary(_ character: Int) -> Bool {
        guard character <= characterCount else { return false }
        let place = Int(starts[character])
        return (place > 0 && Self.isWord(bytes[place &- 1])) != Self.isWord(bytes[place])
    }

    /// The end of a text is followed by zeros, which are none.
    @inline(__always)
    private static func isWord(_ byte: UInt8) -> Bool {
        byte | 0x20 &- 0x61 < 26 || byte &- 0x30 < 10 || byte == 0x5F
    }

    /// Those of some places at which `\b` holds so many characters later.
    @inline(__always)
    func boundaries<Places: PlaceNumber>(_ places: Places, behind length: Int = 0) -> Places {
        var kept = places
        var rest = places
        while rest != 0 {
            let place = rest.trailingZeroBitCount
            if !isBoundary(place &+ length) { kept ^= 1 &<< Places(truncatingIfNeeded: place) }
            rest &= rest &- 1
        }
        return kept
    }
}

/// The places of a short text as one number, the first character in its lowest bit.
protocol PlaceNumber: FixedWidthInteger, UnsignedInteger, BitwiseCopyable {
    /// Takes the words in which the places of a literal are kept.
    init(words: UnsafePointer<UInt64>)
}

extension UInt64: PlaceNumber {
    @inline(__always)
    init(words: UnsafePointer<UInt64>) { self = words[0] }
}

extension UInt128: PlaceNumber {
    @inline(__always)
    init(words: UnsafePointer<UInt64>) { self = UInt128(words[1]) &<< 64 | UInt128(words[0]) }
}

/// Finds the match of a plain pattern, the one that PCRE2 would find, from where its texts stand.
///
/// PCRE2 takes the first place at which there is a match, there the first text of a step that leads to one, and behind
/// it the longest gap that does (pcre2pattern, “Vertical bar” and “Repetition”). Read from the last step to the first,
/// the program gives the places from which the rest of the pattern matches; read from the first place on, one choice a
/// step is left, and never to be taken back.
struct PlainReader<Places: PlaceNumber> {
    let found: FoundLiterals.View
    let large: LargeClauses.View
    let text: PlainText

    /// A step, and the places from which it and all behind it match.
    private struct Step {
        var word: UInt32
        var literals: UnsafePointer<UInt32>
        var places: Places
        /// The gap behind the step.
        var least: Int
        var most: Int
    }

    /// The characters of the match of a program, which stands behind its announcement; nil where there is none.
    func match(_ program: UnsafePointer<UInt32>) -> Range<Int>? {
        var steps = InlineArray<8, Step>(
            repeating: Step(word: 0, literals: program, places: 0, least: 0, most: 0))
        var count = 0
        var place = program
        // No step behind the last: its texts may end anywhere.
        var ends = Places.max
        while place.pointee & PatternProgram.kindBits != PatternProgram.Kind.end.rawValue {
            let word = place.pointee
            place += 1
            var gap = (least: 0, most: 0)
            if word & PatternProgram.kindBits == PatternProgram.Kind.before.rawValue {
                gap = (Int(place[0]), Int(place[1]))
                place += 2
                ends = PlaceBits.moved(ends, by: gap.least, upTo: gap.most)
            }
            ends = starts(word, place, ends)
            guard ends != 0 else { return nil }
            steps[count] = Step(word: word, literals: place, places: ends, least: gap.least, most: gap.most)
            count &+= 1
            place += PatternProgram.literalCount(word)
        }
        return follow(steps, count)
    }

    /// Where the texts of a step stand that end at one of some places.
    @inline(__always)
    private func starts(_ word: UInt32, _ literals: UnsafePointer<UInt32>, _ ends: Places) -> Places {
        let marks = PatternProgram.marks(word)
        var starts: Places = 0
        found.forEach(of: word, literals, large) { index in
            let length = found.characters(at: index)
            let places = Places(words: found.places(at: index)) & ends >> length
            starts |= marks.contains(.closesWord) ? text.boundaries(places, behind: length) : places
        }
        return marks.contains(.opensWord) ? text.boundaries(starts) : starts
    }

    /// Goes from the first place to the end of the match; nil where the program contradicts itself.
    @inline(__always)
    private func follow(_ steps: borrowing InlineArray<8, Step>, _ count: Int) -> Range<Int>? {
        let start = steps[count &- 1].places.trailingZeroBitCount
        var place = start
        var index = count &- 1
        while true {
            let step = steps[index]
            let next = index > 0 ? steps[index &- 1].places : 0
            let length = length(of: step, at: place, next, isLast: index == 0)
            place &+= length
            guard index > 0 else { break }
            let reached = window(next, place, step)
            guard reached != 0 else { return nil }
            place = Places.bitWidth &- 1 &- reached.leadingZeroBitCount
            index &-= 1
        }
        return place <= text.characterCount ? Range(uncheckedBounds: (start, place)) : nil
    }

    /// How long the text is that is taken of a step at a place.
    @inline(__always)
    private func length(of step: Step, at place: Int, _ next: Places, isLast: Bool) -> Int {
        let marks = PatternProgram.marks(step.word)
        let prefersShorter = marks.contains(.prefersShorter)
        var best = 0
        found.forEach(of: step.word, step.literals, large) { index in
            guard found.stands(index, at: place) else { return }
            let length = found.characters(at: index)
            guard best == 0 || (length < best) == prefersShorter, isLast || window(next, place &+ length, step) != 0,
                !marks.contains(.closesWord) || text.isBoundary(place &+ length)
            else { return }
            best = length
        }
        return best
    }

    /// Those of the next step's places that a gap reaches from the end of a text.
    @inline(__always)
    private func window(_ next: Places, _ end: Int, _ step: Step) -> Places {
        let (first, last) = (end &+ step.least, end &+ step.most)
        let reached = next & (Places.max << first)
        return last >= Places.bitWidth &- 1 ? reached : reached & ~(Places.max << (last &+ 1))
    }
}
