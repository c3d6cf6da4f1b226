/// Which of PCRE2's two engines may run a pattern.
public enum EnginePolicy: Sendable, Hashable {
    /// Only machine code; a pattern for which there is none is not run, and the outcome says so.
    case jitOnly

    /// The interpreter runs a pattern for which there is no machine code, if its source calls it bounded.
    ///
    /// For systems that forbid machine code. The interpreter's limits do not bound its time on patterns with unbounded
    /// repeats, so those stay unrun.
    case interpreterAllowed
}
