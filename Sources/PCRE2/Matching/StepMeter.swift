internal import CPCRE2

/// Counts how much work PCRE2 does for a pattern on a text, in steps that are the same on every machine.
///
/// A step is a call of the interpreter's inner match function, as the match limit counts them (pcre2api,
/// `pcre2_set_match_limit`); the number is found as pcre2test's `find_limits` does, by looking for the smallest limit
/// that is enough. The interpreter and not machine code, because machine code does not count repeats of single
/// characters.
public struct StepMeter: ~Copyable {
    private let code: CompiledCode
    private let data: OpaquePointer?
    private let context: OpaquePointer?

    /// Compiles the pattern, without the look for characters that it needs: whoever writes a message to make matching
    /// slow writes those too.
    ///
    /// - Throws: what makes its text no pattern.
    public init(_ pattern: Pattern) throws(PatternError) {
        code = try CompiledCode(pattern.text, options: pattern.options, asWritten: true)
        data = pcre2_match_data_create_8(1, nil)
        context = pcre2_match_context_create_8(nil)
    }

    deinit {
        pcre2_match_data_free_8(data)
        pcre2_match_context_free_8(context)
    }

    /// Whether so many steps are enough from each place at which a match may start; true where memory is short.
    public func isEnough(_ steps: Int, for text: UTF8Span) -> Bool {
        guard let data, let context else { return true }
        pcre2_set_match_limit_8(context, UInt32(clamping: steps))
        let result = text.span.withUnsafeBufferPointer { bytes in
            guard let base = bytes.baseAddress else { return PCRE2_ERROR_NOMATCH }
            return pcre2_match_8(
                code.pointer, base, bytes.count, 0, UInt32(PCRE2_NO_UTF_CHECK) | UInt32(PCRE2_NO_JIT), data, context)
        }
        return result != PCRE2_ERROR_MATCHLIMIT && result != PCRE2_ERROR_DEPTHLIMIT && result != PCRE2_ERROR_HEAPLIMIT
    }

    /// The smallest number of steps that is enough, nil where it is above a limit.
    ///
    /// Costs about twenty runs.
    public func steps(for text: UTF8Span, upTo limit: Int) -> Int? {
        guard isEnough(limit, for: text) else { return nil }
        var low = 0
        var high = limit
        while low < high {
            let middle = (low + high) / 2
            if isEnough(middle, for: text) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
