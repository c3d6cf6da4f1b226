/// The fields of one line, read with the message's id at hand for whatever fault there may be.
struct RelayFields {
    let object: JSONObject
    private let id: String?
    private let conversation: String?

    init(_ object: JSONObject) {
        self.object = object
        id = Self.short(object["id"])
        conversation = Self.short(object["conversation"])
    }

    private init(_ object: JSONObject, of parent: RelayFields) {
        self.object = object
        id = parent.id
        conversation = parent.conversation
    }

    /// A text that may be quoted back as a name.
    private static func short(_ value: JSONValue?) -> String? {
        value?.string.flatMap { $0.utf8.count <= ClientMessage.longestName ? $0 : nil }
    }

    func fault(_ code: RelayErrorCode, _ text: String) -> RelayFault {
        RelayFault(code, text, to: id, conversation: conversation)
    }

    /// A text; nil where the field is missing or null.
    func text(_ name: String) throws(RelayFault) -> String? {
        switch object[name] {
        case nil, .null?: return nil
        case .string(let text)?: return text
        default: throw fault(.badJSON, "\(name) is a string")
        }
    }

    /// A text that names something: not empty and short.
    func name(_ name: String) throws(RelayFault) -> String? {
        guard let text = try text(name) else { return nil }
        guard !text.isEmpty else { throw fault(.badJSON, "\(name) is empty") }
        guard text.utf8.count <= ClientMessage.longestName else {
            throw fault(.tooLong, "\(name) is longer than \(ClientMessage.longestName) bytes")
        }
        return text
    }

    /// A text of one short line without controls; nil also where it is blank or too long to be true.
    func line(_ name: String) throws(RelayFault) -> String? {
        guard let text = try text(name), text.utf8.count <= 2 * ClientMessage.longestName else { return nil }
        let line = Controls.removed(from: text)
        return line.utf8.allSatisfy { $0 == 0x20 || $0 == 0x09 } ? nil : line
    }

    /// A truth value; false where the field is missing or null.
    func flag(_ name: String) throws(RelayFault) -> Bool {
        switch object[name] {
        case nil, .null?: return false
        case .bool(let value)?: return value
        default: throw fault(.badJSON, "\(name) is true or false")
        }
    }

    /// A list of texts; a single text counts as a list of one.
    func texts(_ name: String) throws(RelayFault) -> [String] {
        switch object[name] {
        case nil, .null?: return []
        case .string(let text)?: return [text]
        case .array(let elements)?: return elements.compactMap(\.string)
        default: throw fault(.badJSON, "\(name) is a list of strings")
        }
    }

    /// An object; nil where the field is missing or null.
    func object(_ name: String) throws(RelayFault) -> RelayFields? {
        switch object[name] {
        case nil, .null?: return nil
        case .object(let object)?: return RelayFields(object, of: self)
        default: throw fault(.badJSON, "\(name) is an object")
        }
    }
}
