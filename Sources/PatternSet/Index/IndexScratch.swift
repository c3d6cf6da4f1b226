/// The buffers of one search, kept from message to message.
///
/// A search takes three walks, each with a type of its own that holds plain addresses of what is here: over the text
/// (``LiteralScan``), over the triggers of the literals found (``TriggerWalk``), and over the program of each pattern
/// they lead to (``ProgramReader``).
struct IndexScratch: ~Copyable {
    private var text = FoldedText()
    private var found = FoundLiterals()
    private var large = LargeClauses()

    /// Which kinds of ASCII characters occur, and the bits of the literals that do.
    private var seen = CharacterMask()
    private var signature = Signature()

    /// The places that the scan lets through, and where every character starts.
    private var hits = ScratchBuffer<ScanHit>(
        capacity: 256, filler: ScanHit(key: .none, position: 0, character: 0))
    private var starts = ScratchBuffer<UInt32>(capacity: 64, filler: 0)

    /// The places that a program has in hand: two rows.
    private var rows = ScratchBuffer<UInt64>(capacity: 32, filler: 0)

    /// A bit for each trigger that was met, and the list of those.
    private var isMet = ScratchBuffer<UInt64>(capacity: 64, filler: 0)
    private var met = ScratchBuffer<UInt32>(capacity: 64, filler: 0)

    /// The patterns that have to be tried.
    private var candidates = CandidateBits()

    /// Takes the lowest pattern that has to be tried, nil when there is none left.
    @inline(__always)
    mutating func popCandidate() -> CandidateBits.Candidate? { candidates.popFirst() }

    /// Finds the patterns that have to be tried on a text, which MUST be valid UTF-8.
    ///
    /// Allocates nothing once the buffers are large enough.
    mutating func find(_ source: Span<UInt8>, in tables: IndexTables) {
        text.fold(source)
        reset(for: tables)
        collectLiterals(of: tables)
        followTriggers(of: tables, isAligned: text.count == source.count && text.count <= MatchStarts.farthest)
        addAlways(of: tables)
    }

    private mutating func reset(for tables: IndexTables) {
        let characters = text.characterCount
        found.reset(characters: characters)
        large.reset(count: tables.largeCount)
        candidates.reset(count: tables.count)
        signature = Signature()
        hits.reserve(ScanHit.perCharacter * characters + 1)
        starts.reserve(characters + 1)
        rows.reserve(2 * found.words)
        isMet.reserve((tables.clauseCount + 63) / 64)
        met.reserve(tables.clauseCount)
    }

    /// Finds all literals of the text.
    private mutating func collectLiterals(of tables: IndexTables) {
        let scanner = tables.scanner
        let count = LiteralScan.run(scanner, over: text, into: hits.base, starts: starts.base, &seen)
        starts[text.characterCount] = UInt32(truncatingIfNeeded: text.count)
        for number in 0..<count {
            let hit = hits[number]
            let literals = scanner.literals(at: hit)
            var literal = literals.lowerBound
            while literal < literals.upperBound {
                if scanner.stands(literal, at: hit, of: text) { note(literal, at: hit, of: tables) }
                literal &+= 1
            }
        }
    }

    @inline(__always)
    private mutating func note(_ literal: Int, at hit: ScanHit, of tables: IndexTables) {
        let characters = Int(tables.scanner.entries[literal].characters)
        guard found.insert(literal, at: Int(hit.character), characters: characters) else { return }
        signature.insert(tables.signatureBits[literal])
        guard tables.largeCount > 0 else { return }
        for number in tables.largeStarts[literal]..<tables.largeStarts[literal + 1] {
            large.insert(found.count - 1, of: tables.largeClauses[number])
        }
    }

    /// Looks at the patterns of every trigger that is met.
    ///
    /// - Parameter isAligned: whether the places of the folded text are those of its source, which folding may shorten,
    ///   and not too many to be told apart.
    private mutating func followTriggers(of tables: IndexTables, isAligned: Bool) {
        let found = found.view
        let isShort = isAligned && found.words <= PlainText.wordLimit
        let reader = ProgramReader(
            found: found, large: large.view, seen: seen,
            plainText: isShort ? PlainText(text, starts: starts.base, seen) : nil, rows: rows.base)
        var walk = TriggerWalk(
            tables, signature, reader, candidates.writer, starts: isAligned ? UnsafePointer(starts.base) : nil,
            isMet: isMet.base, met: met.base)
        for index in 0..<found.count { walk.follow(found.literal(at: index)) }
        walk.finish()
    }

    /// Adds the patterns that need no literal.
    private func addAlways(of tables: IndexTables) {
        let writer = candidates.writer
        for number in 0..<tables.always.count where tables.always[number].admits(seen) {
            writer.insert(Int(tables.always[number].pattern), .anywhere)
        }
    }
}
