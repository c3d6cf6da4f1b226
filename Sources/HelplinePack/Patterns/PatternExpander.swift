internal import HelplineCore
internal import PCRE2

/// Reads a pattern as its author wrote it and makes the pattern that is compiled: sets filled in, traditional Han
/// characters simplified, and notes what can never match a normalised message.
///
/// The reader knows as much of PCRE2's syntax as it takes to tell literal characters from all others; whether the rest
/// is right, PCRE2 itself says.
struct PatternExpander {
    /// Something wrong, with its place in scalars of the source.
    struct Problem {
        var code: DiagnosticCode
        var offset: Int
        var width: Int
        var message: Sentence
        var remedy: Sentence?
        var severity = Diagnostic.Severity.error
    }

    /// What is too long for a pattern, in bytes.
    static let limit = 32_768

    /// The pattern to compile, as UTF-8.
    var bytes: [UInt8] = []
    var problems: [Problem] = []
    /// The sets it names.
    var sets: [SetID] = []
    /// Whether only the whole pattern tells if PCRE2 takes it: a lookbehind wants texts of fixed lengths, a repeated
    /// group may grow beyond PCRE2's limits.
    var isDelicate = false
    /// Where the source has to be written otherwise, in order.
    var replacements: [(offset: Int, text: String)] = []
    /// What is wrong with the first of them.
    var replacementMessage: Sentence = ""
    /// The byte of the result whose origin is looked for, and the scalar of the source from which it comes.
    var wantedByte = Int.max
    var wantedOffset = 0

    let source: [Unicode.Scalar]
    var index = 0
    /// The literal that was just read, nil after anything else.
    var last: Unicode.Scalar?
    var isQuoting = false
    var isExtended = false

    /// Reads a pattern; `group` gives the alternation of a set, nil where there is none of that name.
    init(_ text: String, group: (SetID) -> String?, suggestion: (String) -> Sentence?) {
        source = Array(text.unicodeScalars)
        bytes.reserveCapacity(2 * text.utf8.count)
        read(group, suggestion)
        if let first = replacements.first {
            let remedy: Sentence =
                first.text.hasPrefix("\\")
                ? "write \(first.text.named) for the sign itself, or \(String(first.text.dropFirst()).named)"
                    + " for what it means in patterns"
                : "write \(source.count <= 60 ? mended.named : first.text.named)"
            problems.append(
                Problem(
                    code: .deadPattern, offset: first.offset, width: 1, message: replacementMessage, remedy: remedy))
        }
        if bytes.count > Self.limit {
            let message: Sentence =
                "the pattern has \(bytes.count) bytes with its sets filled in, more than \(Self.limit)"
            problems.append(
                Problem(code: .longPattern, offset: 0, width: source.count, message: message, remedy: "split it"))
        }
    }

    /// The pattern to compile.
    var result: String { String(decoding: bytes, as: UTF8.self) }

    /// The pattern, compiled as far as it takes to know that it is one.
    func pattern() throws(PatternError) -> Pattern {
        guard let skeleton else { return try Pattern(result) }
        return Pattern(result, filledFrom: try Pattern(skeleton))
    }

    /// The pattern with the least group in place of each set, where compiling that is proof enough; else nil.
    var skeleton: String? {
        guard !sets.isEmpty, !isDelicate, bytes.count <= Self.limit / 2 else { return nil }
        var small = self
        small.restart(lookingFor: .max)
        small.read({ _ in "(?:x)" }, { _ in nil })
        return small.result
    }

    /// The scalar of the source from which a byte of the result comes; reads the pattern once more.
    func sourceOffset(ofByte offset: Int, group: (SetID) -> String?) -> Int {
        var again = self
        again.restart(lookingFor: offset)
        again.read(group, { _ in nil })
        return again.wantedOffset
    }

    mutating func restart(lookingFor byte: Int) {
        (bytes, index, last, isQuoting, isExtended) = ([], 0, nil, false, false)
        (wantedByte, wantedOffset) = (byte, max(source.count - 1, 0))
    }

    mutating func read(_ group: (SetID) -> String?, _ suggestion: (String) -> Sentence?) {
        while index < source.count {
            if isQuoting { readQuoted() } else { readItem(group, suggestion) }
        }
    }

    /// The source with everything replaced that has to be.
    var mended: String {
        var text = String.UnicodeScalarView()
        var rest = replacements[...]
        for (offset, scalar) in source.enumerated() {
            if let next = rest.first, next.offset == offset {
                text.append(contentsOf: next.text.unicodeScalars)
                rest.removeFirst()
            } else {
                text.append(scalar)
            }
        }
        return String(text)
    }

    /// Copies scalars that have a meaning of their own.
    mutating func copy(_ count: Int) {
        for _ in 0..<min(count, source.count - index) { put(source[index]) }
        last = nil
    }

    /// Writes what becomes of the scalar at hand and steps over it.
    mutating func put(_ scalar: Unicode.Scalar) {
        mark()
        if scalar.value < 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: scalar.value))
        } else {
            bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
        }
        index += 1
    }

    /// Remembers the scalar at hand while what is looked for still lies behind.
    mutating func mark() {
        if wantedByte != .max, bytes.count <= wantedByte { wantedOffset = index }
    }

    func peek(_ distance: Int = 1) -> Unicode.Scalar? {
        index + distance < source.count ? source[index + distance] : nil
    }

    /// Notes a problem; one pattern needs no more than twenty.
    mutating func problem(_ code: DiagnosticCode, _ message: Sentence, width: Int = 1, remedy: Sentence? = nil) {
        guard problems.count < 20 else { return }
        problems.append(Problem(code: code, offset: index, width: width, message: message, remedy: remedy))
    }
}
