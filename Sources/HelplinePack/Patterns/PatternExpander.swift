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
        var message: String
        var remedy: String?
        var severity = Diagnostic.Severity.error
    }

    /// What is too long for a pattern, in bytes.
    static let limit = 32_768

    /// The pattern to compile, as UTF-8.
    private(set) var bytes: [UInt8] = []
    private(set) var problems: [Problem] = []
    /// The sets it names.
    private(set) var sets: [SetID] = []
    /// Whether only the whole pattern tells if PCRE2 takes it: a lookbehind wants texts of fixed lengths, a repeated
    /// group may grow beyond PCRE2's limits.
    private(set) var isDelicate = false
    /// Where the source has to be written otherwise, in order.
    private var replacements: [(offset: Int, text: String)] = []
    /// What is wrong with the first of them.
    private var replacementMessage = ""
    /// The byte of the result whose origin is looked for, and the scalar of the source from which it comes.
    private var wantedByte = Int.max
    private var wantedOffset = 0

    private let source: [Unicode.Scalar]
    private var index = 0
    /// The literal that was just read, nil after anything else.
    private var last: Unicode.Scalar?
    private var isQuoting = false
    private var isExtended = false

    /// Reads a pattern; `group` gives the alternation of a set, nil where there is none of that name.
    init(_ text: String, group: (SetID) -> String?, suggestion: (String) -> String?) {
        source = Array(text.unicodeScalars)
        bytes.reserveCapacity(2 * text.utf8.count)
        read(group, suggestion)
        if let first = replacements.first {
            let remedy =
                first.text.hasPrefix("\\")
                ? "write \(first.text.named) for the sign itself, or \(String(first.text.dropFirst()).named)"
                    + " for what it means in patterns"
                : "write \(source.count <= 60 ? mended.named : first.text.named)"
            problems.append(
                Problem(
                    code: .deadPattern, offset: first.offset, width: 1, message: replacementMessage, remedy: remedy))
        }
        if bytes.count > Self.limit {
            let message = "the pattern has \(bytes.count) bytes with its sets filled in, more than \(Self.limit)"
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

    private mutating func restart(lookingFor byte: Int) {
        (bytes, index, last, isQuoting, isExtended) = ([], 0, nil, false, false)
        (wantedByte, wantedOffset) = (byte, max(source.count - 1, 0))
    }

    private mutating func read(_ group: (SetID) -> String?, _ suggestion: (String) -> String?) {
        while index < source.count {
            if isQuoting { readQuoted() } else { readItem(group, suggestion) }
        }
    }

    /// The source with everything replaced that has to be.
    private var mended: String {
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
    private mutating func copy(_ count: Int) {
        for _ in 0..<min(count, source.count - index) { put(source[index]) }
        last = nil
    }

    /// Writes what becomes of the scalar at hand and steps over it.
    private mutating func put(_ scalar: Unicode.Scalar) {
        mark()
        if scalar.value < 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: scalar.value))
        } else {
            bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
        }
        index += 1
    }

    /// Remembers the scalar at hand while what is looked for still lies behind.
    private mutating func mark() {
        if wantedByte != .max, bytes.count <= wantedByte { wantedOffset = index }
    }

    private func peek(_ distance: Int = 1) -> Unicode.Scalar? {
        index + distance < source.count ? source[index + distance] : nil
    }

    /// The words of sets end where a Latin letter or digit begins, so none that is Latin itself is found beside one.
    private mutating func checkNeighbours(of name: String, width: Int) {
        let before = index > 0 && source[index - 1] == "+" ? index - 2 : index - 1
        let isEscaped = before > 0 && source[before - 1] == "\\"
        let isGluedBefore = before >= 0 && source[before].isLatin && (!isEscaped || "dw".has(source[before]))
        let end = index + width
        let isEscape = end + 1 < source.count && source[end] == "\\" && "dw".has(source[end + 1])
        let isGluedBehind =
            end < source.count && source[end].isLatin && !isOptional(at: end + 1)
            || isEscape && !isOptional(at: end + 2)
        guard isGluedBefore || isGluedBehind else { return }
        problems.append(
            Problem(
                code: .deadPattern, offset: index, width: width,
                message: "no Latin word of {{\(name)}} is found right beside a letter or digit",
                remedy: "put a space or .{0,4} between them, or add the whole words to the set", severity: .warning))
    }

    private mutating func problem(_ code: DiagnosticCode, _ message: String, width: Int = 1, remedy: String? = nil) {
        problems.append(Problem(code: code, offset: index, width: width, message: message, remedy: remedy))
    }
}

extension PatternExpander {
    private mutating func readItem(_ group: (SetID) -> String?, _ suggestion: (String) -> String?) {
        switch source[index] {
        case "\\": readEscape(inClass: false)
        case "[": readClass()
        case "(": readGroupStart()
        case "{":
            if peek() == "{", let end = end(of: "}}", from: index + 2) {
                readSet(until: end, group, suggestion)
            } else {
                let width = quantifierWidth
                if width != nil, index > 0, source[index - 1] == ")" || source[index - 1] == "}" { isDelicate = true }
                copy(width ?? 1)
            }
        case ")", "|", "^", "$", ".", "*", "+", "?": copy(1)
        case " ": isExtended ? copy(1) : readSpace()
        default: readLiteral()
        }
    }

    private mutating func readQuoted() {
        if source[index] == "\\", peek() == "E" {
            isQuoting = false
            copy(2)
        } else if source[index] == " " {
            readSpace()
        } else {
            readLiteral()
        }
    }

    /// `{{name}}`: every scalar of it stands for the whole group.
    private mutating func readSet(until end: Int, _ group: (SetID) -> String?, _ suggestion: (String) -> String?) {
        let name = String(scalars: source[(index + 2)..<end]).trimmed
        let width = end + 2 - index
        mark()
        checkNeighbours(of: name, width: width)
        if let text = group(SetID(name)) {
            sets.append(SetID(name))
            bytes += text.utf8
        } else {
            problem(
                .unknownName, "there is no set \(name.named) in vocabulary.yaml", width: width,
                remedy: suggestion(name))
            // A stand-in that keeps the rest of the pattern what it is.
            bytes += "(?:x)".utf8
        }
        index += width
        last = nil
    }

    private func end(of mark: String, from start: Int) -> Int? {
        let wanted = Array(mark.unicodeScalars)
        guard start < source.count else { return nil }
        for position in start..<source.count where source[position...].starts(with: wanted) { return position }
        return nil
    }

    /// The width of `{2}`, `{2,}`, `{,2}` or `{2,3}`.
    private var quantifierWidth: Int? {
        guard let close = source[index...].firstIndex(of: "}"), close > index + 1 else { return nil }
        let inner = source[(index + 1)..<close]
        return inner.allSatisfy { $0.isASCIIDigit || $0 == "," } ? close + 1 - index : nil
    }

    /// `(`, and what belongs to it: names, options, comments, verbs, conditions.
    private mutating func readGroupStart() {
        if peek() == "*" || (peek() == "?" && "#(&P>RC0123456789+".unicodeScalars.contains(peek(2) ?? " ")) {
            if peek(2) == "P", peek(3) == "<" { return copyThrough(">") }
            if peek(2) == "(" { return copy(3) }
            return copyThrough(")")
        }
        guard peek() == "?" else { return copy(1) }
        switch peek(2) {
        case "<" where peek(3) != "=" && peek(3) != "!": copyThrough(">")
        case "<":
            isDelicate = true
            copy(4)
        case "'": copyThrough("'")
        default:
            let flags = source[(index + 2)...].prefix { $0.isASCIILetter || $0 == "^" || $0 == "-" }
            if flags.contains("x") { isExtended = true }
            copy(2 + flags.count)
        }
    }

    /// Copies up to and with the next such scalar after the first three, or all that is left.
    private mutating func copyThrough(_ end: Unicode.Scalar) {
        let start = min(index + 3, source.count)
        let close = source[start...].firstIndex(of: end) ?? source.count - 1
        copy(close + 1 - index)
    }
}

extension PatternExpander {
    /// A class; the ends of a range stay as they are, other members are literals.
    private mutating func readClass() {
        copy(1)
        if index < source.count, source[index] == "^" { copy(1) }
        if index < source.count, source[index] == "]" { copy(1) }
        while index < source.count, source[index] != "]" {
            if source[index] == "[", peek() == ":", let end = end(of: ":]", from: index + 2) {
                copy(end + 2 - index)
            } else if isRange {
                copy(2)
                if index < source.count { source[index] == "\\" ? readEscape(inClass: true) : copy(1) }
            } else if source[index] == "\\" {
                readEscape(inClass: true)
            } else {
                readLiteral()
                last = nil
            }
        }
        if index < source.count { copy(1) }
    }

    private var isRange: Bool {
        source[index] != "\\" && peek() == "-" && peek(2) != nil && peek(2) != "]"
    }

    /// A literal character: Han characters are simplified, others must be as normalising leaves them.
    private mutating func readLiteral() {
        let scalar = source[index]
        if scalar.value < 0x80, scalar.value > 0x20 {
            put(scalar)
            last = isOptional(at: index) ? nil : scalar
            return
        }
        if let last, scalar.value >= 0x300, let joined = ScalarFolding.joins(last, scalar) {
            replacements.append((index - 1, String(joined)))
            replace("\(String(last).named) and the mark after it are one character in messages", with: "")
            return
        }
        switch ScalarFolding.of(scalar) {
        case .kept:
            put(scalar)
        case .replaced(let target) where scalar.isHan:
            put(target)
        case .replaced(let target):
            replace(
                "\(String(scalar).named) is \(String(target).named) in every message", with: target.escapedInPattern)
        case .space:
            replace("the white space U+\(scalar.hex) is a space in every message, or nothing beside Chinese", with: " ")
        case .dropped:
            replace("U+\(scalar.hex) is left out of every message", with: "")
        }
        last = isOptional(at: index) ? nil : scalar
    }

    /// Notes the first character that cannot occur; the remedy shows the whole pattern.
    private mutating func replace(_ message: String, with text: String) {
        if replacementMessage.isEmpty { replacementMessage = message }
        replacements.append((index, text))
        put(source[index])
    }

    /// A space cannot occur beside a Han character, nor beside another space.
    private mutating func readSpace() {
        let isNeeded = !isOptional(at: index + 1)
        if isNeeded, last == " " {
            problem(.deadPattern, "two spaces side by side occur in no message", remedy: "write one")
        } else if isNeeded, last?.isHan == true || nextIsHan {
            problem(
                .deadPattern, "a space beside a Chinese character occurs in no message",
                remedy: "leave the space out, or write .{0,4} where other words may stand")
        }
        put(" ")
        last = isNeeded ? " " : nil
    }

    private var nextIsHan: Bool {
        guard let next = peek() else { return false }
        return next.isHan && !isOptional(at: index + 2)
    }

    /// Whether a quantifier stands here that takes nothing too.
    private func isOptional(at position: Int) -> Bool {
        guard position < source.count else { return false }
        switch source[position] {
        case "?", "*": return true
        case "{": return position + 1 < source.count && (source[position + 1] == "0" || source[position + 1] == ",")
        default: return false
        }
    }
}

extension PatternExpander {
    /// `\` and what belongs to it.
    private mutating func readEscape(inClass: Bool) {
        guard let kind = peek() else { return copy(1) }
        if kind == "Q", !inClass { isQuoting = true }
        let width = escapeWidth(kind)
        if let scalar = escapedScalar(kind, width) {
            checkEscaped(scalar, width)
        } else if !inClass, "nrtfR".unicodeScalars.contains(kind), !isOptional(at: index + 2) {
            problem(
                .deadPattern, "\\\(kind) occurs in no message: line ends and tabs are read as spaces", width: 2,
                remedy: "write a space, or .{0,4} where other words may stand")
        }
        copy(width)
    }

    /// How many scalars an escape has.
    private func escapeWidth(_ kind: Unicode.Scalar) -> Int {
        if "xopPNkgG".unicodeScalars.contains(kind), peek(2) == "{", let close = end(of: "}", from: index + 3) {
            return close + 1 - index
        }
        if kind == "x" {
            let digits = source[min(index + 2, source.count)...].prefix(2).prefix { Character($0).isHexDigit }
            return 2 + digits.count
        }
        return 2
    }

    /// The character that `\x41`, `\x{8CE8}` or `\N{U+8CE8}` stands for.
    private func escapedScalar(_ kind: Unicode.Scalar, _ width: Int) -> Unicode.Scalar? {
        guard kind == "x" || kind == "N" else { return nil }
        let digits = String(scalars: source[(index + 2)..<(index + width)].filter { $0 != "{" && $0 != "}" })
        let hex = digits.hasPrefix("U+") ? String(digits.dropFirst(2)) : digits
        return UInt32(hex, radix: 16).flatMap(Unicode.Scalar.init)
    }

    private mutating func checkEscaped(_ scalar: Unicode.Scalar, _ width: Int) {
        let written = String(scalars: source[index..<(index + width)])
        switch ScalarFolding.of(scalar) {
        case .replaced(let target):
            problem(
                .deadPattern, "\(written) is \(String(target).named) in every message", width: width,
                remedy: "write \(target.escapedInPattern)")
        case .space where scalar != " ":
            problem(.deadPattern, "\(written) is a space in every message, or nothing beside Chinese", width: width)
        case .dropped: problem(.deadPattern, "\(written) is left out of every message", width: width)
        default: break
        }
    }
}

extension String {
    /// Whether the text has a scalar.
    fileprivate func has(_ scalar: Unicode.Scalar) -> Bool { unicodeScalars.contains(scalar) }
}

extension Unicode.Scalar {
    /// The character as a pattern has to write it.
    fileprivate var escapedInPattern: String {
        "\\^$.[]|()?*+{}".unicodeScalars.contains(self) ? "\\\(self)" : String(self)
    }
}
