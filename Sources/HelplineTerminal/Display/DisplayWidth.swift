internal import Glibc

/// How many columns of a terminal a text takes, and how it is wrapped.
public enum DisplayWidth {
    /// The columns of one character: 0 for marks, 2 for Han and most emoji, else 1.
    ///
    /// A table of ranges after Unicode's East_Asian_Width (UAX #11), independent of the C library's locale.
    public static func columns(of character: Character) -> Int {
        character.unicodeScalars.reduce(0) { max($0, columns(of: $1)) }
    }

    /// The columns of a text.
    public static func columns(of text: some StringProtocol) -> Int {
        text.reduce(0) { $0 + columns(of: $1) }
    }

    /// The lines of a text, none wider than `width`.
    ///
    /// Latin breaks at spaces, Han anywhere but before closing punctuation; a word too long for a line is cut. What
    /// follows of a numbered point stands below its words, what follows of a quotation behind its bar.
    public static func wrap(_ text: String, to width: Int) -> [String] {
        text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { line in
            let head = Head(of: line)
            let lines = wrapLine(line.dropFirst(head.first.count), to: max(width - columns(of: head.first), 8))
            return lines.enumerated().map { ($0.offset == 0 ? head.first : head.rest) + $0.element }
        }
    }

    /// What stands before the words of a line, and in its place before what follows of them.
    private struct Head {
        var first = ""
        var rest = ""

        /// `12. ` or `│ `, else nothing.
        init(of line: Substring) {
            let digits = line.prefix { $0.isASCII && $0.isNumber }
            if line.hasPrefix("│ ") {
                (first, rest) = ("│ ", "│ ")
            } else if (1...2).contains(digits.count), line.dropFirst(digits.count).hasPrefix(". ") {
                first = digits + ". "
                rest = String(repeating: " ", count: first.count)
            }
        }
    }

    /// The width of the terminal behind standard output; 80 where it is unknown.
    public static func ofTerminal() -> Int {
        var size = winsize()
        guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
        return Int(size.ws_col)
    }

    private static func wrapLine(_ line: Substring, to width: Int) -> [String] {
        var lines: [String] = []
        var current: [Character] = []
        var column = 0
        for character in line {
            let wide = columns(of: character)
            if column + wide > width, !isClosing(character) {
                let cut = character == " " ? current.count : breakPosition(in: current, before: character)
                lines.append(String(current[..<cut]).trimmedEnd)
                current = Array(current[cut...].drop { $0 == " " })
                column = current.reduce(0) { $0 + columns(of: $1) }
            }
            // The space at a break belongs to neither line.
            if character == " ", current.isEmpty, !lines.isEmpty { continue }
            current.append(character)
            column += wide
        }
        return current.isEmpty && !lines.isEmpty ? lines : lines + [String(current)]
    }

    /// The place to break at: after the last space or Han character, else the end.
    private static func breakPosition(in line: [Character], before following: Character) -> Int {
        var position = line.count
        while position > line.count / 2 {
            let last = line[position - 1]
            let next = position < line.count ? line[position] : following
            if last == " " || (columns(of: last) == 2 || columns(of: next) == 2) && !isClosing(next) && !isOpening(last)
            {
                return position
            }
            position -= 1
        }
        return line.count
    }

    private static func isClosing(_ character: Character) -> Bool {
        "，。！？；：、）》」』”’…,.!?;:)".contains(character)
    }

    private static func isOpening(_ character: Character) -> Bool {
        "（《「『“‘(".contains(character)
    }

    private static func columns(of scalar: Unicode.Scalar) -> Int {
        let value = scalar.value
        if value < 0x300 { return value < 0x20 || (0x7F..<0xA0).contains(value) ? 0 : 1 }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format: return 0
        default: return isWide(value) ? 2 : 1
        }
    }

    private static func isWide(_ value: UInt32) -> Bool {
        switch value {
        case 0x1100...0x115F, 0x231A...0x231B, 0x2329...0x232A, 0x23E9...0x23EC, 0x25FD...0x25FE, 0x2614...0x2615: true
        case 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA000...0xA4CF, 0xA960...0xA97F: true
        case 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6: true
        case 0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1FAFF, 0x20000...0x3FFFD: true
        default: false
        }
    }
}

extension String {
    /// Without spaces at the end.
    fileprivate var trimmedEnd: String {
        var text = self
        while text.last == " " { text.removeLast() }
        return text
    }
}
