/// Diagnostics put into words: for people, and as JSON lines for programs.
public struct DiagnosticReport: Sendable {
    /// What is reported, by file, line and column.
    public let diagnostics: [Diagnostic]

    /// Orders what is reported.
    public init(_ diagnostics: [Diagnostic]) {
        self.diagnostics = diagnostics.sorted { left, right in
            (left.file, left.line, left.column, left.severity) < (right.file, right.line, right.column, right.severity)
        }
    }

    /// How many there are of a severity.
    public func count(_ severity: Diagnostic.Severity) -> Int {
        diagnostics.count { $0.severity == severity }
    }

    /// Each fault as `file:line:column: error: text`, its line with a caret below, and the cure.
    ///
    /// Empty where there is nothing to report. Lines are separated by U+000A; the last one has none.
    public var text: String {
        diagnostics.map(\.rendered).joined(separator: "\n")
    }

    /// One JSON object a line: severity, code, file, line, column, message, and remedy where there is one.
    ///
    /// Lines are separated by U+000A; the last one has none.
    public var jsonLines: String {
        diagnostics.map(\.json).joined(separator: "\n")
    }

    /// Whether there is no pack to speak of: the folder is missing, or it or a file in it cannot be read.
    public var isUnreadable: Bool {
        diagnostics.contains { $0.severity == .error && ($0.code == .folderMissing || $0.code == .unreadable) }
    }

    /// How many errors, warnings and notes there are: `2 errors, 1 warning`.
    public var summary: String {
        let parts = Diagnostic.Severity.allCases.compactMap { severity -> String? in
            let number = count(severity)
            guard number > 0 else { return nil }
            return "\(number) \(severity.rawValue)\(number == 1 ? "" : "s")"
        }
        return parts.isEmpty ? "no faults" : parts.joined(separator: ", ")
    }
}

extension Diagnostic {
    /// The fault as a compiler would show it, lines separated by U+000A.
    public var rendered: String {
        var result = "\(place): \(severity.rawValue): \(message)"
        if let excerpt {
            let number = String(line)
            let margin = String(repeating: " ", count: max(5 - number.count, 1))
            let blank = margin + String(repeating: " ", count: number.count)
            result += "\n\(margin)\(number) | \(excerpt.text)"
            result += "\n\(blank) | \(excerpt.caretLine)"
        }
        for line in remedy?.split(separator: "\n") ?? [] { result += "\n      = \(line)" }
        return result
    }

    /// The fault as one JSON object without a line end.
    public var json: String {
        var fields = [
            ("severity", severity.rawValue.jsonQuoted), ("code", code.rawValue.jsonQuoted), ("file", file.jsonQuoted),
            ("line", String(line)), ("column", String(column)), ("message", message.jsonQuoted),
        ]
        if let remedy { fields.append(("remedy", remedy.jsonQuoted)) }
        return "{" + fields.map { "\"\($0.0)\":\($0.1)" }.joined(separator: ",") + "}"
    }
}

extension Diagnostic.Excerpt {
    /// Carets below the marked part, as wide as a terminal shows it.
    var caretLine: String {
        let scalars = Array(text.unicodeScalars)
        let before = scalars.prefix(indent).reduce(0) { $0 + $1.columns }
        let marked = scalars.dropFirst(indent).prefix(width).reduce(0) { $0 + $1.columns }
        return String(repeating: " ", count: before) + String(repeating: "^", count: max(marked, 1))
    }
}

extension String {
    /// The text as a JSON string (RFC 8259, section 7).
    fileprivate var jsonQuoted: String {
        var result = "\""
        for scalar in unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{2028}", "\u{2029}":
                let digits = String(scalar.value, radix: 16)
                result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}
