/// A line such as `/attach shot.png` or `/附件 截图.png`: a file named by its path.
///
/// Only a program that runs for the user alone, in the user's own terminal, may read what it names.
public struct AttachLine: Sendable, Equatable {
    /// The path as it was typed, without quotation marks and backslashes; empty where none was.
    public var path: String

    private static let words = ["/attach", "/附件", "／attach", "／附件"]

    /// Reads a line; nil where it names no file.
    public init?(_ line: String) {
        // Nearly every line begins otherwise, and costs no more than this.
        let first = line.unicodeScalars.first { !$0.properties.isWhitespace }
        guard first == "/" || first == "／" else { return nil }
        let text = Self.trimmed(line.unicodeScalars[...])
        let small = text.lowercased()
        guard let word = Self.words.first(where: { small.hasPrefix($0) }) else { return nil }
        let rest = text.unicodeScalars.dropFirst(word.unicodeScalars.count)
        guard rest.first.map({ $0.properties.isWhitespace }) ?? true else { return nil }
        path = Self.unquoted(Self.trimmed(rest))
    }

    private static func trimmed(_ scalars: String.UnicodeScalarView.SubSequence) -> String {
        var rest = scalars
        while let first = rest.first, first.properties.isWhitespace { rest.removeFirst() }
        while let last = rest.last, last.properties.isWhitespace { rest.removeLast() }
        return String(rest)
    }

    /// What a terminal makes of a file that is dropped on it: in quotation marks, or with a backslash before a blank.
    private static func unquoted(_ text: String) -> String {
        for mark in ["'", "\""] where text.count > 1 && text.hasPrefix(mark) && text.hasSuffix(mark) {
            return String(text.dropFirst().dropLast())
        }
        var result = String.UnicodeScalarView()
        var isEscaped = false
        for scalar in text.unicodeScalars {
            if scalar == "\\", !isEscaped {
                isEscaped = true
            } else {
                isEscaped = false
                result.append(scalar)
            }
        }
        return String(result)
    }
}
