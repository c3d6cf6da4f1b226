/// What a pattern needs beside its trigger, as a row of numbers.
///
/// The steps of an order come last one first: what is left in the end is where the first literals of a match stand, and
/// so where PCRE2 may begin. A step is one number with its kind in the lowest three bits, a count or a clause above
/// them, and marks in the highest four; then two numbers for the gap of a step that stands before another, then its literals. Clauses with many
/// literals are named by a number and not repeated.
enum PatternProgram {
    /// The kinds of steps.
    enum Kind: UInt32 {
        /// The program ends.
        case end = 0
        /// One of four numbers' worth of ASCII characters occurs.
        case mask = 1
        /// One of the literals occurs.
        case anywhere = 2
        /// One of the literals occurs: the last one in the order.
        case last = 3
        /// One of the literals occurs before the step that was read before, at some distance.
        case before = 4
        /// The order that follows is all there is to a pattern, which is plain.
        case plain = 5
        /// The program ends, and what it asked for is all there is to the pattern: it matches the start of the text.
        case allMet = 6
    }

    /// The end of a program: how many characters before the first literals of the order a match starts.
    static func end(lead: CharacterWidth) -> UInt32 {
        guard let most = lead.maximum else { return Kind.end.rawValue }
        return Kind.end.rawValue | (lead.minimum == most ? fixedBit : 0) | (UInt32(most) + 1) << 4
    }

    /// The bit of an end that says that its lead is always the same.
    private static let fixedBit: UInt32 = 8

    /// Whether the lead that ``end(lead:)`` wrote is always the same; else it is at least nothing.
    @inline(__always)
    static func isLeadFixed(_ word: UInt32) -> Bool { word & fixedBit != 0 }

    /// The largest lead that ``end(lead:)`` wrote; negative where there is no end to it.
    @inline(__always)
    static func lead(_ word: UInt32) -> Int { Int(word >> 4) - 1 }

    /// The bits of a step that say its kind.
    static let kindBits: UInt32 = 7

    /// Clauses with more literals are named by a number.
    static let inlineLimit = 12

    /// The bit that tells a named clause from a row of literals.
    static let isNamed: UInt32 = 8

    /// A gap without an end.
    static let unlimited = UInt32.max

    /// Writes the need for one of some ASCII characters.
    static func write(_ mask: CharacterMask, to program: inout [UInt32]) {
        program.append(Kind.mask.rawValue)
        program += mask.numbers
    }

    /// Writes the need for one of some literals, or for a large clause by its number.
    static func write(
        _ literals: [UInt32], large: UInt32?, gap: CharacterWidth, marks: PlainForm.Marks, as kind: Kind,
        to program: inout [UInt32]
    ) {
        let operand = large.map { $0 << 4 | isNamed } ?? UInt32(literals.count) << 4
        program.append(marks.rawValue << markShift | operand | kind.rawValue)
        if kind == .before {
            program.append(UInt32(gap.minimum))
            program.append(gap.maximum.map { UInt32($0) } ?? unlimited)
        }
        program += literals
    }

    /// The marks of a step stand in its highest four bits.
    private static let markShift: UInt32 = 28

    /// What a step says beside its kind: how many literals follow, or the number of a clause.
    @inline(__always)
    static func operand(_ word: UInt32) -> UInt32 { word >> 4 & 0xFF_FFFF }

    /// The marks of a step.
    @inline(__always)
    static func marks(_ word: UInt32) -> PlainForm.Marks { PlainForm.Marks(rawValue: word >> markShift) }

    /// How many literals a step has in it: none where it names a clause.
    @inline(__always)
    static func literalCount(_ word: UInt32) -> Int { word & isNamed != 0 ? 0 : Int(operand(word)) }

    /// Reads what was written of a mask.
    @inline(__always)
    static func mask(_ numbers: UnsafePointer<UInt32>) -> CharacterMask {
        var mask = CharacterMask()
        mask.low = UInt64(numbers[0]) | UInt64(numbers[1]) << 32
        mask.high = UInt64(numbers[2]) | UInt64(numbers[3]) << 32
        return mask
    }
}
