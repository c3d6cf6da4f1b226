internal import HelplineCore

/// Literal characters, which must be as normalising leaves them.
extension PatternExpander {
    /// A class; the ends of a range stay as they are, other members are literals.
    mutating func readClass() {
        copy(1)
        if index < source.count, source[index] == "^" { copy(1) }
        if index < source.count, source[index] == "]" { copy(1) }
        while index < source.count, source[index] != "]" {
            if source[index] == "[", peek() == ":", let end = end(of: ":]", from: index + 2) {
                copy(end + 2 - index)
            } else if isRange {
                copy(2)
                if index < source.count { source[index] == "\\" ? readEscape(inClass: true) : copy(1) }
            } else if source[index] == "\\" {
                readEscape(inClass: true)
            } else {
                readLiteral()
                last = nil
            }
        }
        if index < source.count { copy(1) }
    }

    var isRange: Bool {
        source[index] != "\\" && peek() == "-" && peek(2) != nil && peek(2) != "]"
    }

    /// A literal character: Han characters are simplified, others must be as normalising leaves them.
    mutating func readLiteral() {
        let scalar = source[index]
        if (0x20..<0x80).contains(scalar.value) {
            put(scalar)
            last = isOptional(at: index) ? nil : scalar
            return
        }
        if let last, scalar.value >= 0x300, let joined = ScalarFolding.joins(last, scalar) {
            replacements.append((index - 1, String(joined)))
            replace("\(String(last).named) and the mark after it are one character in messages", with: "")
            return
        }
        switch ScalarFolding.of(scalar) {
        case .kept:
            put(scalar)
        case .replaced(let target) where scalar.isHan:
            put(target)
        case .replaced(let target):
            replace(
                "\(String(scalar).named) is \(String(target).named) in every message", with: target.escapedInPattern)
        case .space:
            replace("the white space U+\(scalar.hex) is a space in every message, or nothing beside Chinese", with: " ")
        case .dropped:
            replace("U+\(scalar.hex) is left out of every message", with: "")
        }
        last = isOptional(at: index) ? nil : scalar
    }

    /// Notes the first character that cannot occur; the remedy shows the whole pattern.
    mutating func replace(_ message: Sentence, with text: String) {
        if replacementMessage.isEmpty { replacementMessage = message }
        replacements.append((index, text))
        put(source[index])
    }

    /// A space cannot occur beside a Han character, nor beside another space.
    mutating func readSpace() {
        let isNeeded = !isOptional(at: index + 1)
        if isNeeded, last == " " {
            problem(.deadPattern, "two spaces side by side occur in no message", remedy: "write one")
        } else if isNeeded, last?.isHan == true || nextIsHan {
            problem(
                .deadPattern, "a space beside a Chinese character occurs in no message",
                remedy: "leave the space out, or write .{0,4} where other words may stand")
        }
        put(" ")
        last = isNeeded ? " " : nil
    }

    var nextIsHan: Bool {
        guard let next = peek() else { return false }
        return next.isHan && !isOptional(at: index + 2)
    }

    /// Whether a quantifier stands here that takes nothing too.
    func isOptional(at position: Int) -> Bool {
        guard position < source.count else { return false }
        switch source[position] {
        case "?", "*": return true
        case "{": return position + 1 < source.count && (source[position + 1] == "0" || source[position + 1] == ",")
        default: return false
        }
    }
}

extension Unicode.Scalar {
    /// The character as a pattern has to write it.
    var escapedInPattern: String {
        "\\^$.[]|()?*+{}".unicodeScalars.contains(self) ? "\\\(self)" : String(self)
    }
}
