/// Appends JSON to bytes, members in the order of the calls, no white space.
///
/// ```swift
/// var writer = JSONWriter()
/// writer.beginObject()
/// writer.name("type")
/// writer.string("pong")
/// writer.endObject()
/// ```
///
/// It checks no nesting: what is written is what was called.
public struct JSONWriter: Sendable {
    /// What was written.
    public private(set) var bytes: [UInt8]
    private var needsComma = false

    /// Begins with room for so many bytes.
    public init(reservingCapacity capacity: Int = 256) {
        bytes = []
        bytes.reserveCapacity(capacity)
    }

    /// Opens an object.
    public mutating func beginObject() {
        separate()
        bytes.append(UInt8(ascii: "{"))
        needsComma = false
    }

    /// Closes an object.
    public mutating func endObject() {
        bytes.append(UInt8(ascii: "}"))
        needsComma = true
    }

    /// Opens an array.
    public mutating func beginArray() {
        separate()
        bytes.append(UInt8(ascii: "["))
        needsComma = false
    }

    /// Closes an array.
    public mutating func endArray() {
        bytes.append(UInt8(ascii: "]"))
        needsComma = true
    }

    /// Writes a member's name; its value comes next.
    public mutating func name(_ name: String) {
        string(name)
        bytes.append(UInt8(ascii: ":"))
        needsComma = false
    }

    /// Writes a string, `null` for nil.
    ///
    /// Escaped are what the grammar asks for, DEL, and the characters besides LF at which some readers split lines:
    /// U+0085, U+2028, U+2029.
    public mutating func string(_ text: String?) {
        separate()
        defer { needsComma = true }
        guard let text else { return literal("null") }
        bytes.append(UInt8(ascii: "\""))
        if Self.isPlain(text) {
            bytes.append(contentsOf: text.utf8)
        } else {
            for scalar in text.unicodeScalars { escape(scalar) }
        }
        bytes.append(UInt8(ascii: "\""))
    }

    /// Writes a whole number, `null` for nil.
    public mutating func integer(_ number: Int?) {
        separate()
        defer { needsComma = true }
        guard let number else { return literal("null") }
        bytes.append(contentsOf: String(number).utf8)
    }

    /// Writes thousandths as a decimal without needless digits: 920 is `0.92`; `null` for nil.
    public mutating func thousandths(_ number: Int?) {
        separate()
        defer { needsComma = true }
        guard let number else { return literal("null") }
        if number < 0 { bytes.append(UInt8(ascii: "-")) }
        let magnitude = number.magnitude
        bytes.append(contentsOf: String(magnitude / 1000).utf8)
        var digits = String(magnitude % 1000 + 1000).utf8.dropFirst()
        while digits.last == UInt8(ascii: "0") { digits.removeLast() }
        guard !digits.isEmpty else { return }
        bytes.append(UInt8(ascii: "."))
        bytes.append(contentsOf: digits)
    }

    /// Writes `true` or `false`.
    public mutating func bool(_ value: Bool) {
        separate()
        literal(value ? "true" : "false")
        needsComma = true
    }

    /// Writes `null`.
    public mutating func null() {
        string(nil)
    }

    /// Writes a value; a number goes out as it came.
    public mutating func value(_ value: JSONValue) {
        switch value {
        case .null: null()
        case .bool(let flag): bool(flag)
        case .string(let text): string(text)
        case .number(let text):
            separate()
            literal(text)
            needsComma = true
        case .array(let elements):
            beginArray()
            for element in elements { self.value(element) }
            endArray()
        case .object(let object):
            beginObject()
            for member in object.members {
                name(member.name)
                self.value(member.value)
            }
            endObject()
        }
    }

    /// Ends a line, as in a file of one JSON text a line.
    public mutating func endLine() {
        bytes.append(0x0A)
        needsComma = false
    }

    private mutating func separate() {
        if needsComma { bytes.append(UInt8(ascii: ",")) }
    }

    private mutating func literal(_ text: String) {
        bytes.append(contentsOf: text.utf8)
    }

    /// Whether no byte of the text could need an escape.
    private static func isPlain(_ text: String) -> Bool {
        var text = text
        return text.withUTF8 { bytes in
            !bytes.contains {
                $0 < 0x20 || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") || $0 == 0x7F || $0 == 0xC2
                    || $0 == 0xE2
            }
        }
    }

    private mutating func escape(_ scalar: Unicode.Scalar) {
        switch scalar {
        case "\"": literal("\\\"")
        case "\\": literal("\\\\")
        case "\n": literal("\\n")
        case "\r": literal("\\r")
        case "\t": literal("\\t")
        case "\u{0}"..."\u{1F}", "\u{7F}", "\u{85}", "\u{2028}", "\u{2029}": unicode(scalar)
        default: bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
        }
    }

    private mutating func unicode(_ scalar: Unicode.Scalar) {
        let digits = String(scalar.value, radix: 16)
        literal("\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits)
    }
}
