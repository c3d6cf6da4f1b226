internal import CPCRE2

/// What became of one attempt to match.
public enum MatchOutcome: Sendable, Hashable {
    /// The pattern matches; ``CodeStore/withCaptures(_:)`` has the places.
    case match(by: Engine)

    /// The pattern does not match: the whole text was tried.
    case noMatch(by: Engine)

    /// The attempt was cut off: whether the pattern matches is unknown.
    case limit(Limit)

    /// The pattern was not tried.
    case notRunnable(Obstacle)

    /// What ran the pattern.
    public enum Engine: Sendable, Hashable {
        /// Machine code.
        case jit

        /// PCRE2's interpreter, which only runs where the policy allows it.
        case interpreter
    }

    /// What cut an attempt off; the raw value is PCRE2's error number.
    public enum Limit: Int32, Sendable, Hashable {
        /// `PCRE2_ERROR_JIT_STACKLIMIT`: the 32 KiB of stack that machine code has were not enough.
        case stack = -46

        /// `PCRE2_ERROR_MATCHLIMIT`: ``MatchLimits/steps`` were spent.
        case steps = -47

        /// `PCRE2_ERROR_NOMEMORY`: memory for matching could not be had.
        case memory = -48

        /// `PCRE2_ERROR_RECURSELOOP`: the pattern calls itself at the same place.
        case recursion = -52

        /// `PCRE2_ERROR_DEPTHLIMIT`: ``MatchLimits/depth`` was reached, in the interpreter.
        case depth = -53

        /// `PCRE2_ERROR_HEAPLIMIT`: ``MatchLimits/heapKibibytes`` were used, in the interpreter.
        case heap = -63
    }

    /// Why a pattern was not tried.
    public enum Obstacle: Sendable, Hashable {
        /// There is no machine code for it, and the policy or the pattern does not allow the interpreter.
        case noMachineCode

        /// Memory for code or match data could not be had.
        case outOfMemory

        /// The text is not valid UTF-8.
        case invalidText

        /// PCRE2 refused the call with an error that none of the other cases names.
        case refused(code: Int32)
    }

    /// Whether the pattern matches.
    public var isMatch: Bool {
        if case .match = self { true } else { false }
    }

    /// Whether the pattern was tried to the end and does not match.
    public var isNoMatch: Bool {
        if case .noMatch = self { true } else { false }
    }

    /// Reads the return value of `pcre2_match` or `pcre2_jit_match` (pcre2api, “The return value from pcre2_match()”).
    ///
    /// Zero is a match whose offset vector was too small for its groups.
    init(result: Int32, by engine: Engine) {
        if result >= 0 {
            self = .match(by: engine)
        } else if result == PCRE2_ERROR_NOMATCH {
            self = .noMatch(by: engine)
        } else if result == PCRE2_ERROR_JIT_BADOPTION {
            self = .notRunnable(.noMachineCode)
        } else if let limit = Limit(rawValue: result) {
            self = .limit(limit)
        } else {
            self = .notRunnable(.refused(code: result))
        }
    }
}
