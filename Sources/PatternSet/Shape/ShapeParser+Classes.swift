// Character classes (pcre2pattern, “Square brackets and character classes”).
extension ShapeParser {
    /// Classes with more characters are not taken for literal text.
    private static let classLimit = 16

    /// What was read of a class so far.
    private struct Members {
        /// The characters, nil when they are many or not known.
        var texts: LiteralSet?

        /// The characters, nil when some of them are not ASCII.
        var mask: CharacterMask? = CharacterMask()

        mutating func insert(_ mask: CharacterMask?) {
            texts = nil
            self.mask = mask.flatMap { self.mask?.union($0) }
        }
    }

    /// Reads a class behind its opening bracket: a few characters become texts, some ASCII ones a mask, anything else
    /// is one unknown character.
    mutating func parseClass() throws(GaveUp) -> ShapeNode {
        var members = Members(texts: collector.pool.begin())
        let isNegated = skip("^")
        var isFirst = true
        while isFirst || !isNext("]") {
            isFirst = false
            try parseClassMember(into: &members)
        }
        position += 1
        if isNegated, obeys(.negatedClassIsUnknown) { return .unknown(.one) }
        if let texts = members.texts, texts.count <= ShapeParser.classLimit { return .oneOf(texts) }
        return members.mask.map { .anyOf($0) } ?? .unknown(.one)
    }

    /// Reads a character, a range, a type or a named class.
    private mutating func parseClassMember(into members: inout Members) throws(GaveUp) {
        let scalar = try next()
        if scalar == "[", try parseNamedClass() {
            return obeys(.classNamesAreUnknown) ? members.insert(nil) : ()
        }
        let character = scalar == "\\" ? try parseClassEscape(into: &members) : scalar
        if let last = try parseRangeEnd() {
            insertRange(from: character, to: last.character, into: &members)
        } else if let character {
            insert(character, into: &members)
        }
    }

    private mutating func insert(_ character: UInt32, into members: inout Members) {
        guard CaseClasses.isSettled(character) else { return members.insert(nil) }
        let folded = folded(character)
        if folded < 0x80 { members.mask?.insert(folded) } else { members.mask = nil }
        guard var texts = members.texts else { return }
        collector.pool.insert(folded, into: &texts)
        members.texts = texts
    }

    /// Whether the hyphen makes a range or stands for itself, the class is not a small one.
    private mutating func insertRange(from first: UInt32?, to last: UInt32?, into members: inout Members) {
        if let first, let last, !obeys(.rangeIsMoreThanItsEnds) {
            insert(first, into: &members)
            return insert(last, into: &members)
        }
        guard let first, let last, first <= last, last < 0x80 else { return members.insert(nil) }
        members.insert(CharacterMask(first...last))
    }

    /// The end of a range, which has no character when it is a type.
    private struct RangeEnd {
        let character: UInt32?
    }

    /// Reads `-z` behind a member; nil when there is none.
    private mutating func parseRangeEnd() throws(GaveUp) -> RangeEnd? {
        guard isNext("-"), let end = peek(1), end != "]" else { return nil }
        position += 1
        guard end != "[" else { throw GaveUp("It has a class with a bracket behind a hyphen.") }
        let scalar = try next()
        guard scalar == "\\" else { return RangeEnd(character: scalar) }
        var ignored = Members(texts: nil)
        return RangeEnd(character: try parseClassEscape(into: &ignored))
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

    /// Reads an escape; a type is added to the members, a character is returned.
    private mutating func parseClassEscape(into members: inout Members) throws(GaveUp) -> UInt32? {
        let scalar = try next()
        if scalar == "b" { return 0x08 }
        if let character = try parseCharacterEscape(scalar) { return character }
        guard isTypeEscape(scalar) else { throw GaveUp("It has a class with an escape that is not analysed.") }
        try finishTypeEscape(scalar)
        if obeys(.classNamesAreUnknown) { members.insert(ShapeParser.mask(ofType: scalar)) }
        return nil
    }
}
