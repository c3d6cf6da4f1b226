internal import HelplineCore

/// Groups, sets, quantifiers: everything that is no literal.
extension PatternExpander {
    mutating func readItem(_ group: (SetID) -> String?, _ suggestion: (String) -> Sentence?) {
        switch source[index] {
        case "\\": readEscape(inClass: false)
        case "[": readClass()
        case "(": readGroupStart()
        case "{":
            if peek() == "{", let end = end(of: "}}", from: index + 2) {
                readSet(until: end, group, suggestion)
            } else {
                let width = quantifierWidth
                if width != nil, index > 0, source[index - 1] == ")" || source[index - 1] == "}" { isDelicate = true }
                copy(width ?? 1)
            }
        case ")", "|", "^", "$", ".", "*", "+", "?": copy(1)
        case " ": isExtended ? copy(1) : readSpace()
        default: readLiteral()
        }
    }

    mutating func readQuoted() {
        if source[index] == "\\", peek() == "E" {
            isQuoting = false
            copy(2)
        } else if source[index] == " " {
            readSpace()
        } else {
            readLiteral()
        }
    }

    /// `{{name}}`: every scalar of it stands for the whole group.
    mutating func readSet(until end: Int, _ group: (SetID) -> String?, _ suggestion: (String) -> Sentence?) {
        let name = String(scalars: source[(index + 2)..<end]).trimmed
        let width = end + 2 - index
        mark()
        checkNeighbours(of: name, width: width)
        if let text = group(SetID(name)) {
            sets.append(SetID(name))
            // What is too long already is refused, and need not be held.
            if bytes.count <= Self.limit { bytes += text.utf8 }
        } else {
            problem(
                .unknownName, "there is no set \(name.named) in vocabulary.yaml", width: width,
                remedy: suggestion(name))
            // A stand-in that keeps the rest of the pattern what it is.
            bytes += "(?:x)".utf8
        }
        index += width
        last = nil
    }

    func end(of mark: String, from start: Int) -> Int? {
        let wanted = Array(mark.unicodeScalars)
        guard start < source.count else { return nil }
        for position in start..<source.count where source[position...].starts(with: wanted) { return position }
        return nil
    }

    /// The width of `{2}`, `{2,}`, `{,2}` or `{2,3}`.
    var quantifierWidth: Int? {
        guard let close = source[index...].firstIndex(of: "}"), close > index + 1 else { return nil }
        let inner = source[(index + 1)..<close]
        return inner.allSatisfy { $0.isASCIIDigit || $0 == "," } ? close + 1 - index : nil
    }

    /// `(`, and what belongs to it: names, options, comments, verbs, conditions.
    mutating func readGroupStart() {
        if peek() == "*" || (peek() == "?" && "#(&P>RC0123456789+".unicodeScalars.contains(peek(2) ?? " ")) {
            if peek(2) == "P", peek(3) == "<" { return copyThrough(">") }
            if peek(2) == "(" { return copy(3) }
            return copyThrough(")")
        }
        guard peek() == "?" else { return copy(1) }
        switch peek(2) {
        case "<" where peek(3) != "=" && peek(3) != "!": copyThrough(">")
        case "<":
            isDelicate = true
            copy(4)
        case "'": copyThrough("'")
        default:
            let flags = source[(index + 2)...].prefix { $0.isASCIILetter || $0 == "^" || $0 == "-" }
            if flags.contains("x") { isExtended = true }
            copy(2 + flags.count)
        }
    }

    /// Copies up to and with the next such scalar after the first three, or all that is left.
    mutating func copyThrough(_ end: Unicode.Scalar) {
        let start = min(index + 3, source.count)
        let close = source[start...].firstIndex(of: end) ?? source.count - 1
        copy(close + 1 - index)
    }

    /// The words of sets end where a Latin letter or digit begins, so none that is Latin itself is found beside one.
    mutating func checkNeighbours(of name: String, width: Int) {
        let before = index > 0 && source[index - 1] == "+" ? index - 2 : index - 1
        let isEscaped = before > 0 && source[before - 1] == "\\"
        let isGluedBefore = before >= 0 && source[before].isLatin && (!isEscaped || "dw".has(source[before]))
        let end = index + width
        let isEscape = end + 1 < source.count && source[end] == "\\" && "dw".has(source[end + 1])
        let isGluedBehind =
            end < source.count && source[end].isLatin && !isOptional(at: end + 1)
            || isEscape && !isOptional(at: end + 2)
        guard isGluedBefore || isGluedBehind, problems.count < 20 else { return }
        problems.append(
            Problem(
                code: .deadPattern, offset: index, width: width,
                message: "no Latin word of {{\(name)}} is found right beside a letter or digit",
                remedy: "put a space or .{0,4} between them, or add the whole words to the set", severity: .warning))
    }
}

extension String {
    /// Whether the text has a scalar.
    fileprivate func has(_ scalar: Unicode.Scalar) -> Bool { unicodeScalars.contains(scalar) }
}
