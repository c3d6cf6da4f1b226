/// Reads programs: whether a text has all that a pattern asks for, in its order.
struct ProgramReader {
    let found: FoundLiterals.View
    let large: LargeClauses.View
    let seen: CharacterMask

    /// The text, where its plain patterns can be decided.
    let plainText: PlainText?

    /// Room for two rows of places: those at which a match of the steps read so far may start, and those to come.
    let rows: UnsafeMutablePointer<UInt64>

    /// The characters at which a match may start, nil when the text lacks something.
    func run(_ program: UnsafePointer<UInt32>) -> MatchStarts? {
        var step = program
        // A text of less than 64 characters, which most are, has its places in one word.
        var places: UInt64 = 0
        while true {
            let word = step.pointee
            step += 1
            switch word & PatternProgram.kindBits {
            case PatternProgram.Kind.mask.rawValue:
                guard PatternProgram.mask(step).meets(seen) else { return nil }
                step += 4
            case PatternProgram.Kind.anywhere.rawValue:
                guard isAnyFound(word, step) else { return nil }
            case PatternProgram.Kind.last.rawValue:
                guard begin(word, step, &places) else { return nil }
            case PatternProgram.Kind.before.rawValue:
                let gap = (least: Int(step[0]), most: step[1])
                step += 2
                guard goBack(word, step, gap.least, gap.most, &places) else { return nil }
            case PatternProgram.Kind.plain.rawValue:
                if let plainText { return match(step, in: plainText).map(MatchStarts.init(match:)) }
            case PatternProgram.Kind.allMet.rawValue:
                return plainText == nil ? .anywhere : MatchStarts(match: 0..<0)
            default:
                return starts(of: places, word)
            }
            step += PatternProgram.literalCount(word)
        }
    }

    /// The characters of the match of a plain order.
    @inline(__always)
    private func match(_ order: UnsafePointer<UInt32>, in text: PlainText) -> Range<Int>? {
        found.words == 1
            ? PlainReader<UInt64>(found: found, large: large, text: text).match(order)
            : PlainReader<UInt128>(found: found, large: large, text: text).match(order)
    }

    /// The characters at which a match may start whose first literals stand at one of the places; nil when none is left.
    @inline(__always)
    private func starts(of places: UInt64, _ end: UInt32) -> MatchStarts? {
        let most = PatternProgram.lead(end)
        guard most >= 0 else { return .anywhere }
        let least = PatternProgram.isLeadFixed(end) ? most : 0
        if found.words == 1 { return MatchStarts(PlaceBits.moved(places, by: least, upTo: most)) }
        PlaceBits.move(rows, by: least, upTo: most, words: found.words)
        return MatchStarts(rows, words: found.words)
    }

    private func isAnyFound(_ word: UInt32, _ literals: UnsafePointer<UInt32>) -> Bool {
        if word & PatternProgram.isNamed != 0 { return large.isMet(PatternProgram.operand(word)) }
        for offset in 0..<PatternProgram.literalCount(word) where found.index(of: literals[offset]) != nil {
            return true
        }
        return false
    }

    /// The last step of an order: its literals may stand anywhere.
    @inline(__always)
    private func begin(_ word: UInt32, _ literals: UnsafePointer<UInt32>, _ places: inout UInt64) -> Bool {
        let words = found.words
        if words == 1 {
            var starts: UInt64 = 0
            found.forEach(of: word, literals, large) { starts |= found.places(at: $0)[0] }
            places = starts
            return starts != 0
        }
        rows.update(repeating: 0, count: words)
        var isFound = false
        found.forEach(of: word, literals, large) { index in
            isFound = true
            for word in 0..<words { rows[word] |= found.places(at: index)[word] }
        }
        return isFound
    }

    /// A step further to the left: its literals have to end before a place of the step behind, at the distance of the
    /// gap.
    @inline(__always)
    private func goBack(
        _ word: UInt32, _ literals: UnsafePointer<UInt32>, _ least: Int, _ most: UInt32, _ places: inout UInt64
    ) -> Bool {
        if found.words == 1 {
            let ends = PlaceBits.moved(places, by: least, upTo: Int(most))
            var starts: UInt64 = 0
            found.forEach(of: word, literals, large) { index in
                starts |= found.places(at: index)[0] & ends >> found.characters(at: index)
            }
            places = starts
            return starts != 0
        }
        return goBackFar(word, literals, least, most)
    }

    /// The same for a text whose places take several words.
    private func goBackFar(
        _ word: UInt32, _ literals: UnsafePointer<UInt32>, _ least: Int, _ most: UInt32
    ) -> Bool {
        let words = found.words
        let next = rows + words
        PlaceBits.move(rows, by: least, upTo: most == PatternProgram.unlimited ? nil : Int(most), words: words)
        next.update(repeating: 0, count: words)
        found.forEach(of: word, literals, large) { index in
            let places = found.places(at: index)
            let length = found.characters(at: index)
            for word in 0..<words {
                next[word] |= places[word] & PlaceBits.bits(of: rows, movedBy: length, word, words)
            }
        }
        var all: UInt64 = 0
        for word in 0..<words {
            rows[word] = next[word]
            all |= next[word]
        }
        return all != 0
    }
}
