/// A JSON text as a value (RFC 8259); numbers stay the text they were.
public enum JSONValue: Sendable, Equatable {
    /// `null`.
    case null
    /// `true` or `false`.
    case bool(Bool)
    /// A number as written, such as `1.50` or `1e9`; nothing is rounded.
    case number(String)
    /// A string, its escapes resolved.
    case string(String)
    /// An array.
    case array([JSONValue])
    /// An object, its members in their order.
    case object(JSONObject)

    /// The member of an object; nil where there is none, and for everything but an object.
    public subscript(key: String) -> JSONValue? {
        guard case .object(let object) = self else { return nil }
        return object[key]
    }

    /// The text of a string; nil for everything else.
    public var string: String? {
        guard case .string(let text) = self else { return nil }
        return text
    }

    /// A number that is a whole one and fits; nil for everything else.
    public var integer: Int? {
        guard case .number(let text) = self else { return nil }
        return Int(text)
    }

    /// The elements of an array; nil for everything else.
    public var array: [JSONValue]? {
        guard case .array(let elements) = self else { return nil }
        return elements
    }
}
