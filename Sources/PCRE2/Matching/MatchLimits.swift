/// What one call of the matcher may spend; counts and sizes, never time, so that an answer does not depend on load.
///
/// The match limit holds for each position at which a match may start, and counts differently in machine code than in
/// the interpreter (pcre2api, `pcre2_set_match_limit`; pcre2jit). It bounds a call empirically: no pattern measured on
/// 512 characters took more than 1.4 ms at the default.
public struct MatchLimits: Sendable, Hashable {
    /// How often the matcher may call its inner match function from one start position.
    public let steps: UInt32

    /// How deep the interpreter may nest; machine code does not count depth.
    public let depth: UInt32

    /// The heap the interpreter may use, in kibibytes; at least 1,024.
    public let heapKibibytes: UInt32

    /// Sets the limits.
    ///
    /// A heap limit below 1 MiB is raised to it: versions before 10.43 could write beyond a frame that was larger than
    /// the limit (PCRE2's change log for 10.43).
    public init(steps: UInt32 = 10_000, depth: UInt32 = 10_000, heapKibibytes: UInt32 = 8_192) {
        self.steps = steps
        self.depth = depth
        self.heapKibibytes = max(heapKibibytes, 1_024)
    }
}
