internal import HelplineCore

extension PackReader {
    /// A map whose keys are all known; nil, with a fault noted, where the value is no map.
    mutating func fields(_ node: YAMLNode, of owner: Sentence, known: [String]) -> YAMLNode? {
        guard let entries = node.map else {
            wrongShape(node, wanted: "\(owner) is a map of keys and values")
            return nil
        }
        for entry in entries {
            guard let key = entry.key.text else {
                wrongShape(entry.key, wanted: "a key is a word")
                continue
            }
            guard !known.contains(key) else { continue }
            log.error(
                .unknownKey, at: entry.key.place, width: entry.key.width,
                "\(key.named) is no key of \(owner)",
                remedy: ShapeAdvice.remedy(for: entry.key) ?? NearestName.of(key, among: known)
                    .map { "did you mean \($0.named)?" } ?? "the keys are \(known.listed(.and))")
        }
        return node
    }

    /// The value of a key that must be there.
    mutating func required(_ key: String, in node: YAMLNode, of owner: Sentence) -> YAMLNode? {
        if let value = node[key], !value.isBlank { return value }
        log.error(.missingKey, at: node[key]?.place ?? node.place, "\(owner) has no \(key.named)")
        return nil
    }

    /// A text that says something; nil, with a fault noted, for anything else.
    mutating func text(_ node: YAMLNode, _ what: Sentence) -> String? {
        guard let text = node.text else {
            wrongShape(node, wanted: "\(what) is a text")
            return nil
        }
        guard text.unicodeScalars.contains(where: { !$0.isWhite }) else {
            log.error(.wrongShape, at: node.place, "\(what) is empty")
            return nil
        }
        return text
    }

    /// The texts of a list, or the one text that stands in its place.
    mutating func textList(_ node: YAMLNode, _ what: Sentence) -> [(text: String, node: YAMLNode)] {
        if node.isBlank { return [] }
        checkComma(node)
        return node.elements.compactMap { element in
            text(element, what).map { ($0, element) }
        }
    }

    /// Whether a list is written `[a, b]`, and not line by line.
    mutating func isInBrackets(_ node: YAMLNode) -> Bool {
        let line = log.line(node.place)
        let column = Int(node.place.column) - 1
        return node.list != nil && line.indices.contains(column) && line[column] == "["
    }

    /// `[a，b]`: a list in brackets whose only text holds the comma of a Chinese keyboard.
    private mutating func checkComma(_ node: YAMLNode) {
        guard let element = node.list?.first, node.list?.count == 1, element.style == .plain, let text = element.text,
            let comma = text.unicodeScalars.firstIndex(where: { $0 == "，" || $0 == "、" })
        else { return }
        guard isInBrackets(node) else { return }
        let parts = text.unicodeScalars.split { $0 == "，" || $0 == "、" }.map { String($0).trimmed }
        let offset = text.unicodeScalars.distance(from: text.startIndex, to: comma)
        log.warning(
            .wideMark, at: log.position(of: offset, in: element),
            "\(String(text.unicodeScalars[comma]).named) does not part the entries of a list, so this list has one",
            remedy: "write [\(parts.joined(separator: ", ").shown())], or \(text.yamlQuoted.shown()) if one is meant")
    }

    /// `true` or `false`.
    mutating func flag(_ node: YAMLNode, _ what: Sentence) -> Bool {
        switch node.text {
        case "true": return true
        case "false": return false
        default:
            log.error(
                .badValue, at: node.place, width: node.width, "\(what) is either true or false",
                remedy: "write true or false")
            return false
        }
    }

    /// A whole number within bounds; the default where it is none.
    mutating func number(_ node: YAMLNode, _ what: Sentence, in range: ClosedRange<Int>, default standard: Int) -> Int {
        if let text = node.text, let number = Int(text), range.contains(number) { return number }
        log.error(
            .badValue, at: node.place, width: node.width,
            "\(what) is a whole number from \(range.lowerBound) to \(range.upperBound)")
        return standard
    }

    /// One of the names of an enumeration; the default where it is none.
    mutating func option<Value: RawRepresentable & CaseIterable>(
        _ node: YAMLNode, _ what: Sentence, default standard: Value
    ) -> Value where Value.RawValue == String {
        if let text = node.text, let value = Value(rawValue: text) { return value }
        let names = Value.allCases.map(\.rawValue)
        log.error(
            .badValue, at: node.place, width: node.width, "\(what) is \(names.listed())",
            remedy: node.text.flatMap { NearestName.of($0, among: names) }.map { "did you mean \($0.named)?" })
        return standard
    }

    /// A name: up to 64 letters, digits, hyphens and underscores, the first one a letter or digit.
    mutating func name(_ node: YAMLNode, _ what: Sentence) -> String? {
        guard let text = text(node, what) else { return nil }
        let scalars = text.unicodeScalars
        if scalars.count <= 64, scalars.allSatisfy(\.isKeyScalar), let first = scalars.first,
            first.isASCIILetter || first.isASCIIDigit
        {
            return text
        }
        log.error(
            .badName, at: node.place, width: node.width, "\(text.named) cannot be \(what)",
            remedy: "a name has up to 64 letters, digits, hyphens and underscores")
        return nil
    }

    /// Notes that a value has another form than it should.
    mutating func wrongShape(_ node: YAMLNode, wanted: Sentence, remedy: Sentence? = nil) {
        log.error(
            .wrongShape, at: node.place, width: node.width, "\(wanted), but here stands \(node.kind)",
            remedy: ShapeAdvice.remedy(for: node) ?? remedy)
    }
}
