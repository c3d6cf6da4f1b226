/// What a search walks through: tables laid out so that a pattern that is looked at costs one or two lines of cache,
/// its posting, and its program with the numbers of its literals inside.
///
/// One object, so that a search counts no references but its own.
final class IndexTables: Sendable {
    /// A pattern, found by its trigger.
    struct Posting: BitwiseCopyable {
        /// One of these bits is set in the signature of every text that the pattern matches.
        var signature: Signature
        /// Where its program starts in ``programs``; ``IndexPlan/none`` when nothing more is known of it.
        var program: UInt32
        var pattern: UInt32
    }

    /// A pattern without a clause.
    struct Always: BitwiseCopyable {
        /// One character of each has to occur, as far as there are so many masks.
        var first: CharacterMask
        var second: CharacterMask
        var maskCount: UInt32
        var pattern: UInt32

        /// Takes the masks that rule out most.
        init(_ masks: [CharacterMask], pattern: Int) {
            let sorted = masks.sorted { $0.count < $1.count }
            first = sorted.first ?? CharacterMask()
            second = sorted.dropFirst().first ?? CharacterMask()
            maskCount = UInt32(min(masks.count, 2))
            self.pattern = UInt32(pattern)
        }

        /// Whether a text with some kinds of characters may match.
        @inline(__always)
        func admits(_ seen: CharacterMask) -> Bool {
            (maskCount < 1 || first.meets(seen)) && (maskCount < 2 || second.meets(seen))
        }
    }

    /// How many patterns there are.
    let count: Int

    /// How many clauses there are.
    let clauseCount: Int

    let scanner: LiteralScanner

    /// The bit of each literal in the signature of a text.
    let signatureBits: Table<UInt8>

    /// The clauses that each literal meets and that lead to patterns: from its start to the start of the next.
    let triggerStarts: Table<UInt32>
    let triggers: Table<UInt32>

    /// The patterns that each clause leads to: from its start to the start of the next.
    let postingStarts: Table<UInt32>
    let postings: Table<Posting>
    let programs: Table<UInt32>

    /// The large clauses of each literal, as ``triggerStarts`` has it.
    let largeStarts: Table<UInt32>
    let largeClauses: Table<UInt32>

    /// How many clauses are large.
    let largeCount: Int

    /// The patterns that are tried on every text, or on every one with certain kinds of characters.
    let always: Table<Always>

    init(_ plan: IndexPlan) {
        var layout = IndexLayout(plan)
        layout.layOut()
        count = plan.count
        clauseCount = plan.clauses.count
        scanner = layout.scanner
        signatureBits = Table(layout.signatureBits)
        triggerStarts = Table(layout.triggerStarts)
        triggers = Table(layout.triggers)
        postingStarts = Table(layout.postingStarts)
        postings = Table(layout.postings)
        programs = Table(layout.programs)
        largeStarts = Table(layout.largeStarts)
        largeClauses = Table(layout.largeClauses)
        largeCount = layout.largeCount
        always = Table(layout.always)
    }

    /// Takes tables as they were written; nil where their numbers do not fit together.
    ///
    /// Costs one look at each number.
    init?(from reader: inout TableReader) {
        guard let count = reader.readNumber().flatMap({ Int(exactly: $0) }), count < 1 << 31,
            let clauseCount = reader.readNumber().flatMap({ Int(exactly: $0) }), clauseCount < 1 << 31,
            let largeCount = reader.readNumber().flatMap({ Int(exactly: $0) }), largeCount < 1 << 31,
            let scanner = LiteralScanner(from: &reader), let signatureBits: Table<UInt8> = reader.readTable(),
            let triggerStarts: Table<UInt32> = reader.readTable(), let triggers: Table<UInt32> = reader.readTable(),
            let postingStarts: Table<UInt32> = reader.readTable(),
            let postings: Table<Posting> = reader.readTable(), let programs: Table<UInt32> = reader.readTable(),
            let largeStarts: Table<UInt32> = reader.readTable(), let largeClauses: Table<UInt32> = reader.readTable(),
            let always: Table<Always> = reader.readTable(), reader.isAtEnd
        else { return nil }
        (self.count, self.clauseCount, self.largeCount) = (count, clauseCount, largeCount)
        (self.scanner, self.signatureBits) = (scanner, signatureBits)
        (self.triggerStarts, self.triggers) = (triggerStarts, triggers)
        (self.postingStarts, self.postings, self.programs) = (postingStarts, postings, programs)
        (self.largeStarts, self.largeClauses, self.always) = (largeStarts, largeClauses, always)
        guard isWhole else { return nil }
    }

    /// Writes the tables.
    func write(to writer: inout TableWriter) {
        for number in [count, clauseCount, largeCount] { writer.write(UInt64(number)) }
        scanner.write(to: &writer)
        writer.write(signatureBits)
        writer.write(triggerStarts)
        writer.write(triggers)
        writer.write(postingStarts)
        writer.write(postings)
        writer.write(programs)
        writer.write(largeStarts)
        writer.write(largeClauses)
        writer.write(always)
    }

    /// How many bytes of memory the tables take.
    var byteCount: Int {
        scanner.byteCount + signatureBits.byteCount + triggerStarts.byteCount + triggers.byteCount
            + postingStarts.byteCount + postings.byteCount + programs.byteCount + largeStarts.byteCount
            + largeClauses.byteCount
            + always.byteCount
    }
}
