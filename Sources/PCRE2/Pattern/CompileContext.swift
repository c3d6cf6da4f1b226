internal import CPCRE2

/// What is fixed for every compilation, so that a pattern means the same whatever options the library was built with.
struct CompileContext: ~Copyable {
    /// Nil only when memory is short; PCRE2 then uses its build's defaults.
    let pointer: OpaquePointer?

    init() {
        pointer = pcre2_compile_context_create_8(nil)
        guard let pointer else { return }
        pcre2_set_newline_8(pointer, helpline_pcre2_newline_lf)
        pcre2_set_bsr_8(pointer, helpline_pcre2_bsr_unicode)
    }

    deinit { pcre2_compile_context_free_8(pointer) }
}
