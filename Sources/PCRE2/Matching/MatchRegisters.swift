internal import CPCRE2

/// The memory that PCRE2 writes to while it matches: match data and match context of one loop.
struct MatchRegisters: ~Copyable {
    /// How many offset pairs there is room for.
    let pairs: Int

    /// The offset vector, which the next run overwrites.
    let offsets: UnsafePointer<Int>?

    private let data: OpaquePointer?
    private let context: OpaquePointer?
    private let limits: MatchLimits

    /// Makes room for that many offset pairs, at least one.
    init(pairs: Int, limits: MatchLimits) {
        // The library holds at most 65,535 groups, and so do its functions (pcre2limits).
        self.pairs = min(max(pairs, 1), 65_535)
        data = pcre2_match_data_create_8(UInt32(self.pairs), nil)
        offsets = data.map { UnsafePointer(pcre2_get_ovector_pointer_8($0)) }
        context = pcre2_match_context_create_8(nil)
        self.limits = limits
        guard let context else { return }
        pcre2_set_match_limit_8(context, limits.steps)
        pcre2_set_depth_limit_8(context, limits.depth)
        pcre2_set_heap_limit_8(context, limits.heapKibibytes)
    }

    deinit {
        pcre2_match_data_free_8(data)
        pcre2_match_context_free_8(context)
    }

    /// Whether memory could be had; without it nothing may be run.
    var isReady: Bool { data != nil && context != nil }

    /// Runs machine code; `pcre2_jit_match` checks none of its arguments (pcre2jit, “JIT fast path API”), so the code
    /// MUST have been compiled to machine code and the text MUST be valid UTF-8.
    func runMachineCode(_ code: OpaquePointer, on text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int32 {
        withExistingBase(of: text) { pcre2_jit_match_8(code, $0, text.count, start, 0, data, context) }
    }

    /// Runs the interpreter without its check of the text, which MUST be valid UTF-8.
    func interpret(_ code: OpaquePointer, on text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int32 {
        withExistingBase(of: text) {
            pcre2_match_8(code, $0, text.count, start, UInt32(PCRE2_NO_UTF_CHECK) | UInt32(PCRE2_NO_JIT), data, context)
        }
    }

    /// Runs the interpreter likewise, with fewer steps where that is less than what the limits allow.
    func interpret(
        _ code: OpaquePointer, on text: UnsafeBufferPointer<UInt8>, from start: Int, steps: UInt32
    ) -> Int32 {
        pcre2_set_match_limit_8(context, min(steps, limits.steps))
        defer { pcre2_set_match_limit_8(context, limits.steps) }
        return interpret(code, on: text, from: start)
    }

    /// An empty buffer may have no address, and the machine code must be given one.
    private func withExistingBase(
        of text: UnsafeBufferPointer<UInt8>, _ body: (UnsafePointer<UInt8>) -> Int32
    ) -> Int32 {
        if let base = text.baseAddress { return body(base) }
        var nothing: UInt8 = 0
        return withUnsafePointer(to: &nothing, body)
    }
}
