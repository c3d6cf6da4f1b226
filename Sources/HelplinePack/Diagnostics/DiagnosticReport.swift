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

    /// Each fault as `file:line:column: error: text [code]`, its line with a caret below, and the cure.
    ///
    /// Empty where there is nothing to report. Lines are separated by U+000A; the last one has none.
    public func text(in language: Sentence.Language) -> String {
        diagnostics.map { $0.rendered(in: language) }.joined(separator: "\n")
    }

    /// The same in English.
    public var text: String { text(in: .english) }

    /// One JSON object a line: severity, code, file, line, column, message and remedy.
    ///
    /// Lines are separated by U+000A; the last one has none.
    public func jsonLines(in language: Sentence.Language) -> String {
        diagnostics.map { $0.json(in: language) }.joined(separator: "\n")
    }

    /// Whether there is no pack to speak of: the folder is missing, or it or a file in it cannot be read.
    public var isUnreadable: Bool {
        diagnostics.contains { $0.severity == .error && ($0.code == .folderMissing || $0.code == .unreadable) }
    }

    /// How many errors, warnings and notes there are: `2 errors, 1 warning`.
    public func summary(in language: Sentence.Language) -> String {
        let parts = Diagnostic.Severity.allCases.compactMap { severity -> String? in
            let number = count(severity)
            guard number > 0 else { return nil }
            return language == .chinese
                ? "\(number) 个\(severity.word(in: language))"
                : "\(number) \(severity.rawValue)\(number == 1 ? "" : "s")"
        }
        let nothing: Sentence = "no faults"
        return parts.isEmpty ? nothing.said(in: language) : parts.joined(separator: language == .chinese ? "，" : ", ")
    }

    /// The same in English.
    public var summary: String { summary(in: .english) }

    /// The summary, with a word on how many of them are not shown.
    public func summary(in language: Sentence.Language, shown: DiagnosticReport) -> String {
        let count = diagnostics.count - shown.diagnostics.count
        guard count > 0 else { return summary(in: language) }
        let hidden: Sentence = count == 1 ? "1 of them is not shown" : "\(count) of them are not shown"
        return summary(in: language) + (language == .chinese ? "；" : "; ") + hidden.said(in: language)
    }
}

extension Diagnostic {
    /// The fault as a compiler would show it, lines separated by U+000A.
    public func rendered(in language: Sentence.Language) -> String {
        var result = "\(place): \(severity.word(in: language)): \(message.said(in: language)) [\(code.rawValue)]"
        if let excerpt {
            let number = String(line)
            let margin = String(repeating: " ", count: max(5 - number.count, 1))
            let blank = margin + String(repeating: " ", count: number.count)
            result += "\n\(margin)\(number) | \(excerpt.text)"
            result += "\n\(blank) | \(excerpt.caretLine)"
        }
        for line in (remedy ?? code.advice).said(in: language).split(separator: "\n") { result += "\n      = \(line)" }
        return result
    }

    /// The fault as one JSON object without a line end.
    public func json(in language: Sentence.Language) -> String {
        var fields = [
            ("severity", severity.rawValue.jsonQuoted), ("code", code.rawValue.jsonQuoted), ("file", file.jsonQuoted),
            ("line", String(line)), ("column", String(column)), ("message", message.said(in: language).jsonQuoted),
        ]
        fields.append(("remedy", (remedy ?? code.advice).said(in: language).jsonQuoted))
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
