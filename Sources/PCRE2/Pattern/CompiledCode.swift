internal import CPCRE2

/// A compiled pattern of PCRE2, freed with the value that holds it.
struct CompiledCode: ~Copyable {
    /// Where a match may start.
    enum Anchoring {
        /// At any place from where matching begins.
        case anywhere
        /// Where matching begins, and nowhere else.
        case atStart
    }

    let pointer: OpaquePointer

    /// Compiles the text, with line feed as the newline whatever the library was built with.
    ///
    /// - Parameters:
    ///   - anchoring: where a match may start.
    ///   - asWritten: whether PCRE2 is to leave out what it does before it starts to match.
    ///   - announcingItems: whether a callout is to stand before every item.
    init(
        _ text: String, options: Pattern.Options, anchoring: Anchoring = .anywhere, asWritten: Bool = false,
        announcingItems: Bool = false
    ) throws(PatternError) {
        var text = text
        var bits = options.compileBits
        if anchoring == .atStart { bits |= UInt32(PCRE2_ANCHORED) }
        if asWritten { bits |= UInt32(PCRE2_NO_START_OPTIMIZE) }
        if announcingItems { bits |= UInt32(PCRE2_AUTO_CALLOUT) }
        let context = CompileContext()
        var code: Int32 = 0
        var offset = 0
        let compiled = text.withUTF8 { bytes in
            pcre2_compile_8(bytes.baseAddress, bytes.count, bits, &code, &offset, context.pointer)
        }
        guard let compiled else {
            throw PatternError(
                code: PatternError.Code(rawValue: code),
                message: CompiledCode.message(for: code),
                offset: min(offset, text.utf8.count),
                pattern: text
            )
        }
        pointer = compiled
    }

    deinit { pcre2_code_free_8(pointer) }

    /// Adds machine code; false where the library, the machine or the size of the pattern does not allow it.
    ///
    /// Call it before anybody else can see the code: compiling is not safe beside matching (pcre2jit).
    static func compileToMachineCode(_ code: OpaquePointer) -> Bool {
        pcre2_jit_compile_8(code, UInt32(PCRE2_JIT_COMPLETE)) == 0
    }

    /// Gives up the code, which the caller then frees.
    consuming func release() -> OpaquePointer {
        let released = pointer
        discard self
        return released
    }

    /// One of the 32-bit numbers of `pcre2_pattern_info`, 0 where it is not known.
    func number(_ what: UInt32) -> UInt32 {
        var value: UInt32 = 0
        return pcre2_pattern_info_8(pointer, what, &value) == 0 ? value : 0
    }

    /// The table of names: each entry is a big-endian group number, the name and a zero byte (pcre2api).
    func names() -> CaptureNames {
        let count = Int(number(helpline_pcre2_info_name_count))
        let size = Int(number(helpline_pcre2_info_name_entry_size))
        var table: UnsafePointer<UInt8>?
        guard count > 0, size > 3, pcre2_pattern_info_8(pointer, helpline_pcre2_info_name_table, &table) == 0,
            let table
        else { return CaptureNames([]) }
        return CaptureNames(
            (0..<count).map { index in
                let entry = UnsafeBufferPointer(start: table + index * size, count: size)
                return CaptureNames.Entry(
                    name: String(decoding: entry.dropFirst(2).prefix { $0 != 0 }, as: UTF8.self),
                    number: Int(entry[0]) << 8 | Int(entry[1])
                )
            })
    }

    private static func message(for code: Int32) -> String {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 256) { buffer in
            let length = pcre2_get_error_message_8(code, buffer.baseAddress, buffer.count)
            guard length >= 0 else { return "PCRE2 gave error \(code) without a message" }
            return String(decoding: buffer.prefix(Int(length)), as: UTF8.self)
        }
    }
}
