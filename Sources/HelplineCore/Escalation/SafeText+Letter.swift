extension SafeText {
    /// `2026-11-21T22:00+08:00` as `2026-11-21 22:00 (UTC+08:00)`; anything else as it is.
    var readableTime: SafeText {
        let parts = string.split(separator: "T", maxSplits: 1)
        guard parts.count == 2, parts[1].utf8.count == 11, parts[0].utf8.count == 10 else { return self }
        return SafeText(trusting: "\(parts[0]) \(parts[1].prefix(5)) (UTC\(parts[1].dropFirst(5)))")
    }

    /// The first letter as at the beginning of a sentence, where the script has such a form.
    var capitalised: SafeText {
        guard let first = string.first else { return self }
        return SafeText(trusting: first.uppercased() + string.dropFirst())
    }

    /// Line breaks made spaces.
    var onOneLine: SafeText {
        SafeText(trusting: String(String.UnicodeScalarView(string.unicodeScalars.map { $0.isLineBreak ? " " : $0 })))
    }

    /// Every line behind a bar.
    var indented: SafeText {
        SafeText(trusting: lines.map { "│ " + $0 }.joined(separator: "\n"))
    }

    /// The lines after the first indented, so that a speaker's name alone stands at the start of a line.
    var continued: SafeText {
        SafeText(trusting: lines.joined(separator: "\n    "))
    }

    /// What stands before the first line break.
    var firstLine: SafeText { SafeText(trusting: lines.first ?? "") }

    /// Without the words that join it to a command: “that I called the police”, 一下，我还报了警.
    var withoutThat: SafeText {
        guard let word = ["that ", "一下", "一点", "一句"].first(where: { string.lowercased().hasPrefix($0) }) else {
            return self
        }
        let rest = string.dropFirst(word.count).drop { " ,，:：、".contains($0) }
        return rest.isEmpty ? self : SafeText(trusting: String(rest))
    }

    private var lines: [String] {
        string.unicodeScalars.split(omittingEmptySubsequences: false) { $0.isLineBreak }.map { String(Substring($0)) }
    }

    /// The text up to and including the first of `heads`: a mail that was shown is not shown again in its own
    /// transcript.
    func cut(after heads: [String]) -> SafeText {
        for head in heads where !head.isEmpty {
            if let found = string.firstRange(of: head) {
                return SafeText(trusting: string[..<found.upperBound] + " […]")
            }
        }
        return self
    }

    /// At most so many characters, cut with an ellipsis.
    func cut(to limit: Int) -> SafeText {
        string.count <= limit ? self : prefix(limit - 1) + "…"
    }
}

extension Unicode.Scalar {
    var isLineBreak: Bool {
        switch value {
        case 0x0A, 0x0B, 0x0C, 0x0D, 0x85, 0x2028, 0x2029: true
        default: false
        }
    }
}
