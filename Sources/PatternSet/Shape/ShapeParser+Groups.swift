// Parentheses of every kind (pcre2pattern, from “Groups” to “Recursive patterns”).
extension ShapeParser {
    /// Reads a group behind its opening parenthesis.
    mutating func parseGroup() throws(GaveUp) -> ShapeNode {
        if isNext("*") {
            guard !obeys(.verbsGiveUp) else { throw GaveUp("It has a verb or a named assertion (*…).") }
            _ = try take(until: ")")
            return .nothing
        }
        return try remembered { parser throws(GaveUp) in try parser.parseKnownGroup() }
    }

    private mutating func parseKnownGroup() throws(GaveUp) -> ShapeNode {
        guard skip("?") else { return try finishGroup() }
        if skip(":") || skip(">") || skip("|") { return try finishGroup() }
        if skip("=") || skip("<=") { return try finishPositiveAssertion() }
        if skip("!") || skip("<!") { return try finishNegativeAssertion() }
        if try skipGroupName() { return try finishGroup() }
        if isCall { return try finishCall() }
        if let node = try parseUnsoundly() { return node }
        return try parseOptionSetting()
    }

    private mutating func finishGroup() throws(GaveUp) -> ShapeNode {
        let node = try parseAlternation()
        guard isNext(")") else { throw GaveUp("A group is not closed.") }
        note(position)
        position += 1
        return node
    }

    /// Reads what must not be analysed, where a test has dropped the rule that says so.
    private mutating func parseUnsoundly() throws(GaveUp) -> ShapeNode? {
        if isNext("("), !obeys(.conditionsGiveUp) {
            _ = try take(until: ")")
            return try finishGroup()
        }
        if isNext("#"), !obeys(.commentsGiveUp) {
            position += 1
            return try finishGroup()
        }
        return nil
    }

    /// What has to stand ahead or behind is in the text too, but takes up no space here.
    private mutating func finishPositiveAssertion() throws(GaveUp) -> ShapeNode {
        let node = try finishGroup()
        guard obeys(.assertionTakesNoSpace) else { return node }
        let needed = required(node)
        return ShapeNode(exact: .empty, clauses: needed.clauses, masks: needed.masks, width: .zero)
    }

    /// What must not stand there says nothing about what does.
    private mutating func finishNegativeAssertion() throws(GaveUp) -> ShapeNode {
        guard obeys(.negationNeedsNothing) else { return try finishPositiveAssertion() }
        collector.negations += 1
        defer { collector.negations -= 1 }
        _ = try finishGroup()
        return .nothing
    }

    /// Skips `<name>`, `'name'` or `P<name>`.
    private mutating func skipGroupName() throws(GaveUp) -> Bool {
        if isNext("<*") { return false }
        if skip("<") || skip("P<") {
            _ = try take(until: ">")
            return true
        }
        guard skip("'") else { return false }
        _ = try take(until: "'")
        return true
    }

    /// Whether `R`, `1`, `+1`, `-1`, `&name`, `P>name` or `P=name` comes next.
    private var isCall: Bool {
        if isNext("R") || isNext("&") || isNext("P>") || isNext("P=") { return true }
        let isSigned = isNext("+") || isNext("-")
        return peek(isSigned ? 1 : 0).map { $0 &- 0x30 < 10 } ?? false
    }

    private mutating func finishCall() throws(GaveUp) -> ShapeNode {
        _ = try take(until: ")")
        return obeys(.callsAreText) ? unknownWork() : .nothing
    }

    /// Reads option letters that do not change how the rest is read; `x` does, and so may letters not known here.
    private mutating func parseOptionSetting() throws(GaveUp) -> ShapeNode {
        let start = position
        while let letter = peek(), isHarmlessOption(letter) { position += 1 }
        if position > start {
            if skip(")") {
                noteSetting()
                return .nothing
            }
            if skip(":") { return try finishGroup() }
        }
        throw GaveUp(reasonForUnknownGroup)
    }

    private func isHarmlessOption(_ letter: UInt32) -> Bool {
        switch letter {
        case "i", "m", "s", "n", "U", "J", "-", "^": true
        case "x": !obeys(.extendedSyntaxGivesUp)
        default: false
        }
    }

    private var reasonForUnknownGroup: String {
        switch peek() {
        case 0x28: "It has a conditional group."
        case 0x23: "It has a comment (?#…)."
        case 0x43: "It has a callout."
        case 0x78: "It sets the option x, under which spaces are not text."
        default: "It has a kind of group that is not analysed."
        }
    }
}
