/// Why a value that is good YAML has another form than its author meant.
enum ShapeAdvice {
    /// What to write instead, nil where no slip is recognised.
    static func remedy(for node: YAMLNode) -> Sentence? {
        if let inner = placeholder(in: node) {
            return "put a text with {{ }} in quotes: \"{{\(inner)}}\""
        }
        if let entries = node.map, entries.count == 1, let key = entries[0].key.text, let value = entries[0].value.text,
            !key.unicodeScalars.allSatisfy(\.isKeyScalar) || value.unicodeScalars.contains(" ")
        {
            return "if it is a text, put it in quotes: \("\(key): \(value)".yamlQuoted.shown())"
        }
        if let text = node.text, let colon = text.unicodeScalars.firstIndex(where: { $0 == "：" || $0 == ":" }),
            text.unicodeScalars[..<colon].allSatisfy(\.isKeyScalar), !text.unicodeScalars[..<colon].isEmpty
        {
            let key = String(text.unicodeScalars[..<colon])
            return text.unicodeScalars[colon] == "："
                ? "“：” is a full-width colon; write \("\(key): ".named)"
                : "a space is missing after the colon; write \("\(key): ".named)"
        }
        return nil
    }

    /// The name in an unquoted `{{name}}`, which YAML reads as a map whose key is a map.
    private static func placeholder(in node: YAMLNode) -> String? {
        guard let key = node.map?.first?.key else { return nil }
        return key.map?.first?.key.text
    }
}
