/// The header of a message or of a part: fields in the order in which they were added.
///
/// A value with a control character, a line separator or a directional override is refused, whoever it came from, so
/// that no text can become a field of its own. Lines have at most 76 octets wherever a value can be folded at all.
public struct HeaderBlock: Sendable, Equatable {
    /// The names of the fields.
    public private(set) var names: [String] = []
    /// The fields, each ended by CR LF.
    public private(set) var bytes: [UInt8] = []

    /// A header without fields.
    public init() {}

    /// Adds a field of free text, as encoded-words where ASCII does not do.
    ///
    /// - Parameter tag: ASCII words that come first and are never encoded, so that filters find them.
    public mutating func add(_ name: String, text: String, tag: String = "") throws(HeaderError) {
        try Self.check(text, of: name)
        try Self.check(tag, of: name, isASCII: true)
        var line = FoldedLine(name: name)
        line.append(words: tag)
        line.append(text: text)
        try add(line, name)
    }

    /// Adds a field of one address with its display name (RFC 5322 section 3.4).
    public mutating func add(_ name: String, mailbox: Mailbox) throws(HeaderError) {
        try Self.check(mailbox.name, of: name)
        try Self.check(mailbox.address.description, of: name, isASCII: true)
        var line = FoldedLine(name: name)
        line.append(mailbox: mailbox)
        try add(line, name)
    }

    /// Adds a field of ASCII words that are written as they are, folded between words.
    public mutating func add(_ name: String, words: String) throws(HeaderError) {
        try Self.check(words, of: name, isASCII: true)
        var line = FoldedLine(name: name)
        line.append(words: words)
        try add(line, name)
    }

    /// Adds a field of a token and one parameter, the parameter by RFC 2231 where ASCII does not do.
    public mutating func add(
        _ name: String, value: String, parameter: String, _ parameterValue: String
    ) throws(HeaderError) {
        try Self.check(value + parameter, of: name, isASCII: true)
        try Self.check(parameterValue, of: name)
        var line = FoldedLine(name: name)
        line.append(word: Array((value + ";").utf8))
        let segments = HeaderParameter.segments(parameter, parameterValue)
        for (index, segment) in segments.enumerated() {
            line.append(word: segment + (index + 1 < segments.count ? [0x3B] : []))
        }
        try add(line, name)
    }

    private mutating func add(_ line: FoldedLine, _ name: String) throws(HeaderError) {
        guard !name.isEmpty, name.utf8.allSatisfy({ (0x21...0x7E).contains($0) && $0 != 0x3A }) else {
            throw HeaderError(field: name, reason: .name)
        }
        guard line.longest <= FoldedLine.hardLimit else { throw HeaderError(field: name, reason: .tooLong) }
        names.append(name)
        bytes += line.bytes + [0x0D, 0x0A]
    }

    private static func check(_ value: String, of name: String, isASCII: Bool = false) throws(HeaderError) {
        if let scalar = value.unicodeScalars.first(where: \.isForbiddenInHeader) {
            throw HeaderError(field: name, reason: .control(scalar.value))
        }
        if isASCII, !value.utf8.allSatisfy({ $0 < 0x80 }) { throw HeaderError(field: name, reason: .notASCII) }
    }
}
