internal import HelplineCore

/// One line of a YAML file taken apart as far as the slips of its author need it.
struct YAMLLine {
    let scalars: [Unicode.Scalar]
    /// Where the text begins, dashes included.
    let indent: Int
    /// Where the key stands, nil where the line has none.
    let key: Range<Int>?
    /// Where the value begins, the end of the line where it has none.
    let valueStart: Int
    /// Where the line ends, white space and comment left out.
    let end: Int

    init(_ scalars: [Unicode.Scalar]) {
        self.scalars = scalars
        var end = scalars.count
        while end > 0, scalars[end - 1].isBlank { end -= 1 }
        var start = 0
        while start < end, scalars[start].isBlank { start += 1 }
        indent = start
        while start < end, scalars[start] == "-", start + 1 == end || scalars[start + 1].isBlank {
            start += 1
            while start < end, scalars[start].isBlank { start += 1 }
        }
        key = Self.key(in: scalars, from: start, to: end)
        if let key {
            start = key.upperBound + 1
            while start < end, scalars[start].isBlank { start += 1 }
        }
        valueStart = min(start, end)
        self.end = end
    }

    /// The part of the line after key and dashes.
    var value: [Unicode.Scalar] { Array(scalars[valueStart..<end]) }

    /// Whether nothing but white space or a comment stands here.
    var isEmpty: Bool { indent == end || (indent < end && scalars[indent] == "#") }

    /// A key is a text without quotes or brackets up to a colon that white space or the line's end follows.
    private static func key(in scalars: [Unicode.Scalar], from start: Int, to end: Int) -> Range<Int>? {
        guard start < end, !"\"'[{&*!|>%@`#".unicodeScalars.contains(scalars[start]) else { return nil }
        for index in start..<end where scalars[index] == ":" {
            if index + 1 == end || scalars[index + 1].isBlank { return start..<index }
        }
        return nil
    }
}

extension Unicode.Scalar {
    /// A space or a tab.
    var isBlank: Bool { self == " " || self == "\t" }

    /// What a plain key is made of.
    var isKeyScalar: Bool { isASCIILetter || isASCIIDigit || self == "-" || self == "_" }
}

extension String {
    /// The text of some scalars.
    init(scalars: some Sequence<Unicode.Scalar>) {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        self.init(view)
    }

    /// The text in the quotes of YAML that keep it as it is: single ones around backslashes and double quotes.
    var yamlQuoted: String {
        guard unicodeScalars.contains(where: { $0 == "\"" || $0 == "\\" }) else { return "\"\(self)\"" }
        return "'" + split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'"
    }
}
