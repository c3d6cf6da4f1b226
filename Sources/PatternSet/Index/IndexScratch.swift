/// The buffers of one search, kept from message to message.
struct IndexScratch: ~Copyable {
    private var text = FoldedText()
    private var found = FoundLiterals()
    private var large = LargeClauses()

    /// The patterns that have to be tried.
    private var candidates = CandidateBits()

    /// A bit for each trigger that was met, and the list of those.
    private var isMet = ScratchBuffer<UInt64>(capacity: 64, filler: 0)
    private var met = ScratchBuffer<UInt32>(capacity: 64, filler: 0)
    private var metCount = 0

    /// The places at which the steps so far end, and those of the step at hand.
    private var reached = ScratchBuffer<UInt64>(capacity: 16, filler: 0)
    private var ends = ScratchBuffer<UInt64>(capacity: 16, filler: 0)

    /// Takes the lowest pattern that has to be tried, nil when there is none left.
    @inline(__always)
    mutating func popCandidate() -> Int? { candidates.popFirst() }

    /// Finds the patterns that have to be tried on a text, which MUST be valid UTF-8.
    ///
    /// Allocates nothing once the buffers are large enough.
    mutating func find(_ source: Span<UInt8>, in index: PatternIndex) {
        text.fold(source)
        reset(for: index)
        var signature = Signature()
        let seen = collectLiterals(of: index, into: &signature)
        followTriggers(of: index, signature, seen)
        for pattern in index.always where pattern.masks.allSatisfy({ $0.meets(seen) }) {
            candidates.insert(pattern.pattern)
        }
    }

    private mutating func reset(for index: PatternIndex) {
        found.reset(characters: text.characterCount)
        large.reset(count: index.largeCount)
        candidates.reset(count: index.count)
        isMet.reserve((index.clauseCount + 63) / 64)
        reached.reserve(found.words)
        ends.reserve(found.words)
    }

    /// Finds all literals of the text.
    private mutating func collectLiterals(of index: PatternIndex, into signature: inout Signature) -> CharacterMask {
        let entries = index.scanner.entries.span
        let bits = index.signatureBits.span
        let starts = index.largeStarts.span
        return index.scanner.scan(text) { literal, character in
            let characters = Int(entries[unchecked: literal].characters)
            let place = found.insert(literal, at: character, characters: characters)
            guard place.isNew else { return }
            signature.insert(bits[unchecked: literal])
            for clause in starts[unchecked: literal]..<starts[unchecked: literal + 1] {
                large.insert(place.index, of: index.largeClauses[Int(clause)])
            }
        }
    }

    /// Looks at the patterns of every trigger that is met.
    private mutating func followTriggers(of index: PatternIndex, _ signature: Signature, _ seen: CharacterMask) {
        let starts = index.triggerStarts.span
        let triggers = index.triggers.span
        for place in 0..<found.count {
            let literal = found.literal(at: place)
            for number in starts[unchecked: literal]..<starts[unchecked: literal + 1] {
                let trigger = triggers[unchecked: Int(number)]
                if meetFirst(Int(trigger.clause)) { look(at: trigger, of: index, signature, seen) }
            }
        }
        for number in 0..<metCount { isMet[Int(met[number]) >> 6] = 0 }
        metCount = 0
    }

    /// Whether a clause is met for the first time.
    @inline(__always)
    private mutating func meetFirst(_ clause: Int) -> Bool {
        let bit: UInt64 = 1 << UInt64(clause & 63)
        guard isMet[clause >> 6] & bit == 0 else { return false }
        isMet[clause >> 6] |= bit
        met.reserve(metCount + 1)
        met[metCount] = UInt32(truncatingIfNeeded: clause)
        metCount += 1
        return true
    }

    /// Keeps those patterns of a trigger whose other clauses are met in order.
    private mutating func look(
        at trigger: PatternIndex.Trigger, of index: PatternIndex, _ signature: Signature, _ seen: CharacterMask
    ) {
        let postings = index.postings.span
        for number in Int(trigger.first)..<(Int(trigger.first) + Int(trigger.count)) {
            let posting = postings[unchecked: number]
            guard posting.signature.meets(signature) else { continue }
            if posting.program == IndexPlan.none || passes(posting.program, index.programs.span, seen) {
                candidates.insert(Int(posting.pattern))
            }
        }
    }
}

// MARK: - Programs

extension IndexScratch {
    /// Whether the text has all that a program asks for.
    private func passes(_ start: UInt32, _ program: Span<UInt32>, _ seen: CharacterMask) -> Bool {
        var place = Int(start)
        // A text of less than 64 characters, which most are, has its places in one word.
        var row: UInt64 = 0
        while true {
            let word = program[unchecked: place]
            switch PatternProgram.Kind(rawValue: word & 7) {
            case .mask:
                guard PatternProgram.mask(at: place + 1, of: program).meets(seen) else { return false }
                place += 5
            case .anywhere:
                guard isAnyFound(word, at: place + 1, of: program) else { return false }
                place += 1 + PatternProgram.literalCount(word)
            case .first:
                guard begin(word, at: place + 1, of: program, &row) else { return false }
                place += 1 + PatternProgram.literalCount(word)
            case .behind:
                guard advance(word, at: place + 1, of: program, &row) else { return false }
                place += 3 + PatternProgram.literalCount(word)
            default:
                return true
            }
        }
    }

    /// Reports the found ones among the literals of a step.
    @inline(__always)
    private func forEachFound(_ word: UInt32, at place: Int, of program: Span<UInt32>, _ body: (Int) -> Void) {
        if word & PatternProgram.isNamed != 0 {
            large.forEach(of: word >> 4, body)
        } else {
            for offset in 0..<PatternProgram.literalCount(word) {
                if let index = found.index(of: program[unchecked: place + offset]) { body(index) }
            }
        }
    }

    private func isAnyFound(_ word: UInt32, at place: Int, of program: Span<UInt32>) -> Bool {
        if word & PatternProgram.isNamed != 0 { return large.isMet(word >> 4) }
        for offset in 0..<PatternProgram.literalCount(word)
        where found.index(of: program[unchecked: place + offset]) != nil { return true }
        return false
    }

    /// The first step of a sequence: its literals may stand anywhere.
    private func begin(_ word: UInt32, at place: Int, of program: Span<UInt32>, _ row: inout UInt64) -> Bool {
        let words = found.words
        if words == 1 {
            var ends: UInt64 = 0
            forEachFound(word, at: place, of: program) { index in
                ends |= found.places(at: index)[0] << UInt64(found.characters(at: index))
            }
            row = ends
            return ends != 0
        }
        reached.clear(words)
        var isFound = false
        forEachFound(word, at: place, of: program) { index in
            isFound = true
            PlaceBits.add(
                found.places(at: index), movedBy: found.characters(at: index), to: reached.base, words: words)
        }
        return isFound
    }

    /// A further step: its literals have to stand behind a place that was reached, at the distance of the gap.
    private func advance(_ word: UInt32, at place: Int, of program: Span<UInt32>, _ row: inout UInt64) -> Bool {
        let least = Int(program[unchecked: place])
        let most = program[unchecked: place + 1]
        let words = found.words
        if words == 1 {
            let allowed = PlaceBits.moved(row, by: least, upTo: most == PatternProgram.unlimited ? 64 : Int(most))
            var ends: UInt64 = 0
            forEachFound(word, at: place + 2, of: program) { index in
                ends |= (found.places(at: index)[0] & allowed) << UInt64(found.characters(at: index))
            }
            row = ends
            return ends != 0
        }
        let limit = most == PatternProgram.unlimited ? nil : Int(most)
        PlaceBits.move(reached.base, by: least, upTo: limit, words: words)
        ends.clear(words)
        forEachFound(word, at: place + 2, of: program) { index in
            PlaceBits.add(
                found.places(at: index), among: reached.base, movedBy: found.characters(at: index), to: ends.base,
                words: words)
        }
        return reached.take(ends, words)
    }
}
