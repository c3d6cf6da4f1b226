internal import HelplineCore

/// What begins with a backslash.
extension PatternExpander {
    /// `\` and what belongs to it.
    mutating func readEscape(inClass: Bool) {
        guard let kind = peek() else { return copy(1) }
        if kind == "Q", !inClass { isQuoting = true }
        let width = escapeWidth(kind)
        if let scalar = escapedScalar(kind, width) {
            checkEscaped(scalar, width)
        } else if !inClass, "nrtfR".unicodeScalars.contains(kind), !isOptional(at: index + 2) {
            problem(
                .deadPattern, "\\\(kind) occurs in no message: line ends and tabs are read as spaces", width: 2,
                remedy: "write a space, or .{0,4} where other words may stand")
        }
        copy(width)
    }

    /// How many scalars an escape has.
    func escapeWidth(_ kind: Unicode.Scalar) -> Int {
        if "xopPNkgG".unicodeScalars.contains(kind), peek(2) == "{", let close = end(of: "}", from: index + 3) {
            return close + 1 - index
        }
        if kind == "x" {
            let digits = source[min(index + 2, source.count)...].prefix(2).prefix { Character($0).isHexDigit }
            return 2 + digits.count
        }
        return 2
    }

    /// The character that `\x41`, `\x{8CE8}` or `\N{U+8CE8}` stands for.
    func escapedScalar(_ kind: Unicode.Scalar, _ width: Int) -> Unicode.Scalar? {
        guard kind == "x" || kind == "N" else { return nil }
        let digits = String(scalars: source[(index + 2)..<(index + width)].filter { $0 != "{" && $0 != "}" })
        let hex = digits.hasPrefix("U+") ? String(digits.dropFirst(2)) : digits
        return UInt32(hex, radix: 16).flatMap(Unicode.Scalar.init)
    }

    mutating func checkEscaped(_ scalar: Unicode.Scalar, _ width: Int) {
        let written = String(scalars: source[index..<(index + width)])
        switch ScalarFolding.of(scalar) {
        case .replaced(let target):
            problem(
                .deadPattern, "\(written) is \(String(target).named) in every message", width: width,
                remedy: "write \(target.escapedInPattern)")
        case .space where scalar != " ":
            problem(.deadPattern, "\(written) is a space in every message, or nothing beside Chinese", width: width)
        case .dropped: problem(.deadPattern, "\(written) is left out of every message", width: width)
        default: break
        }
    }
}
