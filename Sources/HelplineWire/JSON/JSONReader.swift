/// Reads one JSON text from bytes, strictly by RFC 8259.
///
/// What the standard leaves open: a name that stands twice in an object is an error, since two readers could disagree
/// on its value; half of a surrogate pair, which the grammar allows and no text can hold, becomes U+FFFD; a byte order
/// mark is an error. Depth and number of values are limited, so that a text costs at most a multiple of its length.
public struct JSONReader {
    /// How large a text may be.
    public struct Limits: Sendable {
        /// How deep arrays and objects may be nested.
        public var depth: Int
        /// How many values there may be in all.
        public var values: Int

        /// Sets the limits.
        public init(depth: Int = 32, values: Int = 20_000) {
            self.depth = depth
            self.values = values
        }
    }

    let bytes: ArraySlice<UInt8>
    let limits: Limits
    var index: Int
    private var values = 0

    private init(_ bytes: ArraySlice<UInt8>, limits: Limits) {
        self.bytes = bytes
        self.limits = limits
        index = bytes.startIndex
    }

    /// The value that `bytes` hold, white space around it allowed.
    public static func read(_ bytes: ArraySlice<UInt8>, limits: Limits = Limits()) throws(JSONError) -> JSONValue {
        var reader = JSONReader(bytes, limits: limits)
        let value = try reader.value(depth: 0)
        reader.skipSpace()
        guard reader.index == bytes.endIndex else { throw reader.fault("something follows the value") }
        return value
    }

    /// The byte at hand; nil at the end.
    var byte: UInt8? { index < bytes.endIndex ? bytes[index] : nil }

    func fault(_ message: String, _ code: JSONError.Code = .syntax, at place: Int? = nil) -> JSONError {
        JSONError(code: code, message: message, offset: (place ?? index) - bytes.startIndex)
    }

    mutating func skipSpace() {
        while let next = byte, next == 0x20 || next == 0x0A || next == 0x0D || next == 0x09 { index += 1 }
    }

    /// Steps over `expected` if it is the byte at hand.
    mutating func take(_ expected: UInt8) -> Bool {
        guard byte == expected else { return false }
        index += 1
        return true
    }

    private mutating func value(depth: Int) throws(JSONError) -> JSONValue {
        skipSpace()
        values += 1
        guard values <= limits.values else { throw fault("too many values", .tooLarge) }
        guard let first = byte else { throw fault("the text ends where a value is expected") }
        switch first {
        case UInt8(ascii: "{"): return try object(depth: depth + 1)
        case UInt8(ascii: "["): return try array(depth: depth + 1)
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .number(try number())
        case UInt8(ascii: "t"): return try word("true", .bool(true))
        case UInt8(ascii: "f"): return try word("false", .bool(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        default: throw fault("a value is expected")
        }
    }

    private mutating func word(_ word: StaticString, _ value: JSONValue) throws(JSONError) -> JSONValue {
        let text = "\(word)".utf8
        guard bytes[index...].starts(with: text) else { throw fault("a value is expected") }
        index += text.count
        return value
    }

    private mutating func enter(_ depth: Int) throws(JSONError) {
        guard depth <= limits.depth else { throw fault("nested too deep", .tooLarge) }
        index += 1
        skipSpace()
    }

    private mutating func array(depth: Int) throws(JSONError) -> JSONValue {
        try enter(depth)
        var elements: [JSONValue] = []
        if take(UInt8(ascii: "]")) { return .array(elements) }
        while true {
            elements.append(try value(depth: depth))
            skipSpace()
            if take(UInt8(ascii: "]")) { return .array(elements) }
            guard take(UInt8(ascii: ",")) else { throw fault("a comma or ] is expected") }
        }
    }

    private mutating func object(depth: Int) throws(JSONError) -> JSONValue {
        try enter(depth)
        var object = JSONObject()
        if take(UInt8(ascii: "}")) { return .object(object) }
        while true {
            try member(of: &object, depth: depth)
            skipSpace()
            if take(UInt8(ascii: "}")) { return .object(object) }
            guard take(UInt8(ascii: ",")) else { throw fault("a comma or } is expected") }
        }
    }

    private mutating func member(of object: inout JSONObject, depth: Int) throws(JSONError) {
        skipSpace()
        let place = index
        guard byte == UInt8(ascii: "\"") else { throw fault("a name in quotation marks is expected") }
        let name = try string()
        skipSpace()
        guard take(UInt8(ascii: ":")) else { throw fault("a colon is expected") }
        let value = try value(depth: depth)
        guard object.insert(value, named: name) else {
            throw fault("a name stands twice in one object", .duplicateName, at: place)
        }
    }
}
