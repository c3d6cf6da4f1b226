/// What a search walks through: tables laid out so that a pattern that is looked at costs one or two lines of cache, its
/// posting, and its program with the numbers of its literals inside.
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

    /// A clause that a literal meets, and the patterns it leads to.
    struct Trigger: BitwiseCopyable {
        var clause: UInt32
        var first: UInt32
        var count: UInt32
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

    let plan: IndexPlan
    let scanner: LiteralScanner

    /// The bit of each literal in the signature of a text.
    let signatureBits: Table<UInt8>

    /// The triggers of each literal: from its start to the start of the next.
    let triggerStarts: Table<UInt32>
    let triggers: Table<Trigger>
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
        self.plan = plan
        scanner = layout.scanner
        signatureBits = Table(layout.signatureBits)
        triggerStarts = Table(layout.triggerStarts)
        triggers = Table(layout.triggers)
        postings = Table(layout.postings)
        programs = Table(layout.programs)
        largeStarts = Table(layout.largeStarts)
        largeClauses = Table(layout.largeClauses)
        largeCount = layout.largeCount
        always = Table(layout.always)
    }

    /// How many patterns there are.
    var count: Int { plan.count }

    /// How many clauses there are.
    var clauseCount: Int { plan.clauses.count }

    /// How many bytes of memory the tables take, the plan left out.
    var byteCount: Int {
        scanner.byteCount + signatureBits.byteCount + triggerStarts.byteCount + triggers.byteCount
            + postings.byteCount + programs.byteCount + largeStarts.byteCount + largeClauses.byteCount
            + always.byteCount
    }
}
