/// The text of one file of a pack, known to be UTF-8 without control characters.
struct SourceFile: Sendable {
    /// The path that diagnostics show.
    let path: String
    /// The path below the pack's folder, such as `Smalltalk/greeting.yaml`.
    let name: String
    /// What the file says, as it was saved.
    let text: String

    /// The last part of the name without its suffix: what an intent in the file is probably called.
    var stem: String {
        let last = name.split(separator: "/").last.map(String.init) ?? name
        return last.hasSuffix(".yaml") ? String(last.dropLast(5)) : last
    }

    /// The lines, without their ends; split as YAML 1.1 and libyaml do.
    ///
    /// Made anew at each call, so for faults only.
    var lines: [Substring.UnicodeScalarView] {
        var result: [Substring.UnicodeScalarView] = []
        var rest = Substring(text).unicodeScalars
        while let end = rest.firstIndex(where: \.endsLine) {
            result.append(rest[..<end])
            var next = rest.index(after: end)
            if rest[end] == "\r", next < rest.endIndex, rest[next] == "\n" { next = rest.index(after: next) }
            rest = rest[next...]
        }
        result.append(rest)
        return result
    }

    /// A line by its number from 1, empty where there is none.
    func line(_ number: Int) -> [Unicode.Scalar] {
        let lines = lines
        guard number > 0, number <= lines.count else { return [] }
        return Array(lines[number - 1])
    }
}

extension Unicode.Scalar {
    /// Whether a line of YAML ends here.
    var endsLine: Bool {
        switch value {
        case 0x0A, 0x0D, 0x85, 0x2028, 0x2029: true
        default: false
        }
    }
}
