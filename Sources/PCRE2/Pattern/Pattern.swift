internal import CPCRE2

/// A PCRE2 pattern as a value: its text and options, known to compile, and what PCRE2 says about it.
///
/// A pattern holds no compiled code. Code cannot be shared while it is being compiled to machine instructions, so each
/// loop compiles its own copy at first use and keeps it in a ``CodeStore``; a pattern can be copied, hashed and sent
/// anywhere.
///
/// ```swift
/// let pattern = try Pattern("(?<asset>BTC|ETH).{0,6}(lost|gone)")
/// pattern.names.numbers(of: "asset")   // [1]
/// ```
///
/// Patterns are unanchored and compiled with `PCRE2_UTF`, and with `PCRE2_CASELESS` unless asked otherwise. They are
/// compiled without `PCRE2_UCP`: with it every Han character is a word character, and `\breset\b` no longer matches in
/// “我要reset密码”. `\C` is refused, because it can cut a character in two (pcre2unicode).
public struct Pattern: Sendable {
    /// The pattern as its author wrote it.
    public let text: String

    /// How the text is to be read.
    public let options: Options

    /// The highest group number of the pattern, 0 when it captures nothing.
    public let captureCount: Int

    /// The named groups of the pattern.
    public let names: CaptureNames

    /// A lower bound, in characters, on the length of what the pattern matches.
    public let minimumLength: Int

    /// Whether the pattern can match the empty string, as far as PCRE2 can tell.
    public let matchesEmpty: Bool

    /// Compiles the text once to prove that it is a pattern, and keeps what PCRE2 knows about it.
    ///
    /// Costs a few microseconds. Any text that starts with `(*` is refused: what stands there could switch off UTF
    /// checks, Unicode mode or machine code, or set limits (pcre2syntax, “Option setting” and “Backtracking control”),
    /// and those are not for the author of a pattern to decide.
    ///
    /// - Throws: ``PatternError`` with PCRE2's own message and the byte offset of the fault.
    public init(_ text: String, options: Options = []) throws(PatternError) {
        guard !text.utf8.starts(with: [0x28, 0x2A]) else {
            throw PatternError(
                code: .leadingOption,
                message: "a pattern must not start with (*…), which would set options or limits of the matcher",
                offset: 0,
                pattern: text
            )
        }
        let code = try CompiledCode(text, options: options)
        self.text = text
        self.options = options
        captureCount = Int(code.number(helpline_pcre2_info_capture_count))
        minimumLength = Int(code.number(helpline_pcre2_info_min_length))
        matchesEmpty = code.number(helpline_pcre2_info_match_empty) != 0
        names = code.names()
    }
}

extension Pattern {
    /// Whether something in it may repeat without end, as far as its characters tell.
    ///
    /// Machine code of such a pattern notes how far a repeat came and fails early where a later place would only come as
    /// far. In 10.42 it does so after an alternative was given up, too, and then misses `(?:ab abs|ab).*a` in “ab abs”
    /// (PCRE2 issue 336). It does not where PCRE2 is told to do nothing before it starts to match, or to match at one
    /// place alone.
    var mayRepeatWithoutEnd: Bool {
        var last: UInt8 = 0
        for byte in text.utf8 {
            if byte == 0x2A || byte == 0x2B || byte == 0x7D && last == 0x2C { return true }
            last = byte
        }
        return false
    }
}

extension Pattern: Hashable {
    /// Compares the bytes of the texts: `String` equality would call two different patterns equal when they are
    /// canonically equivalent.
    public static func == (left: Pattern, right: Pattern) -> Bool {
        left.options == right.options && left.text.utf8.elementsEqual(right.text.utf8)
    }

    /// Hashes what `==` compares.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(options)
        for byte in text.utf8 { hasher.combine(byte) }
    }
}
