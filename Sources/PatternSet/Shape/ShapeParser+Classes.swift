// Character classes (pcre2pattern, “Square brackets and character classes”).
extension ShapeParser {
    /// Classes with more characters are not taken for literal text.
    private static let classLimit = 16

    /// Reads a class behind its opening bracket: a few characters become texts, anything else is one unknown character.
    mutating func parseClass() throws(GaveUp) -> ShapeNode {
        var members: [PatternShape.Literal]? = skip("^") ? nil : []
        var isFirst = true
        while isFirst || !isNext("]") {
            let member = try parseClassMember()
            isFirst = false
            if try skipRange() { members = nil }
            guard let member, let literal = ShapeParser.foldedLiteral(member) else {
                members = nil
                continue
            }
            members?.append(literal)
        }
        position += 1
        guard let members, members.count <= ShapeParser.classLimit else { return .unknown(.one) }
        return .oneOf(LiteralSet(members))
    }

    /// Reads one member, nil when it is more than one character.
    private mutating func parseClassMember() throws(GaveUp) -> UInt32? {
        let scalar = try next()
        switch scalar {
        case "[": return try parseNamedClass() ? nil : scalar
        case "\\": return try parseClassEscape(try next())
        default: return scalar
        }
    }

    /// Skips `-z` behind a member.
    ///
    /// Whether the hyphen makes a range or stands for itself, the class is not a small one.
    private mutating func skipRange() throws(GaveUp) -> Bool {
        guard isNext("-"), let end = peek(1), end != "]" else { return false }
        position += 1
        guard end != "[" else { throw GaveUp("It has a class with a bracket behind a hyphen.") }
        _ = try parseClassMember()
        return true
    }

    /// Skips `[:alpha:]` behind its opening bracket; false when the bracket stands for itself.
    private mutating func parseNamedClass() throws(GaveUp) -> Bool {
        guard let kind = peek(), kind == ":" || kind == "." || kind == "=" else { return false }
        guard skip(":") else { throw GaveUp("It has a class with “[.” or “[=”.") }
        _ = skip("^")
        while let letter = peek(), letter | 0x20 &- 0x61 < 26 { position += 1 }
        guard skip(":]") else { throw GaveUp("It has a class with “[:” that names no class.") }
        return true
    }

    private mutating func parseClassEscape(_ scalar: UInt32) throws(GaveUp) -> UInt32? {
        if scalar == "b" { return 0x08 }
        if let character = try parseCharacterEscape(scalar) { return character }
        guard isTypeEscape(scalar) else { throw GaveUp("It has a class with an escape that is not analysed.") }
        try finishTypeEscape(scalar)
        return nil
    }
}
