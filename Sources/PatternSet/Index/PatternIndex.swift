/// Which patterns a text can match at all, told by the literals that occur in it.
///
/// Every pattern needs some clauses (``PatternShape/clauses``): sets of literals of which one has to occur. A pattern is
/// found by the rarest of its clauses, its trigger; then one other clause is looked at, by bits; then the order of its
/// literals and the distances between them. What is left is what PCRE2 has to try. The index never misses a pattern that
/// matches, and keeps some that do not.
///
/// The arrays are laid out so that a pattern that is looked at costs one or two lines of cache: its posting, and its
/// program with the numbers of its literals inside.
public struct PatternIndex: Sendable {
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
    struct Always: Sendable {
        var masks: [CharacterMask]
        var pattern: Int
    }

    let plan: IndexPlan
    let scanner: LiteralScanner

    /// The bit of each literal in the signature of a text.
    let signatureBits: [UInt8]

    /// The triggers of each literal: from its start to the start of the next.
    let triggerStarts: [UInt32]
    let triggers: [Trigger]
    let postings: [Posting]
    let programs: [UInt32]

    /// The large clauses of each literal, as ``triggerStarts`` has it.
    let largeStarts: [UInt32]
    let largeClauses: [UInt32]

    /// How many clauses are large.
    let largeCount: Int

    /// The patterns that are tried on every text, or on every one with certain kinds of characters.
    let always: [Always]

    init(_ plan: IndexPlan) {
        var layout = IndexLayout(plan)
        layout.layOut()
        self.plan = plan
        scanner = layout.scanner
        signatureBits = layout.signatureBits
        triggerStarts = layout.triggerStarts
        triggers = layout.triggers
        postings = layout.postings
        programs = layout.programs
        largeStarts = layout.largeStarts
        largeClauses = layout.largeClauses
        largeCount = layout.largeCount
        always = layout.always
    }

    /// How many patterns it tells of.
    public var count: Int { plan.count }

    /// How many clauses there are.
    var clauseCount: Int { plan.clauses.count }

    /// How many bytes of memory the index takes, what is kept for ``record`` left out.
    public var byteCount: Int {
        scanner.byteCount + signatureBits.count + 4 * (triggerStarts.count + programs.count + largeStarts.count)
            + 4 * largeClauses.count + 12 * triggers.count + 24 * postings.count + 24 * always.count
    }

    /// How many patterns are candidates whatever the text says.
    public var alwaysCount: Int { always.count }
}

/// A bit for each of the literals that occur most often among clauses, and some that the others share.
struct Signature: BitwiseCopyable {
    var low: UInt64 = 0
    var high: UInt64 = 0

    static let all = Signature(low: .max, high: .max)

    /// How many literals have a bit of their own; the rest of the 128 is shared.
    static let ownBits = 96

    @inline(__always)
    mutating func insert(_ bit: UInt8) {
        if bit < 64 { low |= 1 << UInt64(bit) } else { high |= 1 << UInt64(bit & 63) }
    }

    @inline(__always)
    func meets(_ other: Signature) -> Bool { low & other.low | high & other.high != 0 }
}
