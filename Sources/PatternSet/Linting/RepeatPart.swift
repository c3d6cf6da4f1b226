/// A part of a pattern that repeats without an end, as the parser has met it.
struct RepeatPart {
    /// Where it stands, its quantifier included, in characters (scalars) of the pattern.
    var range: Range<Int>

    /// Where the quantifier starts.
    var quantifier: Int

    /// The least characters of one turn.
    var least: Int

    /// The characters of a turn where it is a single one of ASCII; nil for anything else.
    var mask: CharacterMask?

    /// Whether a turn is a single character.
    var isOneCharacter: Bool

    /// Whether what was taken is never given back.
    var isPossessive: Bool
}
