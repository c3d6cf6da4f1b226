// What a quantifier can stand behind: a character, a class, an escape or a group.
extension ShapeParser {
    /// Reads one atom.
    mutating func parseAtom() throws(GaveUp) -> ShapeNode {
        note(position)
        let scalar = try next()
        switch scalar {
        case ".": return .unknown(.one)
        case "^", "$": return .nothing
        case "[": return try parseClass()
        case "(": return try parseGroup()
        case "\\": return try parseEscape()
        case "*", "+", "?", "{": throw GaveUp("It has a quantifier character where it is text.")
        default: return literal(scalar)
        }
    }

    /// A character as text, or as an unknown one where its other cases are not known.
    mutating func literal(_ scalar: UInt32) -> ShapeNode {
        guard CaseClasses.isSettled(scalar) else { return .unknown(.one) }
        var set = collector.pool.begin()
        collector.pool.insert(folded(scalar), into: &set)
        return .oneOf(set)
    }

    /// The representative of a character's case class.
    func folded(_ scalar: UInt32) -> UInt32 {
        obeys(.caseClassesAreWhole) || scalar < 0x80 ? CaseClasses.representative(of: scalar) : scalar
    }

    /// Reads what follows a backslash (pcre2pattern, “Backslash”).
    private mutating func parseEscape() throws(GaveUp) -> ShapeNode {
        let scalar = try next()
        if let character = try parseCharacterEscape(scalar) { return literal(character) }
        switch scalar {
        case "b", "B", "A", "z", "Z", "K": return .nothing
        case "G":
            needsStart = true
            return .nothing
        case "d", "D", "w", "W", "s", "S", "h", "H", "v", "V", "p", "P", "N":
            try finishTypeEscape(scalar)
            return ShapeParser.mask(ofType: scalar).map { .anyOf($0) } ?? .unknown(.one)
        case "R": return .unknown(obeys(.sequencesAreWide) ? CharacterWidth(1, 2) : .one)
        case "X": return .unknown(obeys(.sequencesAreWide) ? CharacterWidth(1, nil) : .one)
        case "g", "k": return try parseReference()
        case 0x31...0x39:
            guard peek().map({ $0 &- 0x30 >= 10 }) ?? true else {
                throw GaveUp("It has a backslash with digits that may be an octal number.")
            }
            return obeys(.referencesAreText) ? unknownWork() : .nothing
        default: throw GaveUp("It has an escape that is not analysed.")
        }
    }

    /// The character that an escape stands for, nil when it does not stand for one.
    ///
    /// Whatever is neither an ASCII letter nor a digit stands for itself.
    mutating func parseCharacterEscape(_ scalar: UInt32) throws(GaveUp) -> UInt32? {
        switch scalar {
        case "a": return 0x07
        case "e": return 0x1B
        case "f": return 0x0C
        case "n": return 0x0A
        case "r": return 0x0D
        case "t": return 0x09
        case "x": return try parseHexadecimal()
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: return nil
        default: return scalar
        }
    }

    /// Reads `41` or `{1F600}` behind `\x`; fewer digits and other forms differ between versions.
    private mutating func parseHexadecimal() throws(GaveUp) -> UInt32 {
        let digits: ArraySlice<UInt32>
        if skip("{") {
            digits = try take(until: "}")
        } else {
            digits = [try next(), try next()]
        }
        let text = digits.map { Unicode.Scalar($0).map(Character.init) ?? "?" }
        guard (1...6).contains(text.count), let value = UInt32(String(text), radix: 16), !text.contains("+") else {
            throw GaveUp("It has a \\x that is neither two digits nor digits in braces.")
        }
        return value
    }

    /// The characters of `\d`, `\w` and `\s`, which without `PCRE2_UCP` are ASCII only; nil for other types.
    static func mask(ofType scalar: UInt32) -> CharacterMask? {
        switch scalar {
        case "d": .digits
        case "w": .wordCharacters
        case "s": .spaces
        default: nil
        }
    }

    /// Whether an escape stands for one of several characters.
    func isTypeEscape(_ scalar: UInt32) -> Bool {
        switch scalar {
        case "d", "D", "w", "W", "s", "S", "h", "H", "v", "V", "p", "P": true
        default: false
        }
    }

    /// Reads what belongs to `\p{Han}`, `\pL` and `\N`: skips the name of a property; gives up on `\N{…}`, which is a
    /// character in some modes and a repeat in others.
    mutating func finishTypeEscape(_ scalar: UInt32) throws(GaveUp) {
        if scalar == "N", isNext("{") { throw GaveUp("It has a \\N{…}.") }
        guard scalar == "p" || scalar == "P" else { return }
        if skip("{") { _ = try take(until: "}") } else { _ = try next() }
    }

    /// Reads the name or number of `\g` and `\k`: a reference back or a call.
    private mutating func parseReference() throws(GaveUp) -> ShapeNode {
        switch try next() {
        case "{": _ = try take(until: "}")
        case "<": _ = try take(until: ">")
        case "'": _ = try take(until: "'")
        default: throw GaveUp("It has a \\g or \\k without brackets.")
        }
        return obeys(.referencesAreText) ? unknownWork() : .nothing
    }

    /// Text that was or will be matched elsewhere: anything, at any cost.
    mutating func unknownWork() -> ShapeNode {
        markUnbounded()
        markIntricate()
        return .unknown(.any)
    }
}
