/// A value of JSON whose keys stay in the order in which they were written.
indirect enum SchemaValue: Sendable, Equatable {
    case text(String)
    case number(Int)
    case flag(Bool)
    case list([SchemaValue])
    case map([Entry])

    /// A key and its value.
    struct Entry: Sendable, Equatable {
        var key: String
        var value: SchemaValue
    }

    /// The value as JSON (RFC 8259), two spaces for each level.
    func json(indent: String = "") -> String {
        let inner = indent + "  "
        switch self {
        case .text(let text): return text.jsonQuoted
        case .number(let number): return String(number)
        case .flag(let flag): return String(flag)
        case .list(let values) where values.allSatisfy(\.isSmall):
            return "[" + values.map { $0.json() }.joined(separator: ", ") + "]"
        case .list(let values):
            return "[\n" + values.map { inner + $0.json(indent: inner) }.joined(separator: ",\n") + "\n\(indent)]"
        case .map(let entries) where entries.isEmpty: return "{}"
        case .map(let entries) where entries.count == 1 && entries[0].value.isSmall:
            return "{\(entries[0].key.jsonQuoted): \(entries[0].value.json())}"
        case .map(let entries):
            let lines = entries.map { inner + $0.key.jsonQuoted + ": " + $0.value.json(indent: inner) }
            return "{\n" + lines.joined(separator: ",\n") + "\n\(indent)}"
        }
    }

    private var isSmall: Bool {
        switch self {
        case .text, .number, .flag: true
        case .list(let values): values.isEmpty
        case .map: false
        }
    }
}

extension SchemaValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral {
    init(stringLiteral value: String) { self = .text(value) }
    init(integerLiteral value: Int) { self = .number(value) }
    init(booleanLiteral value: Bool) { self = .flag(value) }
}

extension SchemaValue: ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral {
    init(arrayLiteral elements: SchemaValue...) { self = .list(elements) }
    init(dictionaryLiteral elements: (String, SchemaValue)...) {
        self = .map(elements.map { Entry(key: $0.0, value: $0.1) })
    }
}
